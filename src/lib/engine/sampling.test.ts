import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { softmax, topIndices } from '#num/stats.ts';
import { distribution, sample } from './sampling.ts';

const plain = { temperature: 1, topK: 0, topP: 1, seed: 0 };
const logits = fc
	.array(fc.float({ min: -20, max: 20, noNaN: true }), { minLength: 1, maxLength: 60 })
	.map((list) => Float32Array.from(list));
const sampling = fc.record({
	temperature: fc.oneof(fc.constant(0), fc.double({ min: 0.05, max: 4, noNaN: true })),
	topK: fc.nat(70),
	topP: fc.double({ min: 0.01, max: 1, noNaN: true }),
	seed: fc.nat()
});
const total = (chances: Iterable<number>) => [...chances].reduce((sum, chance) => sum + chance, 0);

describe('distribution', () => {
	test('sums to one whatever the sampling', () => {
		fc.assert(
			fc.property(logits, sampling, (row, how) => {
				expect(total(distribution(row, how))).toBeCloseTo(1, 9);
			})
		);
	});

	test('is the softmax when nothing is narrowed', () => {
		const row = Float32Array.of(1, 3, -2, 0.5);
		const expected = softmax(row);
		distribution(row, plain).forEach((chance, id) => expect(chance).toBeCloseTo(expected[id] ?? NaN, 7));
	});

	test('flattens as the temperature rises', () => {
		const row = Float32Array.of(0, 1, 2);
		const likeliest = [0.5, 1, 2, 8].map((temperature) => Math.max(...distribution(row, { ...plain, temperature })));
		expect(likeliest).toEqual(likeliest.toSorted((a, b) => b - a));
	});

	test('keeps exactly the k likeliest', () => {
		fc.assert(
			fc.property(logits, fc.integer({ min: 1, max: 70 }), (row, topK) => {
				const chances = distribution(row, { ...plain, topK });
				const kept = [...chances.keys()].filter((id) => (chances[id] ?? 0) > 0);
				expect(kept).toEqual(topIndices(row, topK).toSorted((a, b) => a - b));
			})
		);
	});

	test('keeps the smallest set that reaches p', () => {
		fc.assert(
			fc.property(logits, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (row, topP) => {
				const before = distribution(row, plain);
				const kept = [...distribution(row, { ...plain, topP }).entries()]
					.filter(([, chance]) => chance > 0)
					.map(([id]) => before[id] ?? 0);
				expect(total(kept)).toBeGreaterThan(topP - 1e-12);
				expect(total(kept) - Math.min(...kept)).toBeLessThan(topP + 1e-12);
			})
		);
	});

	test('counts p over the whole vocabulary, not over a guessed head of it', () => {
		const flat = new Float32Array(50_000);
		const kept = distribution(flat, { ...plain, topP: 0.5 }).filter((chance) => chance > 0).length;
		expect(Math.abs(kept - 25_000)).toBeLessThanOrEqual(1);
	});

	test('reaches p among the k likeliest when both narrow', () => {
		const row = Float32Array.from([0.4, 0.3, 0.2, 0.1], Math.log);
		const chances = distribution(row, { ...plain, topK: 2, topP: 0.5 });
		expect([...chances].map((chance) => chance > 0)).toEqual([true, false, false, false]);
	});

	test('never picks what is masked away', () => {
		expect([...distribution(Float32Array.of(-Infinity, 0, -Infinity), plain)]).toEqual([0, 1, 0]);
	});
});

describe('sample', () => {
	test('takes the likeliest at temperature 0, the lowest id among equals', () => {
		const step = sample(Float32Array.of(1, 5, 5, 2), { ...plain, temperature: 0 }, 0);
		expect([step.id, step.sampledProbability, step.rank]).toEqual([1, 1, 0]);
	});

	test('says how likely the token was before anything was narrowed', () => {
		const row = Float32Array.of(1, 5, 5, 2);
		const step = sample(row, { ...plain, temperature: 0 }, 0);
		expect(step.probability).toBeCloseTo(softmax(row)[1] ?? NaN, 6);
	});

	test('draws the same token for the same seed and step', () => {
		fc.assert(
			fc.property(logits, sampling, fc.nat(1000), (row, how, index) => {
				expect(sample(row, how, index)).toEqual(sample(row, how, index));
			})
		);
	});

	test('draws each token as often as its chance', () => {
		const row = Float32Array.from([0.1, 0.2, 0.7], Math.log);
		const counts = [0, 0, 0];
		for (let index = 0; index < 20_000; index++) {
			const { id } = sample(row, { ...plain, seed: 11 }, index);
			counts[id] = (counts[id] ?? 0) + 1;
		}
		[0.1, 0.2, 0.7].forEach((chance, id) => expect(Math.abs((counts[id] ?? 0) / 20_000 - chance)).toBeLessThan(0.01));
	});

	test('ranks a token among all logits', () => {
		fc.assert(
			fc.property(logits, sampling, (row, how) => {
				const { id, rank } = sample(row, how, 0);
				expect(topIndices(row, row.length)[rank]).toBe(id);
			})
		);
	});

	test.each([[[NaN, 1]], [[Infinity, 1]], [[-Infinity, -Infinity]]])('refuses the logits %j', (row) => {
		expect(() => sample(Float32Array.from(row), plain, 0)).toThrow(expect.objectContaining({ code: 'not-finite' }));
	});
});
