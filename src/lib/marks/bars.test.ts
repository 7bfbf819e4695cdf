import { expect, test } from 'vitest';
import { gallery } from '../../../tests/gallery/gallery.ts';
import Bars from './Bars.svelte';
import { barOf, barRange } from './bars.ts';

const describe = (index: number) => `dimension ${index}`;

gallery('Bars', Bars, {
	'products of both signs': { values: [1, -2, 0.5, 4], label: 'q times k', describe, chosen: 3 },
	'weights over their tokens': {
		values: [0.7, 0.1, 0.2],
		labels: ['When', 'Mary', 'and'],
		tones: (index) => (index === 0 ? 'key' : 'ink'),
		max: 1,
		label: 'Weights',
		describe,
		readout: false
	},
	'none at all': { values: [], label: 'Nothing yet', describe }
});

test('the axis holds zero and every bar, and is never empty', () => {
	expect(barRange([2, 5])).toEqual([0, 5]);
	expect(barRange([-2, 5])).toEqual([-2, 5]);
	expect(barRange([0, 0])).toEqual([0, 1]);
	expect(barRange([Infinity, NaN, 3])).toEqual([0, 3]);
});

test('a given end holds on the sides where bars go', () => {
	expect(barRange([1, 2], 8)).toEqual([0, 8]);
	expect(barRange([-1, 2], 8)).toEqual([-8, 8]);
	expect(barRange([-1, -2], 8)).toEqual([-8, 0]);
});

test('bars of both signs meet at zero', () => {
	const range = [-1, 3] as const;
	const [up, down] = [barOf(3, range), barOf(-1, range)];
	expect(up).toEqual({ top: 0, height: 0.75 });
	expect(up.top + up.height).toBe(down.top);
	expect(down.top + down.height).toBe(1);
});

test('a bar beyond the end is cut, and no number draws none', () => {
	expect(barOf(9, [0, 3])).toEqual({ top: 0, height: 1 });
	expect(barOf(NaN, [0, 3]).height).toBe(0);
});
