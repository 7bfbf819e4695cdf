/** The ground, the border and the rings of an element's box. */
import { inColour } from './colour.ts';
import { defineGradient, parseGradient, partsOf } from './gradient.ts';
import { element, grown, rectangle, type Box, type Sheet } from './sheet.ts';

const SIDES = ['top', 'right', 'bottom', 'left'] as const;

interface Side {
	readonly width: number;
	readonly colour: string;
	readonly dashes: string | undefined;
}

/** A box, from its shadow below to its outline above; empty for one that cannot be seen. */
export function drawBox(style: CSSStyleDeclaration, box: Box, sheet: Sheet): string {
	if (box.width <= 0 || box.height <= 0) return '';
	const radius = radiusOf(style, box);
	const sides = SIDES.map((side) => sideOf(style, side));
	const ground = inColour(style.backgroundColor);
	return [
		...rings(style, box, radius, false),
		ground ? rectangle(box, radius, ground) : '',
		...images(style, box, radius, sheet),
		...rings(style, box, radius, true),
		...border(sides, box, radius),
		outline(style, box, radius)
	].join('');
}

/** How wide the border is at each side, from the top clockwise. */
export function borderWidths(style: CSSStyleDeclaration): readonly [number, number, number, number] {
	const [top, right, bottom, left] = SIDES.map((side) => sideOf(style, side).width);
	return [top ?? 0, right ?? 0, bottom ?? 0, left ?? 0];
}

function radiusOf({ borderTopLeftRadius: radius }: CSSStyleDeclaration, box: Box): number {
	const size = parseFloat(radius) || 0;
	return radius.endsWith('%') ? (size / 100) * Math.min(box.width, box.height) : size;
}

function sideOf(style: CSSStyleDeclaration, side: (typeof SIDES)[number]): Side {
	const kind = style.getPropertyValue(`border-${side}-style`);
	const width = kind === 'none' || kind === 'hidden' ? 0 : parseFloat(style.getPropertyValue(`border-${side}-width`));
	const dashes = kind === 'dashed' ? `${width * 3} ${width * 2}` : kind === 'dotted' ? `${width} ${width}` : undefined;
	return { width, colour: style.getPropertyValue(`border-${side}-color`), dashes };
}

function border(sides: readonly Side[], box: Box, radius: number): string[] {
	const [first] = sides;
	if (!first) return [];
	if (sides.every((side) => JSON.stringify(side) === JSON.stringify(first))) {
		const stroke = first.width > 0 && inColour(first.colour, 'stroke');
		return stroke
			? [frame(grown(box, -first.width / 2), radius - first.width / 2, first.width, stroke, first.dashes)]
			: [];
	}
	const { x, y, width, height } = box;
	const strips = (size: number) => [
		{ x, y, width, height: size },
		{ x: x + width - size, y, width: size, height },
		{ x, y: y + height - size, width, height: size },
		{ x, y, width: size, height }
	];
	return sides.map((side, i) => {
		const strip = strips(side.width)[i];
		const fill = side.width > 0 ? inColour(side.colour) : undefined;
		return fill && strip ? rectangle(strip, 0, fill) : '';
	});
}

function frame(box: Box, radius: number, width: number, stroke: object, dashes?: string): string {
	return rectangle(box, radius, { fill: 'none', ...stroke, 'stroke-width': width, 'stroke-dasharray': dashes });
}

/** Shadows without blur, which are rings around the box or inside it. A shift makes them lines at one side. */
function rings({ boxShadow }: CSSStyleDeclaration, box: Box, radius: number, inside: boolean): string[] {
	if (boxShadow === 'none') return [];
	return partsOf(boxShadow).map((shadow) => {
		if (shadow.includes('inset') !== inside) return '';
		const [x = 0, y = 0, , spread = 0] = [...shadow.matchAll(/(-?[\d.]+)px/g)].map((found) => Number(found[1]));
		const colour = shadow.replace('inset', '').replace(/(-?[\d.]+px\s*)+/, '');
		const stroke = inColour(colour.trim(), 'stroke');
		const fill = inColour(colour.trim());
		if (spread > 0 && stroke) return frame(grown(box, inside ? -spread / 2 : spread / 2), radius, spread, stroke);
		if (!inside || !fill || x !== 0 || y === 0) return '';
		const line = { ...box, y: y < 0 ? box.y + box.height + y : box.y, height: Math.abs(y) };
		return rectangle(line, 0, fill);
	});
}

function outline(style: CSSStyleDeclaration, box: Box, radius: number): string {
	const width = style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);
	const stroke = width > 0 && inColour(style.outlineColor, 'stroke');
	return stroke ? frame(grown(box, parseFloat(style.outlineOffset) + width / 2), radius, width, stroke) : '';
}

/** Gradients, the first one on top. */
function images(style: CSSStyleDeclaration, box: Box, radius: number, sheet: Sheet): string[] {
	if (style.backgroundImage === 'none') return [];
	const [sizes, places] = [partsOf(style.backgroundSize), partsOf(style.backgroundPosition)];
	const drawn = partsOf(style.backgroundImage).map((image, i) => {
		const gradient = parseGradient(image);
		if (!gradient) return '';
		const [width = 'auto', height = 'auto'] = (sizes[i] ?? '').split(' ');
		const [left = '0%', top = '0%'] = (places[i] ?? '').split(' ');
		const tile = { width: sizeOf(width, box.width), height: sizeOf(height, box.height) };
		const at = {
			x: box.x + lengthOf(left, box.width - tile.width),
			y: box.y + lengthOf(top, box.height - tile.height)
		};
		const isWhole = tile.width >= box.width && tile.height >= box.height;
		const { colour } = gradient.stops[0] ?? { colour: 'transparent' };
		const isPlain = gradient.stops.every((stop) => stop.colour === colour);
		const fill = isPlain ? inColour(colour) : { fill: defineGradient(gradient, { ...at, ...tile }, sheet) };
		return fill ? rectangle({ ...at, ...tile }, isWhole ? radius : 0, fill) : '';
	});
	return drawn.reverse();
}

function sizeOf(written: string, whole: number): number {
	return written === 'auto' ? whole : lengthOf(written, whole);
}

/** A length in pixels, or a share of the whole. */
export function lengthOf(written: string, whole: number): number {
	return written.endsWith('%') ? (parseFloat(written) / 100) * whole : parseFloat(written);
}

/** What cuts off what it holds: the box within the border, with a little room where the style asks for it. */
export function clipOf(style: CSSStyleDeclaration, box: Box, sheet: Sheet): string {
	const [top, right, bottom, left] = borderWidths(style);
	const inner = { x: box.x + left, y: box.y + top, width: box.width - left - right, height: box.height - top - bottom };
	const room = parseFloat(style.getPropertyValue('overflow-clip-margin')) || 0;
	return sheet.define('clipPath', {}, element('rect', { ...grown(inner, room) }));
}
