import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as stats from './stats.ts';

const values = fc.array(fc.float({ min: -200, max: 200, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('softmax', () => {
	test('sums to one whatever the scores', () => {
		fc.assert(
			fc.property(values, (scores) => {
				expect(stats.softmax(scores).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
			})
		);
	});

	test('does not change when every score rises by the same amount', () => {
		const shifted = stats.softmax([1001, 1002, 1004]);
		expect(stats.maxAbsDifference(shifted, stats.softmax([1, 2, 4]))).toBeLessThan(1e-7);
	});

	test('gives a masked score nothing', () => {
		expect([...stats.softmax([0, -Infinity, 0])]).toEqual([0.5, 0, 0.5]);
	});

	test('gives zeros where nothing is open', () => {
		expect([...stats.softmax([-Infinity, -Infinity])]).toEqual([0, 0]);
	});
});

test('logSumExp of equal scores exceeds them by the logarithm of their number', () => {
	expect(stats.logSumExp([700, 700, 700, 700])).toBeCloseTo(700 + Math.log(4), 10);
});

test('the entropy of 2ⁿ equal chances is n bits, and of certainty none', () => {
	expect(stats.entropyBits(new Float32Array(8).fill(1 / 8))).toBe(3);
	expect(stats.entropyBits([0, 1, 0])).toBe(0);
});

test('argmax takes the lowest index among equals', () => {
	expect(stats.argmax([1, 3, 3, 2])).toBe(1);
	expect(stats.argmax([])).toBe(-1);
	expect(stats.argmax([-Infinity, -Infinity])).toBe(0);
});

test('mean and variance are those of the whole population', () => {
	expect(stats.mean([1, 2, 3, 6])).toBe(3);
	expect(stats.variance([1, 2, 3, 6])).toBe(3.5);
});

test('dot multiplies pair by pair and refuses unequal lengths', () => {
	expect(stats.dot([1, 2, 3], [4, 5, 6])).toBe(32);
	expect(() => stats.dot([1], [1, 2])).toThrow(RangeError);
});

test('cosine is 1 along, 0 across, −1 against, and 0 with nothing', () => {
	expect(stats.cosine([1, 2], [2, 4])).toBeCloseTo(1, 12);
	expect(stats.cosine([1, 0], [0, 5])).toBe(0);
	expect(stats.cosine([1, 2], [-3, -6])).toBeCloseTo(-1, 12);
	expect(stats.cosine([0, 0], [1, 1])).toBe(0);
});

describe('maxAbsDifference', () => {
	test('finds the largest distance', () => {
		expect(stats.maxAbsDifference([1, 5, -Infinity], [1.5, 3, -Infinity])).toBe(2);
	});

	test('hides neither a NaN nor a lone infinity', () => {
		expect(stats.maxAbsDifference([1, NaN], [1, NaN])).toBeNaN();
		expect(stats.maxAbsDifference([-Infinity], [0])).toBe(Infinity);
	});
});

test('topIndices equals sorting everything, stably', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 40 }), fc.nat(45), (list, n) => {
			const sorted = list.map((_, i) => i).sort((i, j) => (list[j] ?? 0) - (list[i] ?? 0) || i - j);
			expect(stats.topIndices(list, n)).toEqual(sorted.slice(0, n));
		})
	);
});
