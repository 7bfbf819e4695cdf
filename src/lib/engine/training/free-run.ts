/** A model that reads its own guesses where answers stand: what it does when nobody tells it the right ones. */
import { argmax } from '#num/stats.ts';
import type { JudgedBatch } from './data.ts';
import type { Batch } from './gradient.ts';

/** The logits of a batch, [pos, d_vocab], text after text. */
export type Reads = (batch: Omit<Batch, 'targets'>) => Promise<Float32Array>;

/**
 * The share of answers that are wrong, by their place among the answers of a text, where each text is continued greedily:
 * every answer after the first is read as the model gave it, not as it should have been.
 */
export async function wrongRunningFree(reads: Reads, d_vocab: number, batch: JudgedBatch): Promise<number[]> {
	const { texts, targets, answers } = batch;
	const length = targets.length / texts;
	const read = Array.from({ length: texts }, (_, text) => batch.ids.slice(text * length, (text + 1) * length));
	const places: { count: number; wrong: number }[] = [];
	const asked = new Array<number>(texts).fill(0);
	for (let at = 0; at < length; at++) {
		const answering = read.map((_, text) => answers[text * length + at] === true);
		if (!answering.includes(true)) continue;
		const logits = await reads({ texts, ids: read.flatMap((ids) => ids.slice(0, at + 1)) });
		for (const [text, ids] of read.entries()) {
			if (!answering[text]) continue;
			const row = text * (at + 1) + at;
			const guess = argmax(logits.subarray(row * d_vocab, (row + 1) * d_vocab));
			const place = asked[text] ?? 0;
			asked[text] = place + 1;
			const tally = (places[place] ??= { count: 0, wrong: 0 });
			tally.count++;
			if (guess !== targets[text * length + at]) tally.wrong++;
			if (at + 1 < length) ids[at + 1] = guess;
		}
	}
	return places.map(({ count, wrong }) => wrong / count);
}

/**
 * The batch with some of the answers in what is read replaced by what the model, reading the right ones, would have said
 * there: scheduled sampling in two passes, as parallel decoders need it (Mihaylova and Martins, 2019). What is to be
 * foretold stays.
 */
export async function withGuesses(
	reads: Reads,
	d_vocab: number,
	batch: JudgedBatch,
	isGuessed: () => boolean
): Promise<Batch> {
	const logits = await reads(batch);
	const length = batch.targets.length / batch.texts;
	const ids = batch.ids.map((id, row) => {
		// The first token of a text follows no row of it.
		if (row % length === 0 || !batch.answers[row - 1] || !isGuessed()) return id;
		return argmax(logits.subarray((row - 1) * d_vocab, row * d_vocab));
	});
	return { ...batch, ids };
}
