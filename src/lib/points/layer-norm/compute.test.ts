import { describe, expect, test } from 'vitest';
import { answersFor, resultFor, SHIPPED } from '../../../../tests/support/model-captures.ts';
import { take } from '#num/named.ts';
import { maxAbsDifference, mean, variance } from '#num/stats.ts';
import { underEach } from './batch.ts';
import { changeOf } from './compute.ts';
import { batchMoments, batchNormalized, epsilonOf, normalized } from './norm.ts';
import point from './point.ts';

const TEXT = 'When Mary and John went to the park, John gave a ball to';
const X = [0.3, -1.2, 0.7, 2.1, 1.5, 0.4];

describe('normalized', () => {
	test('gives a vector of mean 0 and variance 1', () => {
		expect(mean(normalized(X, 'layer', 0))).toBeCloseTo(0, 12);
		expect(variance(normalized(X, 'layer', 0))).toBeCloseTo(1, 12);
	});

	test('is (x − μ) ÷ √(σ² + ε), by hand: [1, 3] with ε = 3 is [−½, ½]', () => {
		expect([...normalized([1, 3], 'layer', 3)]).toEqual([-0.5, 0.5]);
	});

	test('as RMSNorm divides by the root mean square and keeps the mean: [3, 4] ÷ √12.5', () => {
		expect([...normalized([3, 4], 'rms', 0)]).toEqual([3 / Math.sqrt(12.5), 4 / Math.sqrt(12.5)]);
	});

	test.each(['layer', 'rms'] as const)('is the same for a vector and any positive multiple of it (%s)', (kind) => {
		for (const factor of [1e-3, 0.1, 7, 1e4])
			expect(
				maxAbsDifference(
					normalized(
						X.map((x) => factor * x),
						kind,
						0
					),
					normalized(X, kind, 0)
				)
			).toBeLessThan(1e-12);
	});

	test('with ε, a multiple a acts as ε ÷ a² would', () => {
		const [a, epsilon] = [0.1, 1e-3];
		const scaled = normalized(
			X.map((x) => a * x),
			'layer',
			epsilon
		);
		expect(maxAbsDifference(scaled, normalized(X, 'layer', epsilon / a ** 2))).toBeLessThan(1e-12);
		expect(maxAbsDifference(scaled, normalized(X, 'layer', epsilon))).toBeGreaterThan(0.01);
	});
});

describe('BatchNorm', () => {
	test('gives every feature mean 0 and variance 1 over the batch', () => {
		const batch = [X, X.map((x) => x * x), X.map((x) => 1 - x)];
		const moments = batchMoments(batch);
		const all = batch.map((vector) => batchNormalized(vector, moments, 0));
		for (const dim of X.keys()) {
			const column = all.map((vector) => vector[dim] ?? NaN);
			expect(mean(column)).toBeCloseTo(0, 12);
			expect(variance(column)).toBeCloseTo(1, 12);
		}
	});

	test('leaves nothing of a batch of one', () => {
		expect([...batchNormalized(X, batchMoments([X]), 1e-5)]).toEqual(X.map(() => 0));
	});
});

test('a batch without another neighbour than itself changes nothing', () => {
	const chosen = { token: 0, dim: 0, neighbour: undefined, change: 'without' } as const;
	expect(underEach([X], chosen, 1e-5).map(({ largest }) => largest)).toEqual([undefined, undefined, undefined]);
});

test('ε is found again in what a model divided by', () => {
	const scale = Math.fround(Math.sqrt(variance(X) + 1e-5));
	expect(epsilonOf([X], [scale], 'layer')).toBe(1e-5);
});

describe.each([SHIPPED, 'gpt2-tiny', 'neox-partial', 'llama-gqa'])('in %s', (model) => {
	test.each(['ln1', 'ln2', 'final'] as const)('our own normalization at %s gives what the model has', async (norm) => {
		for (const query of [0, 5, 12]) {
			const { differs, after } = await resultFor(point, {
				text: TEXT,
				model,
				focus: { layer: 1, query },
				params: { norm }
			});
			expect(differs).toBeLessThan(1e-5 * Math.max(1, after.max));
		}
	});

	test('the ε that is read off is the one of its configuration', async () => {
		const { epsilon } = await resultFor(point, { text: TEXT, model });
		expect(epsilon).toBe(model === 'llama-gqa' ? 1e-6 : 1e-5);
	});

	test('ten times the vector is the same vector behind the norm, but for ε', async () => {
		const { scaling, before, after } = await resultFor(point, { text: TEXT, model, params: { scale: 10 } });
		const own = await resultFor(point, { text: TEXT, model });
		expect(before.variance / own.before.variance).toBeCloseTo(100, 6);
		expect(scaling.exact).toBeLessThan(1e-12);
		expect(scaling.change).toBeLessThan(0.1);
		expect(maxAbsDifference(after.values, own.after.values)).toBeLessThan(0.1 * own.after.max);
	});

	test.each(['without', 'copy'] as const)(
		'a neighbour %s moves BatchNorm and leaves LayerNorm alone',
		async (neighbour) => {
			const result = await resultFor(point, { text: TEXT, model, focus: { query: 9, key: 1 }, params: { neighbour } });
			expect(changeOf(result, 'batch')).toBeGreaterThan(0.01);
			expect([changeOf(result, 'layer'), changeOf(result, 'rms')]).toEqual([0, 0]);
		}
	);

	test('the size that the last norm divides by is that of its input', async () => {
		const { stream, before } = await resultFor(point, { text: TEXT, model, params: { norm: 'final' } });
		const square = model === 'llama-gqa' ? before.variance + before.mean ** 2 : before.variance;
		expect((stream.at(-1)?.scale ?? 0) ** 2 / square).toBeCloseTo(1, 3);
	});
});

test('the sum of stream and attention is the stream that the second norm reads', async () => {
	const { sublayer, stream } = await resultFor(point, { text: TEXT, model: SHIPPED, focus: { layer: 1, query: 5 } });
	const next = stream.find(({ norm, layer }) => norm === 'ln2' && layer === 1);
	expect(sublayer.sum / (next?.scale ?? NaN)).toBeCloseTo(1, 3);
});

test('a copy of a token in place of the same word changes nothing at the bottom of a rotary model: no positions yet', async () => {
	const johns = { query: 9, key: 3 };
	const asked = { text: TEXT, model: SHIPPED, focus: johns, params: { neighbour: 'copy' } } as const;
	expect(changeOf(await resultFor(point, asked), 'batch')).toBe(0);
	const above = { ...asked, focus: { ...johns, layer: 1 } };
	expect(changeOf(await resultFor(point, above), 'batch')).toBeGreaterThan(0.01);
});

describe('in the trained model', () => {
	test('a last stream ten times as large predicts the same', async () => {
		const asked = { text: TEXT, model: SHIPPED, params: { norm: 'final', scale: 10 } } as const;
		const { whole } = await resultFor(point, asked);
		expect(whole?.after).toBe(whole?.before);
		expect(whole?.change).toBeLessThan(1e-3 * (whole?.largestLogit ?? 0));
		// The edit did happen: another stream went in.
		const { model, scaled } = await answersFor(point, asked);
		expect(
			maxAbsDifference(take(model.logits, { pos: -1 }).data, take(scaled.logits, { pos: -1 }).data)
		).toBeGreaterThan(0);
	});

	test('the stream grows from the bottom to the top', async () => {
		const { stream } = await resultFor(point, { text: TEXT, model: SHIPPED });
		expect(stream.at(-1)?.scale).toBeGreaterThan(stream[0]?.scale ?? Infinity);
	});
});
