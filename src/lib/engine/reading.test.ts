import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GoldenModel, type Computed } from '../../../tests/golden/check.ts';
import { permutation } from '#num/random.ts';
import { maxAbsDifference } from '#num/stats.ts';
import { chooseBackend } from './backend.ts';
import type { Reading } from './protocol.ts';
import { multiplyAddsSoFar } from './tf.ts';

const folder = new URL('../../../tests/golden/models/', import.meta.url);
const read = async (path: string) => new Uint8Array(await readFile(new URL(path, folder))).buffer;
const POS = 4;

beforeAll(async () => void (await chooseBackend({ force: 'wasm' })));

describe.each(['gpt2-tiny', 'neox-partial', 'llama-gqa'])('%s', (name) => {
	let model: GoldenModel;
	let ids: readonly number[];
	beforeAll(async () => {
		model = await GoldenModel.load(name, read);
		ids = model.golden.ids;
	});
	afterAll(() => model.dispose());

	/** The ids of the prompt in its place's stead: another than there is. */
	const another = () => ((ids[POS] ?? 0) + 1) % model.model.config.d_vocab;
	const upTo = ({ data, shape }: Computed, pos: number) => data.subarray(0, pos * (shape[1] ?? 0));

	describe.each(['full', 'cache'] as const)('through %s', (through) => {
		const logits = async (reads?: Reading, own = ids, promptLength = ids.length) =>
			model.logits({ ids: own, promptLength, reads, through });

		test('a token replaced changes nothing before its place, and what comes from there on', async () => {
			const [before, after] = [await logits(), await logits({ do: 'replace', pos: POS, id: another() })];
			expect(maxAbsDifference(upTo(after, POS), upTo(before, POS))).toBeLessThanOrEqual(1e-6);
			const [was, is] = [before, after].map((one) => upTo(one, POS + 1).slice(POS * (one.shape[1] ?? 0)));
			expect(maxAbsDifference(is ?? [], was ?? [])).toBeGreaterThan(0.01);
		});

		test('a token replaced is read as if it had been written', async () => {
			const id = another();
			const written = await logits(undefined, ids.with(POS, id));
			expect((await logits({ do: 'replace', pos: POS, id })).data).toEqual(written.data);
		});

		test('a token replaced beyond the text changes nothing', async () => {
			expect(await logits({ do: 'replace', pos: ids.length, id: 1 })).toEqual(await logits());
		});

		test('tokens in another order are read as if they had been written so', async () => {
			const order = permutation(ids.length, 7);
			const written = await logits(
				undefined,
				order.map((pos) => ids[pos] ?? NaN)
			);
			expect((await logits({ do: 'permute', seed: 7 })).data).toEqual(written.data);
		});

		test('tokens appended are read as if they had been written', async () => {
			const written = await logits(undefined, [...ids, 3, 1, 2]);
			expect(await logits({ do: 'append', ids: [3, 1, 2] })).toEqual(written);
		});

		test('tokens appended end where the context does', async () => {
			const { context, d_vocab } = model.model.config;
			const { shape } = await logits({ do: 'append', ids: Array.from({ length: context }, () => 1) });
			expect(shape).toEqual([context, d_vocab]);
		});

		test.each([-1, 0.5, 1e6])('%d is no token to read', async (id) => {
			const reading = logits({ do: 'append', ids: [id] });
			await expect(reading).rejects.toMatchObject({ code: 'bad-edit', message: expect.stringContaining(`id ${id}`) });
		});

		test('reading something else costs the run itself nothing', async () => {
			const longer = [...ids, 5, 6, 7];
			const replaced: Reading = { do: 'replace', pos: ids.length, id: 4 };
			await logits(undefined, longer);
			await logits(replaced, longer);
			const before = multiplyAddsSoFar();
			await logits(undefined, longer);
			await logits(replaced, longer);
			expect(multiplyAddsSoFar()).toBe(before);
		});
	});

	test('what is read otherwise is the same through the cache, behind the prompt too', async () => {
		const longer = [...ids, 5, 6, 7];
		const readings: Reading[] = [
			{ do: 'replace', pos: ids.length + 1, id: 4 },
			{ do: 'permute', seed: 2 },
			{ do: 'append', ids: [8, 9] }
		];
		for (const reads of readings) {
			const asked = { ids: longer, promptLength: ids.length, reads };
			const [full, cached] = [await model.logits(asked), await model.logits({ ...asked, through: 'cache' })];
			expect(maxAbsDifference(full.data, cached.data)).toBeLessThanOrEqual(1e-5);
		}
	});

	test('a text that grows through the cache is read otherwise at the cost of what is new', async () => {
		const reads: Reading = { do: 'replace', pos: 1, id: another() };
		const through = { promptLength: ids.length, reads, through: 'cache' } as const;
		const before = await model.passes({ ...through, ids: [...ids, 5] });
		const after = await model.passes({ ...through, ids: [...ids, 5, 6] });
		expect(after.slice(0, -1)).toEqual(before);
	});
});
