import { expect, test } from 'vitest';
import { neighbours } from './neighbours.ts';

const points = [22, 1, 11].map((number) => ({ number }));

test('the neighbours of a point are the nearest that there are', () => {
	expect(neighbours(points, 11)).toEqual({ previous: { number: 1 }, next: { number: 22 } });
});

test('the first has none before it, the last none after it', () => {
	expect(neighbours(points, 1).previous).toBeUndefined();
	expect(neighbours(points, 22).next).toBeUndefined();
});
