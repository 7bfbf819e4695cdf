import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { shippedFiles } from '../../../tests/golden/shipped.ts';
import { maxAbsDifference } from '#num/stats.ts';
import { unpack, type Unpacked } from './answers.ts';
import { chooseBackend } from './backend.ts';
import type { Edit } from './edits.ts';
import type { Question, Variation } from './protocol.ts';
import { Session } from './session.ts';
import { memory, multiplyAddsSoFar } from './tf.ts';

const PATTERN = 'blocks.0.attn.pattern';
const greedy = { temperature: 0, topK: 0, topP: 1, seed: 0 };

function asking(changes: Partial<Question> & { readonly count?: number } = {}): Question {
	const { count = 0, ...rest } = changes;
	const variations = { model: { captures: [PATTERN, 'logits'] } };
	return { model: '', text: 'Tom gave', generate: { ...greedy, count }, edits: [], variations, ...rest };
}

describe.each(['wasm', 'cpu'] as const)('a session on %s', (backend) => {
	let session: Session;
	let tensors = 0;
	let bytes = 0;
	beforeAll(async () => {
		await chooseBackend({ force: backend });
		session = new Session('storyteller', shippedFiles('storyteller'));
	});
	afterAll(() => session.dispose());
	beforeEach(() => {
		session.clear();
		tensors = memory().numTensors;
		bytes = memory().numBytes;
	});

	const ask = async (question: Question): Promise<Unpacked> => unpack(await session.answer(question));
	const varied = async (variation: Variation, changes = {}) =>
		ask(asking({ variations: { model: variation }, ...changes }));

	function expectNothingLeft(): void {
		session.clear();
		expect([memory().numTensors, memory().numBytes]).toEqual([tensors, bytes]);
	}

	describe('leaves no tensor behind', () => {
		test('after a run', async () => {
			await varied({ captures: ['*'] });
			expectNothingLeft();
		});

		test('after a run through the cache', async () => {
			await varied({ captures: ['*'], through: 'cache' });
			expectNothingLeft();
		});

		test.each<[string, Edit]>([
			['a zero', { at: 'blocks.*.attn.z', do: 'zero', head: 1 }],
			['a scaling', { at: 'blocks.0.attn.attn_scores', do: 'scale', by: 2, query: -1 }],
			['a setting', { at: PATTERN, do: 'set', to: 1, key: 0 }],
			['noise', { at: 'embed', do: 'noise', std: 0.1, seed: 4 }],
			['no scaling', { at: 'blocks.*.attn.attn_scores_scaled', do: 'unscale' }],
			['no rotation', { at: 'blocks.*.attn.rot_*', do: 'unrotate', pos: 1 }],
			['no stream', { at: 'blocks.*.resid_post', do: 'unskip' }],
			['a mask', { at: 'blocks.*.attn.attn_scores', do: 'mask', kind: 'window', size: 2 }],
			['a swap', { at: 'blocks.1.attn.z', do: 'swap', text: 'Lily', edits: [{ at: 'embed', do: 'zero', pos: 0 }] }]
		])('after an edit: %s', async (_, edit) => {
			await ask(asking({ edits: [edit], count: 2 }));
			expectNothingLeft();
		});

		test('after a generation', async () => {
			await ask(asking({ count: 5 }));
			expectNothingLeft();
		});

		test('after a question that asks for a bad edit', async () => {
			const edits: Edit[] = [
				{ at: 'blocks.1.attn.z', do: 'swap', text: 'Lily' },
				{ at: 'embed', do: 'zero', head: 0 }
			];
			await expect(ask(asking({ edits, count: 2 }))).rejects.toMatchObject({ code: 'bad-edit' });
			expectNothingLeft();
		});

		test('after a run whose numbers are not finite', async () => {
			const edits: Edit[] = [{ at: 'blocks.1.resid_pre', do: 'scale', by: 1e38 }];
			await expect(ask(asking({ edits }))).rejects.toMatchObject({ code: 'not-finite' });
			expectNothingLeft();
		});

		test('of its own once it is given up', async () => {
			const other = new Session('storyteller', shippedFiles('storyteller'));
			await other.answer(asking({ count: 2 }));
			other.dispose();
			expectNothingLeft();
		});
	});

	describe('computes nothing', () => {
		test('for a question that it has answered', async () => {
			await ask(asking({ count: 3 }));
			const before = multiplyAddsSoFar();
			await ask(asking({ count: 3 }));
			expect(multiplyAddsSoFar()).toBe(before);
		});

		test('for another value of a run that it has made', async () => {
			await ask(asking());
			const before = multiplyAddsSoFar();
			const { captures } = await varied({ captures: ['blocks.3.attn.z'] });
			expect(captures['model']?.['blocks.3.attn.z']?.shape).toEqual([4, expect.any(Number), 32]);
			expect(multiplyAddsSoFar()).toBe(before);
		});

		test('for fewer generated tokens than before', async () => {
			const longer = await ask(asking({ count: 4, variations: {} }));
			const before = multiplyAddsSoFar();
			const shorter = await ask(asking({ count: 2, variations: {} }));
			expect(multiplyAddsSoFar()).toBe(before);
			expect(shorter.steps).toEqual(longer.steps.slice(0, 2));
		});
	});

	test('lays down once what two variations have of the same run', async () => {
		const values = { captures: ['blocks.0.attn.pattern'] };
		const one = await session.answer(asking({ variations: { model: values } }));
		const two = await session.answer(asking({ variations: { model: values, again: values } }));
		expect(two.index.map(({ variation }) => variation)).toEqual(['model', 'again']);
		expect(two.buffer).toEqual(one.buffer);
	});

	test('reports no time for what it remembered', async () => {
		const { costs } = await ask(asking());
		expect(costs['model']?.milliseconds).toBeGreaterThan(0);
		expect((await ask(asking())).costs['model']).toEqual({ ...costs['model'], milliseconds: 0 });
	});

	test('answers the same through the cache as without it', async () => {
		const { captures } = await ask(
			asking({ count: 3, variations: { full: { captures: ['*'] }, cache: { captures: ['*'], through: 'cache' } } })
		);
		// Before the mask, the full run has scores of keys that no cached pass has met yet.
		const values = Object.entries(captures['full'] ?? {}).filter(([name]) => !/attn_scores_/.test(name));
		const differences = values.map(([name, { data } = { data: [] }]) =>
			maxAbsDifference(data, captures['cache']?.[name]?.data ?? [])
		);
		expect(differences.length).toBeGreaterThan(70);
		expect(Math.max(...differences)).toBeLessThan(1e-4);
	});

	test('counts what the cache saves', async () => {
		const { costs } = await ask(
			asking({ count: 3, variations: { full: { captures: [] }, cache: { captures: [], through: 'cache' } } })
		);
		const { tokens = [], multiplyAdds = [], cacheBytes = 0 } = costs['cache'] ?? {};
		expect(tokens.slice(1)).toEqual(tokens.slice(1).map(() => 1));
		expect(multiplyAdds.at(-1)).toBeLessThan((costs['full']?.multiplyAdds[0] ?? 0) / 3);
		expect(cacheBytes).toBe(2 * 4 * 128 * 4 * tokens.reduce((sum, count) => sum + count, 0));
	});

	test.each(['full', 'cache'] as const)('times every step, through %s, that makes up a run', async (through) => {
		const { costs, captures } = await ask(
			asking({ count: 3, variations: { run: { captures: ['*'], through, timed: true }, other: { captures: [] } } })
		);
		const { steps = [], multiplyAdds = [], milliseconds = NaN } = costs['run'] ?? {};
		const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
		expect(steps.map(({ name }) => name)).toEqual(Object.keys(captures['run'] ?? {}));
		expect(sum(steps.map((step) => step.multiplyAdds))).toBe(sum(multiplyAdds));
		expect(sum(steps.map((step) => step.milliseconds))).toBeGreaterThan(0);
		expect(sum(steps.map((step) => step.milliseconds))).toBeLessThanOrEqual(milliseconds);
		expect(costs['other']).not.toHaveProperty('steps');
	});

	test('remembers what the steps of a run took', async () => {
		const variations = { run: { captures: [], timed: true } };
		const { costs } = await ask(asking({ variations }));
		expect((await ask(asking({ variations }))).costs['run']).toEqual({ ...costs['run'], milliseconds: 0 });
	});

	test('answers an empty text with nothing, and goes on', async () => {
		const empty = await ask(asking({ text: '', count: 2 }));
		expect([empty.tokens, empty.steps, empty.captures['model']]).toEqual([[], [], {}]);
		expect((await ask(asking())).tokens.length).toBeGreaterThan(0);
	});

	test('runs as much of a text as the context holds, and says where the rest begins', async () => {
		const text = 'Tom gave the lamp to Lily. '.repeat(60);
		const { tokens, unseenFrom, full } = await ask(asking({ text, count: 1, variations: {} }));
		expect([tokens.length, full]).toEqual([256, true]);
		expect(unseenFrom).toBe(tokens.at(-1)?.end);
		expect(unseenFrom).toBeLessThan(text.length);
	});

	test('answers with the weights that it is asked for, of the focused block or of all, whatever the text', async () => {
		const weights = ['W_U', 'blocks.*.attn.W_Q', 'W_pos', 'blocks.0.attn.pattern'];
		const shapes = (await ask(asking({ text: '', weights }))).captures['weights'] ?? {};
		const blocks = [0, 1, 2, 3].map((layer) => [`blocks.${layer}.attn.W_Q`, [4, 128, 32]]);
		expect(Object.entries(shapes).map(([name, value]) => [name, value?.shape])).toEqual([
			...blocks,
			['W_U', [128, session.facts.d_vocab]]
		]);
		expectNothingLeft();
	});

	test('reads other tokens in a variation, and leaves the run itself as it is', async () => {
		const { tokens, captures, costs } = await ask(
			asking({
				variations: {
					model: { captures: ['logits'] },
					longer: { captures: ['logits'], reads: { do: 'append', ids: [9, 8] } }
				}
			})
		);
		const lengths = ['model', 'longer'].map((name) => [captures[name]?.['logits']?.shape[0], costs[name]?.tokens[0]]);
		expect(lengths).toEqual([tokens.length, tokens.length + 2].map((length) => [length, length]));
	});

	test('is fit for the next question after one that failed', async () => {
		const before = await ask(asking());
		const edits: Edit[] = [{ at: 'blocks.1.resid_pre', do: 'scale', by: 1e38 }];
		await ask(asking({ edits })).catch(() => undefined);
		session.clear();
		expect((await ask(asking())).captures).toEqual(before.captures);
	});
});
