import { lab, rgb } from 'd3';
import { describe, expect, test } from 'vitest';
import { DIVERGING, SEQUENTIAL } from './palettes.ts';
import { diverging, luminance, scaleOf, sequential, type Ground, type ScaleSpec, type Tone } from './scale.ts';

const tones: readonly (Tone | undefined)[] = [undefined, 'query', 'key', 'value'];
const specs: ScaleSpec[] = (['sequential', 'diverging'] as const).flatMap((kind) =>
	tones.map((tone) => ({ kind, max: 1, ...(tone ? { tone } : {}) }))
);
const grounds: Ground[] = [false, true].flatMap((dark) =>
	SEQUENTIAL.map((sequential, i) => ({ dark, sequential, diverging: DIVERGING[i] ?? 'blue-rust' }))
);
const all = specs.flatMap((spec) => grounds.map((ground) => scaleOf(spec, ground)));
const values = Array.from({ length: 257 }, (_, i) => -1 + i / 128);

const lightness = (color: string) => {
	const { r, g, b } = rgb(color);
	return luminance(r, g, b);
};
const contrast = (a: string, b: string) => {
	const [low, high] = [lightness(a), lightness(b)].sort((x, y) => x - y) as [number, number]; // two in, two out
	return (high + 0.05) / (low + 0.05);
};

// Linear RGB as the common kinds of colour blindness see it: Machado, Oliveira and Fernandes 2009, severity 1.
const BLIND = {
	protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
	deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
	tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039]
};

test('numbers on any colour of any scale have a contrast of 4.5 or more', () => {
	const least = Math.min(...all.flatMap((scale) => values.map((v) => contrast(scale.color(v), scale.ink(v)))));
	expect(least).toBeGreaterThanOrEqual(4.5);
});

test('values beyond the ends take the colour of the end', () => {
	const scale = sequential(2);
	expect(scale.color(5)).toBe(scale.color(2));
	expect(scale.color(-5)).toBe(scale.color(0));
});

test('zero lies in the middle of a signed scale, and its two halves differ', () => {
	const scale = diverging(3);
	expect(scale.index(0)).toBe(128);
	expect(scale.color(-2)).not.toBe(scale.color(2));
});

test.each(SEQUENTIAL)('%s only grows darker on paper, and only lighter in the dark', (palette) => {
	const steps = (dark: boolean) =>
		values.filter((v) => v >= 0).map((v) => lightness(sequential(1, 0, { dark, sequential: palette }).color(v)));
	const [light, dark] = [steps(false), steps(true)];
	expect(light).toEqual([...light].sort((a, b) => b - a));
	expect(dark).toEqual([...dark].sort((a, b) => a - b));
});

describe.each(DIVERGING)('%s', (palette) => {
	test.each([false, true])('moves away from the ground with every step of either sign (dark: %s)', (dark) => {
		const scale = diverging(1, { dark, diverging: palette });
		for (const sign of [1, -1]) {
			const away = values.filter((v) => v > 0.01).map((v) => lightness(scale.color(sign * v)) * (dark ? 1 : -1));
			// Rounding to whole channels may turn a step of the middle by a hair.
			away.forEach((one, i) => expect(one).toBeGreaterThan((away[i - 1] ?? -Infinity) - 2e-3));
		}
	});
	test.each(Object.keys(BLIND) as (keyof typeof BLIND)[])('keeps its signs apart for %s', (kind) => {
		for (const dark of [false, true]) {
			const scale = diverging(1, { dark, diverging: palette });
			for (const size of [0.4, 0.7, 1])
				expect(distance(seen(scale.color(-size), kind), seen(scale.color(size), kind))).toBeGreaterThan(15);
		}
	});
});

function seen(color: string, kind: keyof typeof BLIND): string {
	const { r, g, b } = rgb(color);
	const linear = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
	const mixed = [0, 3, 6].map((row) =>
		linear.reduce((sum, channel, i) => sum + channel * (BLIND[kind][row + i] ?? 0), 0)
	);
	const back = mixed.map((c) => {
		const held = Math.min(1, Math.max(0, c));
		return 255 * (held <= 0.0031308 ? 12.92 * held : 1.055 * held ** (1 / 2.4) - 0.055);
	});
	return rgb(back[0] ?? 0, back[1] ?? 0, back[2] ?? 0).formatHex();
}

/** How far apart two colours are in CIELAB. */
function distance(one: string, other: string): number {
	const [a, b] = [lab(one), lab(other)];
	return Math.hypot(a.l - b.l, a.a - b.a, a.b - b.b);
}

test('an empty range and a value that is no number do not fail', () => {
	expect(sequential(0).index(0)).toBe(0);
	expect(diverging(0).index(4)).toBe(128);
	expect(diverging(1).index(NaN)).toBe(128);
});
