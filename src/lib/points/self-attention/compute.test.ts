import { beforeAll, describe, expect, test } from 'vitest';
import { maxAbsDifference, softmax } from '#num/stats.ts';
import { resultFor } from '../../../../tests/support/model-captures.ts';
import { asymmetryOf, carryingOf, type SelfAttention } from './compute.ts';
import point from './point.ts';

const TEXT = 'Mary gave John the ball';

describe.each(['neox-full', 'gpt2-tiny', 'llama-gqa'])('in %s', (model) => {
	let result: SelfAttention;
	const asked = { text: TEXT, model, focus: { layer: 1, head: 2, query: 17, key: 5 } };
	beforeAll(async () => void (result = await resultFor(point, asked)));

	test("the products of one query and one key add up to the model's score", () => {
		expect(result.cell.off).toBeLessThan(1e-4);
	});

	test("the score divided by √d_k is the model's scaled score", () => {
		expect(result.cell.scaled).toBeCloseTo(result.cell.raw / Math.sqrt(result.sizes.d_head), 4);
		expect(result.cell.isScaled).toBe(true);
	});

	test("e to the score over the row's sum is the model's weight", () => {
		expect(result.cell.exponential / result.cell.total).toBeCloseTo(result.cell.weight, 5);
	});

	test('softmax runs along the keys of one query: every row of the pattern is that of its own scores', () => {
		const { masked, pattern } = result;
		const expected = Array.from({ length: masked.rows }, (_, row) => {
			return [...softmax(masked.data.subarray(row * masked.columns, (row + 1) * masked.columns))];
		}).flat();
		expect(maxAbsDifference(pattern.data, expected)).toBeLessThan(1e-5);
	});

	test('who asks whom matters: the scores are no mirror image of themselves', () => {
		expect(result.asymmetry).toBeGreaterThan(0.1);
	});
});

test('a key in the future is closed and weighs nothing', async () => {
	const { cell } = await resultFor(point, { text: TEXT, focus: { query: 3, key: 9 } });
	expect([cell.isClosed, cell.weight, cell.exponential]).toEqual([true, 0, 0]);
});

test('the closed cell still has a raw score', async () => {
	const { cell } = await resultFor(point, { text: TEXT, focus: { query: 3, key: 9 } });
	expect(Math.abs(cell.raw)).toBeGreaterThan(0);
	expect(cell.off).toBeLessThan(1e-4);
});

test('asymmetry is 0 for a mirror image and √2 for a triangle', () => {
	expect(asymmetryOf({ data: Float32Array.of(1, 2, 2, 1), rows: 2, columns: 2 })).toBe(0);
	expect(asymmetryOf({ data: Float32Array.of(0, 1, 0, 0), rows: 2, columns: 2 })).toBeCloseTo(Math.SQRT2);
});

test('the dimensions that carry two thirds are counted from the largest, whatever their sign', () => {
	expect(carryingOf(Float32Array.of(1, -4, 1, 3))).toBe(2);
	expect(carryingOf(Float32Array.of(0, 0))).toBe(0);
});
