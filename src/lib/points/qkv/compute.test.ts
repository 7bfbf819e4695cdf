import { describe, expect, test } from 'vitest';
import { answersFor, resultFor, SHIPPED } from '../../../../tests/support/model-captures.ts';
import point from './point.ts';
import { outputOf, PARTS, project } from './project.ts';
import { productsOf, swapRoles, transposed } from './swap.ts';

const TEXT = 'When Mary and John went to the park, John gave a ball to';
const W = { data: Float32Array.of(1, 2, 3, 4, 5, 6), rows: 2, columns: 3 };

describe('project', () => {
	test('multiplies a row vector from the left and adds the bias', () => {
		expect(project(Float32Array.of(10, 1), W, Float32Array.of(0.5, 0, -1))).toEqual([14.5, 25, 35]);
	});

	test('does without a bias', () => expect(project(Float32Array.of(10, 1), W)).toEqual([14, 25, 36]));
});

test('one output is the sum of the products of x and its column', () => {
	const vector = Float32Array.of(14, 25, 36);
	const projection = { part: 'q', head: 0, weights: W, bias: undefined, tokens: W, vector, off: 0 } as const;
	const { column, products, value, strongest } = outputOf(Float32Array.of(10, 1), projection, 2);
	expect([[...column], [...products], value, strongest]).toEqual([[3, 6], [30, 6], 36, [0, 1]]);
});

describe('transposed', () => {
	test('turns rows into columns', () => {
		expect(transposed(W)).toEqual({ data: Float32Array.of(1, 4, 2, 5, 3, 6), rows: 3, columns: 2 });
	});

	test('turned twice is what it was', () => expect(transposed(transposed(W))).toEqual(W));
});

test('products of rows have a row for each of the first and a column for each of the second', () => {
	const b = { data: Float32Array.of(1, 0, 0), rows: 1, columns: 3 };
	expect(productsOf(W, b)).toEqual({ data: Float32Array.of(1, 4), rows: 2, columns: 1 });
});

test('roles exchanged, a masked key still weighs nothing', () => {
	const square = (...data: number[]) => ({ data: Float32Array.from(data), rows: 2, columns: 2 });
	const { looks } = swapRoles({
		q: square(1, 0, 0, 1),
		k: square(1, 2, 3, 4),
		raw: square(1, 3, 2, 4),
		scaled: square(1, 9, 2, 4),
		scores: square(1, -Infinity, 2, 4),
		query: 1
	});
	expect([looks.before.key, looks.after.key]).toEqual([1, 0]);
});

describe.each(['neox-full', 'neox-partial', 'neox-nobias', 'gpt2-tiny', 'llama-gqa'])('in %s', (model) => {
	test.each(PARTS)('x through W_%s, worked out here, is what the model captured', async (part) => {
		const { projections } = await resultFor(point, { text: TEXT, model, focus: { layer: 1, head: 1 } });
		expect(projections[part].off).toBeLessThan(1e-5);
	});

	test('exchanging Q and K turns the scores into their mirror image', async () => {
		const { swap } = await resultFor(point, { text: TEXT, model, focus: { layer: 1, head: 1 } });
		expect(swap.offMirror).toBeLessThan(1e-4);
		expect(swap.moved).toBeGreaterThan(100 * swap.offMirror);
	});

	test('nothing looks edited', async () => {
		expect((await resultFor(point, { text: TEXT, model })).isEdited).toBe(false);
	});
});

test('query heads that share a key/value head read the same keys and values', async () => {
	const heads = [0, 1].map((head) => resultFor(point, { text: TEXT, model: 'llama-gqa', focus: { head } }));
	const [first, second] = await Promise.all(heads);
	expect(second?.projections.k).toEqual(first?.projections.k);
	expect(second?.projections.q.vector).not.toEqual(first?.projections.q.vector);
});

async function everyHead() {
	const { layers, heads } = (await answersFor(point, { text: TEXT, model: SHIPPED })).run.model;
	return Array.from({ length: layers * heads }, (_, i) => ({ layer: Math.floor(i / heads), head: i % heads }));
}

describe('in every head of the trained model', () => {
	test('q, k and v are x W + b to within rounding', async () => {
		for (const focus of await everyHead()) {
			const { projections } = await resultFor(point, { text: TEXT, model: SHIPPED, focus });
			for (const part of PARTS) expect(projections[part].off).toBeLessThan(1e-4);
		}
	});

	test('q, k and v are three different vectors, and the matrices three different matrices', async () => {
		for (const focus of await everyHead()) {
			const { likeness } = await resultFor(point, { text: TEXT, model: SHIPPED, focus });
			for (const { average, matrices } of likeness) {
				expect(Math.abs(average)).toBeLessThan(0.9);
				expect(Math.abs(matrices)).toBeLessThan(0.5);
			}
		}
	});

	test('exchanging Q and K transposes the raw scores, and changes them', async () => {
		for (const focus of await everyHead()) {
			const { swap } = await resultFor(point, { text: TEXT, model: SHIPPED, focus });
			const largest = swap.raw.data.reduce((most, score) => Math.max(most, Math.abs(score)), 1);
			expect(swap.offMirror / largest).toBeLessThan(1e-5);
			expect(swap.moved).toBeGreaterThan(0.1);
		}
	});

	test('one output follows the chosen token, matrix and dimension', async () => {
		const params = { token: 'key', part: 'v', dim: 31 } as const;
		const { output, pos } = await resultFor(point, { text: TEXT, model: SHIPPED, focus: { key: 3 }, params });
		expect([output.part, output.dim, pos]).toEqual(['v', 31, 3]);
		expect(Math.abs(output.value - output.model)).toBeLessThan(1e-4);
	});
});
