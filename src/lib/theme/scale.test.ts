import { rgb } from 'd3';
import { expect, test } from 'vitest';
import { diverging, luminance, scaleOf, sequential, type ScaleSpec, type Tone } from './scale.ts';

const tones: readonly (Tone | undefined)[] = [undefined, 'query', 'key', 'value'];
const specs: ScaleSpec[] = (['sequential', 'diverging'] as const).flatMap((kind) =>
	tones.map((tone) => ({ kind, max: 1, ...(tone ? { tone } : {}) }))
);
const all = specs.flatMap((spec) => [false, true].map((dark) => scaleOf(spec, dark)));
const values = Array.from({ length: 257 }, (_, i) => -1 + i / 128);

const lightness = (color: string) => {
	const { r, g, b } = rgb(color);
	return luminance(r, g, b);
};
const contrast = (a: string, b: string) => {
	const [low, high] = [lightness(a), lightness(b)].sort((x, y) => x - y) as [number, number]; // two in, two out
	return (high + 0.05) / (low + 0.05);
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

test('a sequential scale only grows darker on paper, and only lighter in the dark', () => {
	const steps = (dark: boolean) => values.filter((v) => v >= 0).map((v) => lightness(sequential(1, 0, dark).color(v)));
	const [light, dark] = [steps(false), steps(true)];
	expect(light).toEqual([...light].sort((a, b) => b - a));
	expect(dark).toEqual([...dark].sort((a, b) => a - b));
});

test('an empty range and a value that is no number do not fail', () => {
	expect(sequential(0).index(0)).toBe(0);
	expect(diverging(0).index(4)).toBe(128);
	expect(diverging(1).index(NaN)).toBe(128);
});
