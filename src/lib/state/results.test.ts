import { describe, expect, test } from 'vitest';
import type { Unpacked } from '#engine/answers.ts';
import { named } from '#num/named.ts';
import type { AnyPoint, Focus } from '#points/define.ts';
import { buildQuestion } from './question.ts';
import { startOf } from './reader.ts';
import { Results, runOf, type Shown } from './results.ts';
import { FACTS, MODELS, scores } from './testing/fakes.ts';

const FOCUS: Focus = { layer: 1, head: 0, query: 0, key: 0 };

/** A point that returns what it is given. */
const weighing: AnyPoint = {
	...scores,
	needs: { weights: { norm: 'ln_final.w', query: 'blocks.{layer}.attn.b_Q', keys: 'blocks.*.attn.b_K' } },
	compute: (captures: object) => captures
};

function questionOf(point: AnyPoint, focus = FOCUS) {
	const state = startOf(MODELS, [point]);
	return buildQuestion({ state, points: [point], model: FACTS, focus, promptLength: 1 }).question;
}

/** An answer whose every weight is its block's number. */
function shownOf(point: AnyPoint, focus = FOCUS): Shown {
	const ofBlock = (layer: number) => named(['d_model'], [1], Float32Array.of(layer));
	const weights = {
		'ln_final.w': ofBlock(9),
		...Object.fromEntries([0, 1].map((layer) => [`blocks.${layer}.attn.b_Q`, ofBlock(layer)])),
		...Object.fromEntries([0, 1].map((layer) => [`blocks.${layer}.attn.b_K`, ofBlock(layer)]))
	};
	const answer: Unpacked = {
		...{ model: FACTS, tokens: [], promptLength: 1, unseenFrom: 0, full: false, steps: [] },
		costs: { model: { multiplyAdds: [1], tokens: [1], cacheBytes: 0, milliseconds: 1 } },
		captures: { model: {}, weights }
	};
	const question = questionOf(point, focus);
	return { question, answer, run: runOf(question, answer, { facts: FACTS, vocabulary: [] }) };
}

describe('weights', () => {
	test('are asked of the block in focus, and are no variation', () => {
		const { weights, variations } = questionOf(weighing);
		expect(weights).toEqual(['ln_final.w', 'blocks.1.attn.b_Q', 'blocks.*.attn.b_K']);
		expect(Object.keys(variations)).toEqual(['model']);
	});

	test('are not asked where no open point needs them', () => {
		expect(questionOf(scores)).not.toHaveProperty('weights');
	});

	test('reach the computation, of one block and of all, without a cost', () => {
		const { value } = new Results().of(weighing, shownOf(weighing), FOCUS, undefined);
		expect(value).toMatchObject({
			weights: {
				norm: { data: Float32Array.of(9) },
				query: { data: Float32Array.of(1) },
				keys: { axes: ['layer', 'd_model'], data: Float32Array.of(0, 1) }
			},
			costs: {}
		});
		expect(value).not.toHaveProperty('costs.weights');
	});

	test('are waited for when another block comes into focus', () => {
		const results = new Results();
		const before = results.of(weighing, shownOf(weighing), FOCUS, undefined);
		const focus = { ...FOCUS, layer: 0 };
		expect(results.of(weighing, shownOf(weighing), focus, undefined)).toBe(before);
		expect(results.of(weighing, shownOf(weighing, focus), focus, undefined).value).toMatchObject({
			weights: { query: { data: Float32Array.of(0) } }
		});
	});
});

describe('a variation', () => {
	/** A point whose own run differs as told. */
	const varied = (differs: object): AnyPoint => ({
		...scores,
		needs: { own: { logits: 'logits' } },
		variations: { own: () => differs },
		compute: () => 'computed'
	});

	test.each([
		['other tokens', { reads: { do: 'permute', seed: 1 } }],
		['other edits', { edits: [{ at: 'embed', do: 'zero' }] }],
		['other positions', { offset: 1 }],
		['a clock', { timed: true }],
		['the cache', { through: 'cache' }]
	])('with %s is not answered by one without', (_, differs) => {
		const [plain, other] = [varied({}), varied(differs)];
		const answerOf = (point: AnyPoint, asked: AnyPoint) =>
			new Results().of(point, shownOf(asked), FOCUS, undefined).value;
		expect([answerOf(plain, plain), answerOf(other, other)]).toEqual(['computed', 'computed']);
		expect([answerOf(plain, other), answerOf(other, plain)]).toEqual([undefined, undefined]);
	});
});
