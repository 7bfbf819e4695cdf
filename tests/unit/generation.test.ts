/** That a panel shows what was drawn: its arithmetic beside the engine's, and one seed on two backends. */
import { describe, expect, test } from 'vitest';
import { chooseBackend } from '#engine/backend.ts';
import type { BackendName, Sampling } from '#engine/protocol.ts';
import { distribution, sample } from '#engine/sampling.ts';
import { Session } from '#engine/session.ts';
import { normals, uniformAt } from '#num/random.ts';
import { chancesOf, fallOf } from '#points/autoregressive/chances.ts';
import { shippedFiles } from '../golden/shipped.ts';
import { SHIPPED } from '../support/model-captures.ts';

const GRID: readonly Sampling[] = [0, 0.3, 1, 2.5].flatMap((temperature) =>
	[0, 1, 5, 40].flatMap((topK) => [0.05, 0.5, 0.95, 1].map((topP) => ({ temperature, topK, topP, seed: 7 })))
);

describe('the chances that a panel shows', () => {
	const next = normals(12);
	const logits = Float32Array.from({ length: 300 }, () => 3 * next());

	test('are the engine’s, whatever the sampling', () => {
		for (const how of GRID) expect(chancesOf(logits, how).drawn).toEqual(distribution(logits, how));
	});

	test('keep as many tokens as the engine can draw', () => {
		for (const how of GRID) {
			const drawable = distribution(logits, how).filter((chance) => chance > 0).length;
			expect(chancesOf(logits, how).kept).toBe(drawable);
		}
	});

	test('make the engine’s draw of the same number', () => {
		for (const how of GRID)
			for (const index of [0, 1, 2, 3]) {
				const fall = fallOf(chancesOf(logits, how), uniformAt(how.seed, index));
				expect(fall.id).toBe(sample(logits, how, index).id);
			}
	});
});

describe('a seed', () => {
	/** The ids that a fresh session writes after the same text. */
	async function written(backend: BackendName, seed: number): Promise<number[]> {
		await chooseBackend({ force: backend });
		const session = new Session(SHIPPED, shippedFiles(SHIPPED));
		const generate = { temperature: 1.2, topK: 50, topP: 0.95, seed, count: 12 };
		const text = 'Once upon a time there was a';
		const { steps } = await session.answer({ model: SHIPPED, text, generate, edits: [], variations: {} });
		session.dispose();
		return steps.map(({ id }) => id);
	}

	test('writes the same text again', async () => {
		expect(await written('wasm', 3)).toEqual(await written('wasm', 3));
	});

	test('writes the same text on another backend', async () => {
		expect(await written('cpu', 3)).toEqual(await written('wasm', 3));
	});

	test('writes another text than another seed', async () => {
		expect(await written('wasm', 4)).not.toEqual(await written('wasm', 3));
	});
});
