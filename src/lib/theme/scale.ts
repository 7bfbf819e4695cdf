/**
 * Colour scales for numbers: 256 entries each, built once and looked up from then on.
 *
 * A sequential scale runs from the paper to its deepest colour; a diverging one has zero in the middle. Dark variants
 * turn the ends light. Which colours these are is the reader's choice; the hues of queries, keys and values are not.
 */
import { interpolateLab, piecewise, rgb } from 'd3';
import { DIVERGING_STOPS, SEQUENTIAL_STOPS, type Diverging, type Sequential } from './palettes.ts';

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

/** What colours are drawn on, and which the reader prefers; the page's own unless given. */
export interface Ground {
	readonly dark: boolean;
	readonly sequential?: Sequential;
	readonly diverging?: Diverging;
}

/** Colours of numbers. Values beyond the ends take the colour of the end. */
export interface Scale {
	readonly kind: 'sequential' | 'diverging';
	readonly min: number;
	readonly max: number;
	/** So many values as pixels of an image, red, green, blue, opaque; clear for −∞, and for what is missing or no number. */
	pixels(values: ArrayLike<number>, count: number): Uint8ClampedArray<ArrayBuffer>;
	/** Which of the 256 entries a value takes. */
	index(value: number): number;
	/** A CSS colour. */
	color(value: number): string;
	/** What to write on that colour: black or white, at 4.58:1 or better. */
	ink(value: number): '#000' | '#fff';
}

const ENTRIES = 256;

const PAPER: Ground = { dark: false };

const TONES = {
	query: { light: ['#f4f4f0', '#9fc1df', '#1565ad', '#0a3a68'], dark: ['#232625', '#2b5a86', '#6fb4f4', '#d3e9ff'] },
	key: { light: ['#f5f3ee', '#e0b394', '#a8470c', '#662703'], dark: ['#262524', '#7a4526', '#f0965a', '#ffe3cf'] },
	value: { light: ['#f3f5f0', '#92c7b3', '#0d7457', '#054332'], dark: ['#232625', '#1f6450', '#45c9a0', '#d0f7e7'] }
} as const;

// The other sign of a toned scale is ink, so that it never reads as another vector's hue.
const AGAINST = { light: ['#2b2a27', '#a3a099'], dark: ['#f2f0e8', '#77756d'] } as const;

/** The scale of weights: paper at `min`, deepest at `max`. */
export function sequential(max = 1, min = 0, ground: Ground = PAPER): Scale {
	return scaleOf({ kind: 'sequential', max, min }, ground);
}

/** The scale of signed values: paper at zero, one hue to −`max`, the other to +`max`. */
export function diverging(max = 1, ground: Ground = PAPER): Scale {
	return scaleOf({ kind: 'diverging', max }, ground);
}

/** The scale that a specification describes, on a ground. */
export function scaleOf(spec: ScaleSpec, ground: Ground = PAPER): Scale {
	const { pixels, colors, inks } = coloursOf(spec, ground);
	const max = spec.max;
	const min = spec.kind === 'diverging' ? -max : (spec.min ?? 0);
	// An empty range has no place for a value: everything lies at its middle or its start.
	const rest = spec.kind === 'diverging' ? ENTRIES / 2 : 0;
	const each = max > min ? ENTRIES / (max - min) : NaN;
	const index = (value: number) => {
		const place = (value - min) * each;
		if (place >= ENTRIES) return ENTRIES - 1;
		if (place >= 0) return place | 0;
		return place < 0 ? 0 : rest;
	};
	return {
		kind: spec.kind,
		min,
		max,
		pixels(values, count) {
			const painted = new Uint32Array(count);
			for (let i = 0; i < count; i++) {
				const value = values[i] ?? NaN;
				if (value > -Infinity) painted[i] = pixels[index(value)] ?? 0;
			}
			return new Uint8ClampedArray(painted.buffer);
		},
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
	/** Red, green, blue, opaque, in the order of their bytes. */
	readonly pixels: Uint32Array;
	readonly colors: readonly string[];
	readonly inks: readonly ('#000' | '#fff')[];
}

const built = new Map<string, Colours>();

function coloursOf({ kind, tone }: ScaleSpec, ground: Ground): Colours {
	const palette = tone ?? (kind === 'sequential' ? (ground.sequential ?? 'teal') : (ground.diverging ?? 'blue-rust'));
	const side = ground.dark ? 'dark' : 'light';
	const name = `${kind} ${palette} ${side}`;
	const known = built.get(name);
	if (known) return known;
	const colours = build(tone ? tonedStops(kind, tone, side) : stopsOf(kind, ground, side));
	built.set(name, colours);
	return colours;
}

function stopsOf(kind: ScaleSpec['kind'], ground: Ground, side: 'light' | 'dark'): readonly string[] {
	return kind === 'sequential'
		? SEQUENTIAL_STOPS[ground.sequential ?? 'teal'][side]
		: DIVERGING_STOPS[ground.diverging ?? 'blue-rust'][side];
}

function tonedStops(kind: ScaleSpec['kind'], tone: Tone, side: 'light' | 'dark'): readonly string[] {
	const toned = TONES[tone][side];
	return kind === 'sequential' ? toned : [AGAINST[side][0], AGAINST[side][1], ...toned.slice(0, 3)];
}

function build(stops: readonly string[]): Colours {
	const between: (t: number) => string = piecewise(interpolateLab, [...stops]);
	const pixels = new Uint32Array(ENTRIES);
	const bytes = new Uint8Array(pixels.buffer);
	const colors: string[] = [];
	const inks: ('#000' | '#fff')[] = [];
	for (let i = 0; i < ENTRIES; i++) {
		const { r, g, b } = rgb(between(i / (ENTRIES - 1)));
		bytes.set([r, g, b, 255], i * 4);
		colors.push(rgb(r, g, b).formatHex());
		inks.push(luminance(r, g, b) > 0.179 ? '#000' : '#fff');
	}
	return { pixels, colors, inks };
}
