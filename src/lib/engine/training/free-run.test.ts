import { expect, test } from 'vitest';
import { withGuesses, wrongRunningFree, type Reads } from './free-run.ts';
import { IGNORED } from './targets.ts';

const VOCABULARY = 10;

/** A model that says the token after the one it reads; of the token 3 it says 5, and is wrong. */
const counts: Reads = async ({ ids }) =>
	Float32Array.from(
		ids.flatMap((id) => {
			const next = id === 3 ? 5 : (id + 1) % VOCABULARY;
			return Array.from({ length: VOCABULARY }, (_, token) => Number(token === next));
		})
	);

/** Counting from 0, and from 5: what follows the second token is an answer. */
const BATCH = {
	texts: 2,
	ids: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
	targets: [IGNORED, 2, 3, 4, 5, IGNORED, 7, 8, 9, 0],
	answers: [false, true, true, true, true, false, true, true, true, true]
};

test('an error made running free is read again, and leads to more', async () => {
	// 3 is followed by 5, then 6: both wrong in the first text alone.
	expect(await wrongRunningFree(counts, VOCABULARY, BATCH)).toEqual([0, 0, 0.5, 0.5]);
});

test('what it reads first is given', async () => {
	const reads: number[][] = [];
	const watching: Reads = (batch) => {
		reads.push([...batch.ids]);
		return counts(batch);
	};
	await wrongRunningFree(watching, VOCABULARY, BATCH);
	expect(reads[0]).toEqual([0, 1, 5, 6]);
});

test('with all answers guessed, what is read is what the model says after the right tokens', async () => {
	const { ids, targets } = await withGuesses(counts, VOCABULARY, BATCH, () => true);
	expect(ids).toEqual([0, 1, 2, 3, 5, 5, 6, 7, 8, 9]);
	expect(targets).toBe(BATCH.targets);
});

test('with none guessed, what is read is the right tokens', async () => {
	expect((await withGuesses(counts, VOCABULARY, BATCH, () => false)).ids).toEqual(BATCH.ids);
});
