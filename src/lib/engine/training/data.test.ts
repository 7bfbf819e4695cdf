import { expect, test } from 'vitest';
import { heldOutBatch, pooledBatch, trainingBatch, type JudgedBatch } from './data.ts';
import type { DataSettings } from './settings.ts';
import { IGNORED } from './targets.ts';

const PLAIN: DataSettings = { task: 'copy', size: 6, batch: 32, texts: 0, noise: 0, spoilt: 0, sampling: 0 };
const source = (data: Partial<DataSettings>) => ({ seed: 4, data: { ...PLAIN, ...data } });

const textsOf = ({ ids, texts }: JudgedBatch) =>
	Array.from({ length: texts }, (_, i) => ids.slice((i * ids.length) / texts, ((i + 1) * ids.length) / texts).join());

/** The share of answers that are not the next token of what is read. */
function wrongIn({ ids, targets, texts }: JudgedBatch): number {
	const length = ids.length / texts;
	// What follows the last token is not read; the letter that is copied there stands half a text before.
	const pairs = targets.flatMap((target, row) =>
		target === IGNORED ? [] : [[target, (row + 1) % length === 0 ? ids[row - 6] : ids[row + 1]]]
	);
	return pairs.filter(([target, next]) => target !== next).length / pairs.length;
}

test('so many texts are met again and again, and no others', () => {
	const met = new Set<string>();
	for (let step = 1; step <= 40; step++)
		for (const text of textsOf(trainingBatch(source({ texts: 16 }), step))) met.add(text);
	expect(met.size).toBe(16);
	expect([...met].toSorted()).toEqual(textsOf(pooledBatch(source({ texts: 16 }), 99) as JudgedBatch).toSorted());
});

test('where every batch is new there are none that are met again', () => {
	expect(pooledBatch(source({}), 32)).toBeUndefined();
});

test('every answer is right unless a share of wrong ones is asked for', () => {
	expect(wrongIn(trainingBatch(source({}), 1))).toBe(0);
});

test.each([
	['learnt', (step: number) => trainingBatch(source({ noise: 0.2 }), step)],
	['held out', () => heldOutBatch(source({ noise: 0.2 }), 500)]
])('about the share of answers that is asked for is wrong in what is %s', (_, batch) => {
	const shares = Array.from({ length: 20 }, (_, step) => wrongIn(batch(step + 1)));
	expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) / 20 - 0.2)).toBeLessThan(0.03);
});

test('a text that is met again has the same wrong answers again', () => {
	const learnt = new Map<string, string>();
	for (let step = 1; step <= 20; step++) {
		const batch = trainingBatch(source({ texts: 8, noise: 0.5 }), step);
		for (const [i, text] of textsOf(batch).entries()) {
			const targets = batch.targets.slice(i * 12, (i + 1) * 12).join();
			expect(learnt.get(text) ?? targets).toBe(targets);
			learnt.set(text, targets);
		}
	}
});

test('the spoilt batch has no right answer, and the batches around it have all', () => {
	expect([6, 7, 8].map((step) => wrongIn(trainingBatch(source({ spoilt: 7 }), step)))).toEqual([0, 1, 0]);
});
