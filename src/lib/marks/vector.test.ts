import { expect, test } from 'vitest';
import { gallery } from '../../../tests/gallery/gallery.ts';
import Vector from './Vector.svelte';
import { vectorScale } from './vector.ts';

const describe = (index: number) => `dimension ${index}`;

gallery('Vector', Vector, {
	'a query': { values: [1, -2, 0, 4], tone: 'query', label: 'q', describe, chosen: 1 },
	'a residual in ink': { values: [1, -2], tone: 'ink', max: 4, label: 'residual', describe, readout: true },
	empty: { values: [], tone: 'key', label: 'k', describe }
});

test('the strongest colour belongs to the largest magnitude of either sign', () => {
	expect(vectorScale([1, -3, 2], 'query')).toEqual({ kind: 'diverging', max: 3, tone: 'query' });
});

test('a given magnitude wins, so that vectors can be compared', () => {
	expect(vectorScale([1, -3], 'ink', 8)).toEqual({ kind: 'diverging', max: 8 });
});

test('a vector of zeros, or of no numbers, has a scale', () => {
	expect(vectorScale([0, 0], 'key').max).toBe(1);
	expect(vectorScale([NaN, Infinity], 'key').max).toBe(1);
});
