/** Gradients of CSS, read as it computes them, as gradients of SVG. */
import { inColour } from './colour.ts';
import { element, type Box, type Sheet } from './sheet.ts';

/** A linear gradient: where it points, in degrees from the top, and its colours. */
export interface Gradient {
	readonly angle: number;
	readonly repeats: boolean;
	readonly stops: readonly Stop[];
}

interface Stop {
	readonly colour: string;
	/** In pixels or, with `%`, of the whole length; absent between two that are told. */
	readonly at: string | undefined;
}

const SIDES: Readonly<Record<string, number>> = { top: 0, right: 90, bottom: 180, left: 270 };

/** The parts between commas that no bracket encloses. */
export function partsOf(list: string): string[] {
	const parts = [''];
	let depth = 0;
	for (const character of list) {
		if (character === '(') depth++;
		if (character === ')') depth--;
		if (character === ',' && depth === 0) parts.push('');
		else parts.push((parts.pop() ?? '') + character);
	}
	return parts.map((part) => part.trim());
}

/** What CSS computes as `linear-gradient(…)`; undefined for any other image. */
export function parseGradient(css: string): Gradient | undefined {
	const [, repeating, inside = ''] = /^(repeating-)?linear-gradient\((.*)\)$/s.exec(css.trim()) ?? [];
	if (!inside) return undefined;
	const parts = partsOf(inside);
	const angle = angleOf(parts[0] ?? '');
	const stops = (angle === undefined ? parts : parts.slice(1)).flatMap(stopsOf);
	return { angle: angle ?? 180, repeats: repeating !== undefined, stops };
}

/** Where each colour stands along a gradient of this length, in pixels. */
export function placesOf(stops: readonly Stop[], length: number): number[] {
	const told = stops.map(({ at }) =>
		at === undefined ? undefined : at.endsWith('%') ? (parseFloat(at) / 100) * length : parseFloat(at)
	);
	told[0] ??= 0;
	told[told.length - 1] ??= length;
	return told.map((place, i) => {
		if (place !== undefined) return place;
		const before = told.findLastIndex((one, j) => j < i && one !== undefined);
		const after = told.findIndex((one, j) => j > i && one !== undefined);
		const [from, to] = [told[before] ?? 0, told[after] ?? length];
		return from + ((to - from) * (i - before)) / (after - before);
	});
}

/** A gradient over a box, to fill with. */
export function defineGradient({ angle, repeats, stops }: Gradient, box: Box, sheet: Sheet): string {
	const turn = (angle * Math.PI) / 180;
	const [dx, dy] = [Math.sin(turn), -Math.cos(turn)];
	const length = Math.abs(box.width * dx) + Math.abs(box.height * dy);
	const places = placesOf(stops, length);
	const [first, last] = [places[0] ?? 0, places.at(-1) ?? length];
	const from = { x: box.x + box.width / 2 - (dx * length) / 2, y: box.y + box.height / 2 - (dy * length) / 2 };
	const colours = stops.map(({ colour }, i) => {
		const offset = last === first ? 0 : ((places[i] ?? 0) - first) / (last - first);
		return element('stop', { offset: offset.toFixed(4), ...(inColour(colour, 'stop-color') ?? { 'stop-opacity': 0 }) });
	});
	const line = {
		gradientUnits: 'userSpaceOnUse',
		x1: from.x + dx * first,
		y1: from.y + dy * first,
		x2: from.x + dx * last,
		y2: from.y + dy * last,
		spreadMethod: repeats ? 'repeat' : undefined
	};
	return sheet.define('linearGradient', line, colours.join(''));
}

function angleOf(part: string): number | undefined {
	if (part.endsWith('deg')) return parseFloat(part);
	return part.startsWith('to ') ? SIDES[part.slice(3)] : undefined;
}

/** A colour may stand at one place, or from one to another. */
function stopsOf(part: string): Stop[] {
	const places = /(?:\s+-?[\d.]+(?:px|%))+$/.exec(part)?.[0] ?? '';
	const colour = part.slice(0, part.length - places.length);
	const told = places.trim().split(/\s+/).filter(Boolean);
	return told.length > 0 ? told.map((at) => ({ colour, at })) : [{ colour, at: undefined }];
}
