import { beforeAll, describe, expect, test } from 'vitest';
import { maxAbsDifference, softmax } from '#num/stats.ts';
import { answersFor, resultFor, SHIPPED } from '../../../../tests/support/model-captures.ts';
import { take } from '#num/named.ts';
import { normals } from '#num/random.ts';
import { carryingOf, type SelfAttention } from './compute.ts';
import { planeOf } from './plane.ts';
import point from './point.ts';
import { asymmetryOf } from './square.ts';
import { weightedSum } from './sum.ts';

const TEXT = 'Mary gave John the ball';

const MODELS = [SHIPPED, 'neox-full', 'gpt2-tiny', 'llama-gqa'];

describe.each(MODELS)('in %s', (model) => {
	let result: SelfAttention;
	const asked = { text: TEXT, model, focus: { layer: 1, head: 2, query: 4, key: 2 } };
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

	test('z is the sum of every value times its weight', () => {
		expect(result.sum.off).toBeLessThan(1e-5);
	});

	test('the arrows, laid head to tail, end where z does', () => {
		const [along = NaN, across = NaN] = result.sum.terms.at(-1)?.to ?? [];
		expect(along).toBeCloseTo(result.sum.lengths.z, 4);
		expect(across).toBeCloseTo(0, 4);
	});

	test('the weights of all that is drawn add up to one', () => {
		expect(result.sum.terms.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 5);
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

describe.each(MODELS)('with the tokens in another order, in %s', (model) => {
	const asked = { text: TEXT, model, focus: { head: 1, query: 4 } };

	test.each([1, 3, 8])(
		'and neither positions nor mask, order %i leaves every weight and z as they were',
		async (order) => {
			for (const layer of [0, 1]) {
				const params = { shuffle: 'placeless', order } as const;
				const { shuffled } = await resultFor(point, { ...asked, focus: { ...asked.focus, layer }, params });
				expect(shuffled?.order).not.toEqual(shuffled?.order.toSorted((a, b) => a - b));
				expect(shuffled?.weights).toBeLessThan(1e-5);
				expect(shuffled?.z).toBeLessThan(1e-5 * Math.max(1, shuffled?.length ?? 0));
			}
		}
	);

	test('but positions and the mask, the query takes away something else', async () => {
		const { shuffled } = await resultFor(point, { ...asked, params: { shuffle: 'placed', order: 3 } });
		expect(shuffled?.weights).toBeGreaterThan(1e-3);
		expect(shuffled?.z).toBeGreaterThan(1e-3);
	});

	test('the query is followed to where its token stands now', async () => {
		const { run } = await answersFor(point, asked);
		const { shuffled } = await resultFor(point, { ...asked, params: { shuffle: 'placed' } });
		expect(shuffled?.order.map((token) => run.tokens[token])[shuffled.query]).toEqual(run.tokens[asked.focus.query]);
	});
});

test('a key that several query heads share hands over its value to each of them', async () => {
	const asked = { text: TEXT, model: 'llama-gqa', focus: { layer: 1, head: 3, query: 0, key: 0 } };
	const { model, run } = await answersFor(point, asked);
	const kv_head = Math.floor((3 * run.model.kvHeads) / run.model.heads);
	const { sum } = await resultFor(point, asked);
	expect([...sum.z]).toEqual([...take(model.v, { kv_head, pos: 0 }).data]);
});

describe('weightedSum', () => {
	const next = normals(5);
	const vector = () => Float32Array.from({ length: 4 }, next);
	const values = Array.from({ length: 9 }, vector);
	const weights = [0.2, 0.1, 0, 0.05, 0.25, 0.1, 0.1, 0.15, 0.05];
	const z = Float32Array.from({ length: 4 }, (_, i) =>
		values.reduce((sum, value, key) => sum + (weights[key] ?? 0) * (value[i] ?? 0), 0)
	);

	test('lists the heaviest keys alone and the others together, closed ones not at all', () => {
		expect(weightedSum(weights, values, z).terms.map(({ keys }) => keys)).toEqual([[4], [0], [7], [1], [5], [6, 3, 8]]);
	});

	test('says how far it is from what it should be', () => {
		expect(weightedSum(weights, values, z).off).toBeLessThan(1e-6);
		const other = z.map((x, i) => (i === 2 ? x + 0.5 : x));
		expect(weightedSum(weights, values, other).off).toBeCloseTo(0.5, 5);
	});
});

describe('planeOf', () => {
	const next = normals(11);
	const parts = Array.from({ length: 6 }, () => Float64Array.from({ length: 5 }, next));
	const sum = parts.reduce((all, part) => all.map((x, i) => x + (part[i] ?? 0)), new Float64Array(5));

	test('shows a sum at its whole length, and what points aside cancels', () => {
		const { place } = planeOf(parts, sum);
		expect(place(sum)[0]).toBeCloseTo(Math.hypot(...sum), 9);
		expect(parts.reduce((aside, part) => aside + place(part)[1], 0)).toBeCloseTo(0, 9);
	});

	test('holds vectors of a plane completely, and shows no more than there is of others', () => {
		const flat = [Float64Array.of(1, 2, 0), Float64Array.of(3, -1, 0)];
		expect(planeOf(flat, Float64Array.of(4, 1, 0)).share).toBeCloseTo(1, 9);
		const { share } = planeOf(parts, sum);
		expect(share > 0.4 && share < 1).toBe(true);
	});
});

test('asymmetry is 0 for a mirror image and √2 for a triangle', () => {
	expect(asymmetryOf({ data: Float32Array.of(1, 2, 2, 1), rows: 2, columns: 2 })).toBe(0);
	expect(asymmetryOf({ data: Float32Array.of(0, 1, 0, 0), rows: 2, columns: 2 })).toBeCloseTo(Math.SQRT2);
});

test('the dimensions that carry two thirds are counted from the largest, whatever their sign', () => {
	expect(carryingOf(Float32Array.of(1, -4, 1, 3))).toBe(2);
	expect(carryingOf(Float32Array.of(0, 0))).toBe(0);
});
