/** What the examples say is so, on the weights that ship. */
import { beforeAll, describe, expect, test } from 'vitest';
import { unpack } from '#engine/answers.ts';
import { chooseBackend } from '#engine/backend.ts';
import type { Edit } from '#engine/edits.ts';
import { Session } from '#engine/session.ts';
import { examples, exampleOf, type Example } from '#frame/examples.ts';
import { take, valueAt } from '#num/named.ts';
import { softmax } from '#num/stats.ts';
import { pointById } from '#points/registry.ts';
import { shippedFiles } from '../golden/shipped.ts';

const WITHOUT: Readonly<Record<'positions' | 'skips', readonly Edit[]>> = {
	positions: [
		{ at: 'blocks.*.attn.rot_q', do: 'unrotate' },
		{ at: 'blocks.*.attn.rot_k', do: 'unrotate' }
	],
	skips: [
		{ at: 'blocks.*.resid_mid', do: 'unskip' },
		{ at: 'blocks.*.resid_post', do: 'unskip' }
	]
};

let session: Session;

beforeAll(async () => {
	await chooseBackend({ force: 'wasm' });
	session = new Session('storyteller', shippedFiles('storyteller'));
});

test('there are eight in each language, and no text twice', () => {
	for (const language of ['en', 'zh'])
		expect(examples.filter((example) => example.language === language)).toHaveLength(8);
	expect(new Set(examples.map(({ show }) => show.text)).size).toBe(examples.length);
});

test('a text is known as the example that it belongs to, and any other as the reader’s own', () => {
	expect(exampleOf(examples[3]?.show.text ?? '')).toBe(examples[3]);
	expect(exampleOf('my own')).toBeUndefined();
});

describe.each(examples.map((example) => [example.show.text, example] as const))('%s', (_, example) => {
	test('opens a panel that there is, in the letters of each language', () => {
		const { point, show } = example;
		expect(pointById(point)).toBeDefined();
		expect(show.label.zh).toMatch(/\p{Script=Han}/u);
		expect(show.label.en).toMatch(/[a-z]/);
	});

	test('looks where it says, names that token, and goes on as it says', async () => {
		const { show, claim } = example;
		const { captures, tokens } = await asked(example, []);
		const { layer = 0, head = 0, query, key = -1 } = show.focus ?? {};
		const pattern = captures[`blocks.${layer}.attn.pattern`];
		if (!pattern) throw new Error('the run has no patterns');
		expect(query).toBe(tokens.length - 1);
		expect(key).toBe(claim.looksAt.key);
		expect(valueAt(pattern, { head, query: -1, key })).toBeGreaterThan(claim.looksAt.above);
		for (const said of [show.label.en, show.label.zh]) {
			const [, named] = /\{k:“?([^”}]+)”?\}/.exec(said) ?? [];
			if (named) expect(tokens[key]?.text.trim()).toBe(named);
		}
		if (claim.says) expect(await likelihood(example, claim.says.token, [])).toBeGreaterThan(claim.says.above);
	});

	test('no longer knows without what its sentence says it needs', async () => {
		const { says, left } = example.claim;
		if (!says || !left) return;
		expect(await likelihood(example, says.token, WITHOUT[left.without])).toBeLessThan(left.below);
	});
});

async function asked({ show }: Example, edits: readonly Edit[]) {
	const generate = { count: 0, temperature: 0, topK: 0, topP: 1, seed: 0 };
	const variations = { model: { captures: ['blocks.*.attn.pattern', 'logits'] } };
	const answer = unpack(await session.answer({ model: 'storyteller', text: show.text, generate, edits, variations }));
	return { ...answer, captures: answer.captures['model'] ?? {} };
}

async function likelihood(example: Example, token: string, edits: readonly Edit[]): Promise<number> {
	const { logits } = (await asked(example, edits)).captures;
	if (!logits) throw new Error('the run has no logits');
	return softmax(take(logits, { pos: -1 }).data)[session.vocabulary.indexOf(token)] ?? NaN;
}
