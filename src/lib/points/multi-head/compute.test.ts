import { describe, expect, test } from 'vitest';
import { answersFor, resultFor, SHIPPED, type Asked } from '../../../../tests/support/model-captures.ts';
import { take, valueAt } from '#num/named.ts';
import { maxAbsDifference, mean } from '#num/stats.ts';
import { divergences, jensenShannonBits, rowOf } from './divergence.ts';
import { allHeads, type HeadPlace } from './heads.ts';
import point from './point.ts';

const TEXT = 'When Mary and John went to the park, John gave a ball to';

/** The point, asking besides for what the model itself calls each head's result. */
const probing = {
	...point,
	needs: { ...point.needs, probe: { result: 'blocks.*.attn.result' } },
	variations: { ...point.variations, probe: point.variations.without }
} as const;

const ALL = ['neox-full', 'neox-partial', 'neox-nobias', 'gpt2-tiny', 'llama-gqa'] as const;

async function apartOf(asked: Omit<Asked<typeof point.params>, 'text'>) {
	return (await resultFor(point, { text: TEXT, ...asked })).output.apart;
}

describe.each([SHIPPED, ...ALL])('in %s', (model) => {
	test('the parts of the heads and b_O add up to the attention’s output, in every layer', async () => {
		for (const layer of [0, 1]) expect(await apartOf({ model, focus: { layer, query: 5 } })).toBeLessThan(1e-4);
	});

	test('each part is the model’s own result of that head', async () => {
		const answers = await answersFor(probing, { text: TEXT, model, focus: { layer: 1 } });
		const { parts, focus } = point.compute(answers, { layer: 1, head: 0, query: 6, key: 0 }, start);
		for (const [head, { values }] of parts.entries()) {
			const own = take(answers.probe.result, { layer: 1, head, pos: focus.query }).data;
			expect(maxAbsDifference(values, own)).toBeLessThan(1e-4);
		}
	});

	test('what a head adds directly is how the logit would change with its part taken out at the last norm', async () => {
		const answers = await answersFor(probing, { text: TEXT, model });
		const query = answers.run.tokens.length - 1;
		const result = point.compute(answers, { layer: 0, head: 0, query, key: 0 }, start);
		const { w, W_U } = answers.weights;
		const column = take(W_U, { d_vocab: result.target.id }).data;
		const scale = valueAt(answers.model.scale, { pos: query, one: 0 });
		for (const { layer, head, direct } of result.heads) {
			const own = take(answers.probe.result, { layer, head, pos: query }).data;
			const middle = answers.run.model.norm === 'layer' ? mean(own) : 0;
			const moved = own.reduce((sum, value, i) => {
				return sum + ((value - middle) / scale) * (w.data[i] ?? NaN) * (column[i] ?? NaN);
			}, 0);
			expect(direct).toBeCloseTo(moved, 4);
		}
	});

	test('with every head off, what is predicted after a token depends on that token and its place alone', async () => {
		const off = allHeads({ layers: 4, heads: 6 });
		const [here, there] = await Promise.all(
			['one two three to', 'ink bow stone to'].map((text) => {
				// Of equal length: the last token stands at the same place.
				return answersFor(point, { text, model, params: { off } });
			})
		);
		const last = (answers: typeof here) => (answers ? take(answers.without.logits, { pos: -1 }).data : []);
		expect(maxAbsDifference(last(here), last(there))).toBeLessThan(1e-4);
		const before = (answers: typeof here) => (answers ? take(answers.model.logits, { pos: -1 }).data : []);
		expect(maxAbsDifference(before(here), before(there))).toBeGreaterThan(1e-4);
	});

	test('a switch on a head that this model lacks changes nothing', async () => {
		const off = [{ layer: 90, head: 0 }, { layer: 0, head: 90 }]; // prettier-ignore
		const { effect } = await resultFor(point, { text: TEXT, model, params: { off } });
		expect(effect).toBeUndefined();
	});
});

const start = { off: [] as readonly HeadPlace[], all: false, target: -1 };

describe('in the trained model', () => {
	test('no two heads of a layer look alike: their patterns diverge, by at most one bit', async () => {
		for (const layer of [0, 1, 2, 3]) {
			const { divergences: square, closest } = await resultFor(point, { text: TEXT, model: SHIPPED, focus: { layer } });
			expect(Math.max(...square)).toBeLessThanOrEqual(1);
			expect(closest?.bits).toBeGreaterThan(0.01);
		}
	});

	test('a head that is off writes nothing, and the others of its layer write what they wrote', async () => {
		const asked = { text: TEXT, model: SHIPPED, focus: { layer: 2 } } as const;
		const before = await resultFor(point, asked);
		const after = await resultFor(point, { ...asked, params: { off: [{ layer: 2, head: 1 }] } });
		expect(after.parts.map(({ length }) => length === 0)).toEqual([false, true, false, false]);
		expect(after.parts[0]?.values).toEqual(before.parts[0]?.values);
		expect(after.effect?.direct).toBe(before.heads[2 * 4 + 1]?.direct);
	});

	test('the effect of a head is more than what it adds directly: later layers read it', async () => {
		const off = [{ layer: 0, head: 0 }];
		const { effect } = await resultFor(point, { text: TEXT, model: SHIPPED, params: { off } });
		const lost = (effect?.logit.before ?? 0) - (effect?.logit.after ?? 0);
		expect(Math.abs(lost - (effect?.direct ?? 0))).toBeGreaterThan(0.01);
	});

	test('without any head the loss on a story rises', async () => {
		const off = allHeads({ layers: 4, heads: 4 });
		const { effect } = await resultFor(point, { text: TEXT, model: SHIPPED, params: { off } });
		expect(effect?.isAll).toBe(true);
		expect(effect?.loss?.after).toBeGreaterThan((effect?.loss?.before ?? 0) + 0.5);
	});

	test('another target has another logit, and the same parts', async () => {
		const likeliest = await resultFor(point, { text: TEXT, model: SHIPPED });
		const second = likeliest.target.candidates[1]?.id ?? 0;
		const followed = await resultFor(point, { text: TEXT, model: SHIPPED, params: { target: second } });
		expect(followed.target.id).toBe(second);
		expect(followed.logit).toBeLessThan(likeliest.logit);
		expect(followed.parts.map(({ length }) => length)).toEqual(likeliest.parts.map(({ length }) => length));
	});
});

describe('the Jensen–Shannon divergence', () => {
	const [p, q] = [[0.7, 0.2, 0.1, 0], [0.1, 0.2, 0.3, 0.4]]; // prettier-ignore

	test('is the mean of the two relative entropies to the middle', () => {
		const to = (from: readonly number[]) => {
			return from.reduce((sum, weight, i) => {
				const middle = ((p[i] ?? 0) + (q[i] ?? 0)) / 2;
				return weight > 0 ? sum + weight * Math.log2(weight / middle) : sum;
			}, 0);
		};
		expect(jensenShannonBits(rowOf(p), rowOf(q))).toBeCloseTo((to(p) + to(q)) / 2, 12);
	});

	test('is 0 of a distribution and itself, and 1 bit of two that share nothing', () => {
		expect(jensenShannonBits(rowOf(p), rowOf(p))).toBe(0);
		expect(jensenShannonBits(rowOf([1, 0]), rowOf([0, 1]))).toBe(1);
	});

	test('of a matrix of heads is symmetric with zeros on the diagonal', async () => {
		const { without } = await answersFor(point, { text: TEXT });
		const square = divergences(take(without.pattern, { layer: 0 }));
		for (let a = 0; a < 3; a++) {
			expect(square[a * 3 + a]).toBe(0);
			for (let b = 0; b < 3; b++) expect(square[a * 3 + b]).toBe(square[b * 3 + a]);
		}
	});

	test('of a single token is nothing: it has one key to look at', async () => {
		const { meanDivergence } = await resultFor(point, { text: 'a' });
		expect(meanDivergence).toBe(0);
	});
});
