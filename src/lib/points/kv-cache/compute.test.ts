import { describe, expect, test } from 'vitest';
import { answersFor, paramsOf, resultFor, focusOf, SHIPPED } from '../../../../tests/support/model-captures.ts';
import { take } from '#num/named.ts';
import { maxAbsDifference } from '#num/stats.ts';
import { bytesPerToken, multiplyAdds, shapeOf } from './arithmetic.ts';
import { agrees } from './agreement.ts';
import { compute, type Held } from './compute.ts';
import { fitParabola } from './growth.ts';
import { knownCaches, knownModels } from './known-models.ts';
import point from './point.ts';

const TEXT = 'When Mary and John went to the park, John gave a ball to';
const MODELS = ['neox-full', 'gpt2-tiny', 'llama-gqa', SHIPPED] as const;

describe.each(MODELS)('in %s', (model) => {
	const asked = { text: TEXT, model, generated: 4, focus: { layer: 1, head: 1 } } as const;

	test('the formula counts exactly the multiply-adds of one pass over the whole text', async () => {
		const { run, costs } = await answersFor(point, asked);
		const { length } = run.tokens;
		expect(costs.model.multiplyAdds).toEqual([multiplyAdds(shapeOf(run.model), length, length)]);
	});

	test('the formula counts exactly the multiply-adds of every pass through the cache', async () => {
		const { run, costs } = await answersFor(point, asked);
		let keys = 0;
		const counted = costs.cached.tokens.map((queries) => {
			keys += queries;
			return multiplyAdds(shapeOf(run.model), queries, keys);
		});
		expect(costs.cached.multiplyAdds).toEqual(counted);
	});

	test('no logit differs with the cache beyond rounding', async () => {
		const { agreement } = await resultFor(point, asked);
		expect(agreement.count).toBeGreaterThan(0);
		expect(agreement.logits).toBeLessThan(1e-5 * Math.max(1, agreement.largest));
		expect(agreement.next.with).toBe(agreement.next.without);
	});

	test('no key or value that was held differs from one computed afresh', async () => {
		expect((await resultFor(point, asked)).agreement.held).toBeLessThan(1e-5);
	});

	test('a step reads one token, and every later step costs less than reading the text again', async () => {
		const { queries, steps } = await resultFor(point, asked);
		expect(queries).toBe(1);
		expect(steps).toHaveLength(5);
		for (const step of steps) expect(step.with).toBeLessThan(step.without);
	});

	test('a step with the cache grows in step with n, one without with n²: counted, then fitted', async () => {
		const afresh = await Promise.all(
			[4, 9, 20, 33, 48].map(async (letters) => {
				const { run, costs } = await answersFor(point, { text: TEXT.slice(0, letters), model });
				return [run.tokens.length, costs.model.multiplyAdds[0] ?? NaN] as const;
			})
		);
		const { steps } = await resultFor(point, { ...asked, generated: 8 });
		const [cached, whole] = [fitParabola(steps.map((step) => [step.length, step.with])), fitParabola(afresh)];
		expect(Math.abs(cached?.quadratic ?? NaN)).toBeLessThan(1e-2);
		expect(cached?.linear).toBeGreaterThan(10);
		expect(whole?.quadratic).toBeCloseTo(cached?.linear ?? NaN, 2);
		expect(whole?.linear).toBeCloseTo(cached?.constant ?? NaN, 1);
		expect(Math.abs(whole?.constant ?? NaN)).toBeLessThan(1);
	});

	test('the bytes of K and V, counted, are 2 · layers · KV heads · tokens · d_head · 4', async () => {
		const { run } = await answersFor(point, asked);
		const { bytes } = await resultFor(point, asked);
		const { layers, kvHeads, d_head } = run.model;
		expect(bytes.counted).toBe(2 * layers * kvHeads * run.tokens.length * d_head * 4);
		expect(bytes.formula).toBe(bytes.counted);
	});

	test('what one token adds is as many bytes as its captured keys and values take', async () => {
		const { cached, run } = await answersFor(point, asked);
		const captured = cached.k.data.byteLength + cached.v.data.byteLength;
		expect(bytesPerToken(run.model, 4) * run.tokens.length).toBe(captured);
	});

	test('a longer text leaves the keys and values that were held before as they are, in every layer', async () => {
		const shorter = await resultFor(point, { ...asked, text: 'When Mary and John', generated: 1 });
		const longer = await resultFor(point, { ...asked, text: 'When Mary and John went', generated: 2 });
		expect(longer.newest.index).toBeGreaterThan(shorter.newest.index);
		for (const [layer, { keys, values }] of shorter.layers.entries()) {
			expect(maxAbsDifference(firstColumns(longer.layers[layer]?.keys, keys), keys.data)).toBeLessThan(1e-4);
			expect(maxAbsDifference(firstColumns(longer.layers[layer]?.values, values), values.data)).toBeLessThan(1e-4);
		}
	});
});

/** As much of `held` as `like` covers. */
function firstColumns(held: Held | undefined, like: Held): Float32Array {
	return like.data.map((_, i) => {
		const [row, column] = [Math.floor(i / like.columns), i % like.columns];
		return held?.data[row * held.columns + column] ?? NaN;
	});
}

describe('compute', () => {
	test('a column of what is held is that token’s rotated key in the group of the chosen head', async () => {
		const asked = { text: TEXT, model: 'llama-gqa', focus: { layer: 1, head: 3 } } as const;
		const answers = await answersFor(point, asked);
		const { layers, kvHead } = compute(answers, focusOf(asked, answers.run), paramsOf(point.params));
		const key = take(answers.cached.rot_k ?? answers.cached.k, { layer: 1, kv_head: kvHead, pos: 5 }).data;
		const held = layers[1]?.keys;
		expect(Array.from(key, (_, row) => held?.data[row * held.columns + 5])).toEqual(Array.from(key));
		expect(kvHead).toBe(Math.floor((3 * answers.run.model.kvHeads) / answers.run.model.heads));
	});

	test('the tokens filled in at once and the steps cover the text', async () => {
		const { filled, steps, labels } = await resultFor(point, { text: TEXT, generated: 3 });
		expect(filled.tokens + steps.length).toBe(labels.length);
		expect(steps.map(({ length }) => length)).toEqual([-3, -2, -1, 0].map((back) => labels.length + back));
	});

	test('the totals are the sums of what ran', async () => {
		const asked = { text: TEXT, generated: 3 };
		const { costs } = await answersFor(point, asked);
		const { total, steps } = await resultFor(point, asked);
		expect(total.with).toBe(costs.cached.multiplyAdds.reduce((sum, cost) => sum + cost, 0));
		expect(total.without).toBe(steps.reduce((sum, { without }) => sum + without, 0));
	});

	test('a parabola is found again from its own points, and not from two of them', () => {
		const points = [3, 5, 6, 11].map((n) => [n, 7 - 2 * n + 0.5 * n ** 2] as const);
		const { constant, linear, quadratic } = fitParabola(points) ?? { constant: NaN, linear: NaN, quadratic: NaN };
		expect([constant, linear, quadratic].map((x) => +x.toFixed(6))).toEqual([7, -2, 0.5]);
		expect(fitParabola(points.slice(2))).toBeUndefined();
	});

	test('a difference past rounding is not called agreement', () => {
		expect(agrees({ count: 1, logits: 0.5, largest: 9, held: 0, next: { with: '', without: '' } })).toBe(false);
	});
});

describe('well-known models', () => {
	test('Llama 2 7B takes half a mebibyte for a token, and 2 GiB for 4096 of them', () => {
		const llama = knownCaches(4096).find(({ name }) => name === 'Llama 2 7B');
		expect([llama?.perToken, llama?.bytes]).toEqual([2 ** 19, 2 ** 31]);
	});

	test('Llama 3 8B shares each key/value head among four heads, and takes a quarter of that', () => {
		expect(knownCaches(4096).find(({ name }) => name === 'Llama 3 8B')?.perToken).toBe(2 ** 17);
	});

	test('none holds more than its context, and Mistral no more than its window', () => {
		const held = knownCaches(131_072).map(({ name, held }) => [name, held]);
		expect(held).toEqual([
			['GPT-2 small', 1024],
			['Llama 2 7B', 4096],
			['Llama 3 8B', 8192],
			['Mistral 7B v0.1', 4096]
		]);
	});

	test('a step of one token costs about one multiply-add for each weight that it passes', () => {
		// Published sizes without embedding tables that are only looked up; short context.
		const weights = { 'GPT-2 small': 124e6, 'Llama 2 7B': 6.61e9, 'Llama 3 8B': 7.5e9, 'Mistral 7B v0.1': 7.11e9 };
		for (const [name, count] of Object.entries(weights)) {
			const model = knownModels.find((one) => one.name === name);
			expect(model).toBeDefined();
			if (model) expect(Math.abs(multiplyAdds(model, 1, 1) / count - 1)).toBeLessThan(0.01);
		}
	});
});
