/**
 * Colour scales for numbers: 256 entries each, built once and looked up from then on.
 *
 * Sequential runs from the paper to a deep teal; diverging runs blue – paper – rust with zero in the middle,
 * a pair that stays apart for every common kind of colour blindness. Dark variants turn the ends light.
 */
import { interpolateLab, piecewise, rgb } from 'd3';

/** A hue that stands for queries, keys or values. */
export type Tone = 'query' | 'key' | 'value';

/** What a mark needs to know to colour numbers; `tone` draws them in the hue of a vector instead. */
export interface ScaleSpec {
	readonly kind: 'sequential' | 'diverging';
	/** The value at the strong end; for a diverging scale also, negated, at the other. */
	readonly max: number;
	/** The value that looks like paper; sequential only, 0 unless given. */
	readonly min?: number;
	readonly tone?: Tone;
}

/** Colours of numbers. Values beyond the ends take the colour of the end. */
export interface Scale {
	readonly kind: 'sequential' | 'diverging';
	readonly min: number;
	readonly max: number;
	/** 256 times red, green, blue. */
	readonly table: Uint8ClampedArray;
	/** Which of the 256 entries a value takes. */
	index(value: number): number;
	/** A CSS colour. */
	color(value: number): string;
	/** What to write on that colour: black or white, at 4.58:1 or better. */
	ink(value: number): '#000' | '#fff';
}

const ENTRIES = 256;

const STOPS = {
	sequential: {
		light: ['#f4f4ee', '#cde1d5', '#8fbfb2', '#479394', '#1d6176', '#13335a', '#0a1232'],
		dark: ['#232624', '#1f4446', '#26706f', '#489c8c', '#8cc8a4', '#cfe9bd', '#f8fae0']
	},
	diverging: {
		light: ['#1b3f7c', '#4f76b4', '#a3b7d6', '#f5f3ed', '#e6bf9d', '#c97a39', '#974204'],
		dark: ['#9cc4fb', '#5587c8', '#2f4a70', '#262624', '#664026', '#bf7038', '#f9b27c']
	}
} as const;

const TONES = {
	query: { light: ['#f4f4f0', '#9fc1df', '#1565ad', '#0a3a68'], dark: ['#232625', '#2b5a86', '#6fb4f4', '#d3e9ff'] },
	key: { light: ['#f5f3ee', '#e0b394', '#a8470c', '#662703'], dark: ['#262524', '#7a4526', '#f0965a', '#ffe3cf'] },
	value: { light: ['#f3f5f0', '#92c7b3', '#0d7457', '#054332'], dark: ['#232625', '#1f6450', '#45c9a0', '#d0f7e7'] }
} as const;

// The other sign of a toned scale is ink, so that it never reads as another vector's hue.
const AGAINST = { light: ['#2b2a27', '#a3a099'], dark: ['#f2f0e8', '#77756d'] } as const;

/** The scale of weights: paper at `min`, deepest at `max`. */
export function sequential(max = 1, min = 0, dark = false): Scale {
	return scaleOf({ kind: 'sequential', max, min }, dark);
}

/** The scale of signed values: paper at zero, blue to −`max`, rust to +`max`. */
export function diverging(max = 1, dark = false): Scale {
	return scaleOf({ kind: 'diverging', max }, dark);
}

/** The scale that a specification describes, for a light or a dark ground. */
export function scaleOf(spec: ScaleSpec, dark = false): Scale {
	const { table, colors, inks } = coloursOf(spec.kind, spec.tone, dark);
	const max = spec.max;
	const min = spec.kind === 'diverging' ? -max : (spec.min ?? 0);
	// An empty range has no place for a value: everything lies at its middle or its start.
	const rest = spec.kind === 'diverging' ? 0.5 : 0;
	const index = (value: number) => {
		const place = max > min ? (value - min) / (max - min) : rest;
		return Math.min(ENTRIES - 1, Math.max(0, Math.floor((Number.isNaN(place) ? rest : place) * ENTRIES)));
	};
	return {
		kind: spec.kind,
		min,
		max,
		table,
		index,
		color: (value) => colors[index(value)] ?? '',
		ink: (value) => inks[index(value)] ?? '#000'
	};
}

/** The relative luminance of a colour, from 0 to 1, as WCAG 2 defines it; channels from 0 to 255. */
export function luminance(red: number, green: number, blue: number): number {
	const [r, g, b] = [red, green, blue].map((channel) => {
		const c = channel / 255;
		return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number]; // three in, three out
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

interface Colours {
	readonly table: Uint8ClampedArray;
	readonly colors: readonly string[];
	readonly inks: readonly ('#000' | '#fff')[];
}

const built = new Map<string, Colours>();

function coloursOf(kind: ScaleSpec['kind'], tone: Tone | undefined, dark: boolean): Colours {
	const name = `${kind} ${tone ?? ''} ${dark ? 'dark' : 'light'}`;
	const known = built.get(name);
	if (known) return known;
	const colours = build(stopsOf(kind, tone, dark ? 'dark' : 'light'));
	built.set(name, colours);
	return colours;
}

function stopsOf(kind: ScaleSpec['kind'], tone: Tone | undefined, ground: 'light' | 'dark'): readonly string[] {
	if (!tone) return STOPS[kind][ground];
	const toned = TONES[tone][ground];
	return kind === 'sequential' ? toned : [AGAINST[ground][0], AGAINST[ground][1], ...toned.slice(0, 3)];
}

function build(stops: readonly string[]): Colours {
	const between: (t: number) => string = piecewise(interpolateLab, [...stops]);
	const table = new Uint8ClampedArray(ENTRIES * 3);
	const colors: string[] = [];
	const inks: ('#000' | '#fff')[] = [];
	for (let i = 0; i < ENTRIES; i++) {
		const { r, g, b } = rgb(between(i / (ENTRIES - 1)));
		table.set([r, g, b], i * 3);
		colors.push(rgb(r, g, b).formatHex());
		inks.push(luminance(r, g, b) > 0.179 ? '#000' : '#fff');
	}
	return { table, colors, inks };
}
