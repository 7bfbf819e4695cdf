import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logSumExp, maxAbsDifference, mean } from '#num/stats.ts';
import { rows } from '#num/named.ts';
import { errorOf, numbersOf } from '../../../tests/golden/check.ts';
import { SHIPPED_MODELS, shippedFile, shippedFiles, shippedGolden } from '../../../tests/golden/shipped.ts';
import { unpack, type Unpacked } from './answers.ts';
import { chooseBackend } from './backend.ts';
import { Session } from './session.ts';

const TOLERANCE = 2e-3;

beforeAll(async () => void (await chooseBackend({ force: 'wasm' })));

describe.each(SHIPPED_MODELS)('%s', (id) => {
	const golden = shippedGolden(id);
	let session: Session;
	beforeAll(() => void (session = new Session(id, shippedFiles(id))));
	afterAll(() => session.dispose());

	async function answer(text: string, count: number, captures: readonly string[]): Promise<Unpacked> {
		const generate = { count, temperature: 0, topK: 0, topP: 1, seed: 0 };
		return unpack(await session.answer({ model: id, text, generate, edits: [], variations: { model: { captures } } }));
	}

	test.each(Object.keys(golden.sha256))('is the model that PyTorch ran: %s', (file) => {
		expect(createHash('sha256').update(shippedFile(id, file)).digest('hex')).toBe(golden.sha256[file]);
	});

	describe.each(golden.texts)(
		'on the $name text',
		({ text, ids, loss, last_logits, captures, greedy, greedy_leads }) => {
			test('sees the same tokens as PyTorch', async () => {
				const { tokens } = await answer(text, 0, []);
				expect(tokens.map((token) => token.id)).toEqual(ids);
			});

			test('predicts what PyTorch predicts', async () => {
				const logits = (await answer(text, 0, ['logits'])).captures['model']?.['logits'];
				const last = (logits && rows(logits).at(-1)) ?? [];
				expect(maxAbsDifference(last, numbersOf(last_logits))).toBeLessThanOrEqual(TOLERANCE);
			});

			test('is as surprised by the text as PyTorch', async () => {
				const logits = (await answer(text, 0, ['logits'])).captures['model']?.['logits'];
				const each = (logits ? rows(logits).slice(0, -1) : []).map(
					(row, i) => logSumExp(row) - (row[ids[i + 1] ?? -1] ?? NaN)
				);
				expect(Math.abs(mean(each) - loss)).toBeLessThanOrEqual(TOLERANCE);
			});

			test.each(Object.entries(captures))('looks where PyTorch looks: %s', async (name, value) => {
				const got = (await answer(text, 0, [name])).captures['model']?.[name];
				expect(errorOf(got, value)).toBeLessThanOrEqual(TOLERANCE);
			});

			test('writes on as PyTorch does, as far as no step is nearly a tie', async () => {
				// Two logits may each be off by the tolerance, in opposite directions.
				const tie = greedy_leads.findIndex((lead) => lead <= 2 * TOLERANCE);
				const certain = greedy.slice(0, tie < 0 ? greedy.length : tie);
				const { steps } = await answer(text, certain.length, []);
				expect(steps.map((step) => step.id)).toEqual(certain);
			});
		}
	);
});
