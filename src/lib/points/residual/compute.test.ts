import { describe, expect, test } from 'vitest';
import { answersFor, resultFor, SHIPPED } from '../../../../tests/support/model-captures.ts';
import type { Edit } from '#engine/captures.ts';
import { take } from '#num/named.ts';
import { argmax, maxAbsDifference, softmax } from '#num/stats.ts';
import { additionsOf } from './additions.ts';
import point from './point.ts';
import { unskip } from './unskip.ts';

const TEXT = 'When Mary and John went to the park, John gave a ball to';
const ALL = ['neox-full', 'neox-partial', 'neox-nobias', 'gpt2-tiny', 'llama-gqa', 'llama-tied'] as const;

/** The logits of a model whose stream gets nothing more from the `from`-th of all attentions and FFNs on. */
async function cutOff(model: string, from: number) {
	const edits = (layers: number): Edit[] =>
		Array.from({ length: 2 * layers }, (_, i): Edit => {
			return { at: `blocks.${Math.floor(i / 2)}.${i % 2 === 0 ? 'attn_out' : 'mlp_out'}`, do: 'zero' };
		}).slice(from);
	const cutting = {
		...point,
		variations: {
			without: (_: unknown, __: unknown, run: { model: { layers: number } }) => ({ edits: edits(run.model.layers) })
		}
	};
	return (await answersFor(cutting, { text: TEXT, model })).without.logits;
}

describe.each([SHIPPED, ...ALL])('in %s', (model) => {
	test('what the parts and the norm’s bias add up to is the logit', async () => {
		for (const query of [0, 5]) {
			const { apart, sum, logit, steps } = await resultFor(point, { text: TEXT, model, focus: { query } });
			expect(apart).toBeLessThan(1e-3);
			expect(sum).toBeCloseTo(logit, 3);
			expect(steps.length).toBeGreaterThanOrEqual(5);
		}
	});

	test('of any other token too', async () => {
		const { apart, target } = await resultFor(point, { text: TEXT, model, params: { target: 7 } });
		expect([target.id, apart < 1e-3]).toEqual([7, true]);
	});

	test('the stream after each addition is all that was added so far', async () => {
		const answers = await answersFor(point, { text: TEXT, model });
		const so = new Float64Array(answers.model.start.data.length);
		for (const { added, stream } of additionsOf(answers.model, answers.run.model.layers)) {
			for (const [i, value] of added.data.entries()) so[i] = (so[i] ?? 0) + value;
			if (stream) expect(maxAbsDifference(stream.values.data, so)).toBeLessThan(1e-4);
		}
	});

	test('a reading is what the model says when nothing more is added to the stream', async () => {
		const { steps, focus } = await resultFor(point, { text: TEXT, model });
		const read = steps.filter(({ source }) => source.kind === 'attention' || source.kind === 'ffn');
		for (const [i, { reading }] of read.entries()) {
			if (!reading) continue;
			const row = take(await cutOff(model, i + 1), { pos: focus.query }).data;
			const probabilities = softmax(row);
			expect(reading.top).toBe(argmax(probabilities));
			expect(reading.topProbability).toBeCloseTo(Math.max(...probabilities), 4);
		}
	});

	test('the last reading is the model’s own prediction', async () => {
		const { steps, target } = await resultFor(point, { text: TEXT, model });
		expect(steps.at(-1)?.reading?.probability).toBeCloseTo(target.probability, 5);
	});
});

test('in a parallel block nothing is read between attention and FFN, which share one skip', async () => {
	const { steps, isParallel } = await resultFor(point, { text: TEXT, model: 'neox-partial' });
	expect(isParallel).toBe(true);
	expect(steps.map(({ source, reading }) => reading !== undefined || source.kind)).toEqual([
		true,
		'attention',
		true,
		'attention',
		true
	]);
	for (const remove of ['attention', 'ffn', 'all'] as const)
		expect(unskip(remove, { parallel: true })).toEqual([{ at: 'blocks.*.resid_post', do: 'unskip' }]);
});

test('learned positions are an addition of their own', async () => {
	const { steps } = await resultFor(point, { text: TEXT, model: 'gpt2-tiny' });
	expect(steps.slice(0, 3).map(({ source }) => source.kind)).toEqual(['embed', 'position', 'attention']);
});

test('from the settled step on every reading leads with the last one’s token, and the one before does not', async () => {
	const { steps, settled } = await resultFor(point, { text: TEXT, model: SHIPPED });
	const tops = steps.map(({ reading }) => reading?.top);
	expect(new Set(tops.slice(settled))).toEqual(new Set([tops.at(-1)]));
	if (settled > 0) expect(tops[settled - 1]).not.toBe(tops.at(-1));
});

describe('in the trained model without its skips', () => {
	test.each(['attention', 'ffn', 'all'] as const)('around %s, the prediction and the loss are lost', async (remove) => {
		const { effect } = await resultFor(point, { text: TEXT, model: SHIPPED, params: { remove } });
		expect(effect?.probability.after).toBeLessThan((effect?.probability.before ?? 0) / 2);
		expect(effect?.loss?.after).toBeGreaterThan((effect?.loss?.before ?? Infinity) + 1);
	});

	test('no token’s first embedding is left: the first block’s own output is all that the second one reads', async () => {
		const probing = {
			...point,
			needs: { ...point.needs, without: { logits: 'logits', post: 'blocks.*.resid_post', ffn: 'blocks.*.mlp_out' } },
			variations: { without: point.variations.without }
		} as const;
		const { without } = await answersFor(probing, { text: TEXT, model: SHIPPED, params: { remove: 'all' } });
		expect(maxAbsDifference(without.post.data, without.ffn.data)).toBe(0);
	});
});

test('with the skip in place there is no effect to tell of', async () => {
	expect((await resultFor(point, { text: TEXT })).effect).toBeUndefined();
});
