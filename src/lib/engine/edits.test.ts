import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GoldenModel } from '../../../tests/golden/check.ts';
import { maxAbsDifference } from '#num/stats.ts';
import { chooseBackend } from './backend.ts';
import type { Edit } from './edits.ts';

const folder = new URL('../../../tests/golden/models/', import.meta.url);
const read = async (path: string) => new Uint8Array(await readFile(new URL(path, folder))).buffer;
const models = new Map<string, GoldenModel>();
const UNROTATE: Edit = { at: 'blocks.*.attn.rot_*', do: 'unrotate' };
const UNSKIP: Edit = { at: 'blocks.*.resid_post', do: 'unskip' };

beforeAll(async () => {
	await chooseBackend({ force: 'wasm' });
	for (const name of ['gpt2-tiny', 'neox-full', 'neox-partial', 'llama-gqa'])
		models.set(name, await GoldenModel.load(name, read));
});
afterAll(() => models.forEach((model) => model.dispose()));

function model(name: string): GoldenModel {
	const found = models.get(name);
	if (!found) throw new Error(`${name} was not loaded`);
	return found;
}

async function values(name: string, edits: readonly Edit[]) {
	const computed = await model(name).values({ captures: ['*'], edits });
	return (at: string) => computed.get(at)?.data ?? new Float32Array();
}

describe('unrotate', () => {
	test.each(['neox-full', 'neox-partial', 'llama-gqa'])(
		'lets queries and keys pass as they were made in %s',
		async (name) => {
			const value = await values(name, [UNROTATE]);
			for (const layer of [0, 1])
				for (const part of ['q', 'k']) {
					expect(value(`blocks.${layer}.attn.rot_${part}`).length).toBeGreaterThan(0);
					expect(value(`blocks.${layer}.attn.rot_${part}`)).toEqual(value(`blocks.${layer}.attn.${part}`));
				}
		}
	);

	test('is narrowed to a head', async () => {
		const [plain, value] = [
			await values('neox-full', []),
			await values('neox-full', [{ ...UNROTATE, at: 'blocks.0.attn.rot_q', head: 1 }])
		];
		const [q, turned, rot_q] = [plain('blocks.0.attn.q'), plain('blocks.0.attn.rot_q'), value('blocks.0.attn.rot_q')];
		const width = q.length / 3;
		const expected = Float32Array.from(q, (x, i) => (Math.floor(i / width) === 1 ? x : (turned[i] ?? NaN)));
		expect(maxAbsDifference(rot_q, expected)).toBe(0);
	});
});

describe('unskip', () => {
	test('leaves in the stream what each sublayer computes', async () => {
		const value = await values('llama-gqa', [UNSKIP, { at: 'blocks.0.resid_mid', do: 'unskip' }]);
		expect(value('blocks.0.resid_mid')).toEqual(value('blocks.0.attn_out'));
		expect(value('blocks.0.resid_post')).toEqual(value('blocks.0.mlp_out'));
		expect(value('blocks.1.resid_pre')).toEqual(value('blocks.0.mlp_out'));
	});

	test('leaves the sum of both where they stand side by side', async () => {
		const value = await values('neox-partial', [UNSKIP]);
		const mlpOut = value('blocks.0.mlp_out');
		expect(value('blocks.0.resid_post')).toEqual(value('blocks.0.attn_out').map((x, i) => x + (mlpOut[i] ?? NaN)));
	});
});

test.each<[string, Edit]>([
	['neox-full', UNROTATE],
	['neox-partial', UNROTATE],
	['llama-gqa', { at: 'blocks.0.attn.rot_k', do: 'unrotate', kv_head: 1 }],
	['llama-gqa', UNSKIP],
	['neox-partial', UNSKIP],
	['gpt2-tiny', { at: 'blocks.1.resid_mid', do: 'unskip', pos: 13 }]
])('%s takes it in through the cache as without it: %o', async (name, edit) => {
	const { ids, greedy } = model(name).golden;
	const asked = { ids: [...ids, ...greedy], promptLength: ids.length, edits: [edit] };
	const [plain, full] = [await model(name).logits({ ...asked, edits: [] }), await model(name).logits(asked)];
	const cached = await model(name).logits({ ...asked, through: 'cache' });
	expect(maxAbsDifference(full.data, cached.data)).toBeLessThanOrEqual(1e-5);
	expect(maxAbsDifference(full.data, plain.data)).toBeGreaterThan(0.01);
});

test.each<[string, Edit, RegExp]>([
	[
		'neox-full',
		{ at: 'blocks.0.attn.q', do: 'unrotate' },
		/"unrotate" applies to rot_q and rot_k, not to blocks\.0\.attn\.q/
	],
	['gpt2-tiny', UNROTATE, /no value called/],
	['neox-full', { at: 'blocks.*.resid_*', do: 'unskip' }, /"unskip" applies to resid_mid and resid_post/],
	['neox-partial', { at: 'blocks.*.resid_mid', do: 'unskip' }, /no value called/],
	['neox-full', { at: 'blocks.0.attn.attn_scores', do: 'unscale' }, /"unscale" applies to attn_scores_scaled/],
	['neox-full', { at: 'blocks.0.attn.pattern', do: 'mask', kind: 'none' }, /"mask" applies to attn_scores,/]
])('%s refuses in one sentence what has no meaning: %o', async (name, edit, words) => {
	const answer = model(name).logits({ edits: [edit] });
	await expect(answer).rejects.toMatchObject({ code: 'bad-edit', message: expect.stringMatching(words) });
});
