/** How a model answers: two ways to be right. */
import { argmax, softmax } from '../../src/lib/num/stats.ts';
import type { Asked } from './questions.ts';
import type { Reader } from './reader.ts';

/** Whether an answer is what the model would say, and whether it would rather say it than what is wrong. */
export interface Answered {
	/** Each token of the answer is the likeliest of all. */
	readonly likeliest: boolean;
	/** The answer is likelier than every wrong one that the question names; undefined where it names none. */
	readonly beats: boolean | undefined;
}

/** How a model answers a question: one pass over the question and its answer. */
export async function answered(reader: Pick<Reader, 'logits'>, { prompt, answer, wrong }: Asked): Promise<Answered> {
	const logits = await reader.logits([...prompt, ...answer]);
	/** What the model says after the first `count` tokens of the answer. */
	const after = (count: number) => logits[prompt.length - 1 + count] ?? new Float32Array();
	return {
		likeliest: answer.every((id, place) => argmax(after(place)) === id),
		beats: wrong.length > 0 ? wrong.every((other) => isLikelier(answer, other, after)) : undefined
	};
}

/**
 * Whether `right` is likelier than `wrong`, decided at the first token where they part; up to there they share all. Where
 * one is how the other begins ("go", "goes"), the longer one wins if its next token gets more than half.
 */
export function isLikelier(
	right: readonly number[],
	wrong: readonly number[],
	after: (count: number) => ArrayLike<number>
): boolean {
	const shared = right.findIndex((id, place) => id !== wrong[place]);
	const place = shared < 0 ? right.length : shared;
	const [mine, theirs] = [right[place], wrong[place]];
	const said = after(place);
	if (mine !== undefined && theirs !== undefined) return (said[mine] ?? NaN) > (said[theirs] ?? NaN);
	const probabilities = softmax(said);
	if (mine !== undefined) return (probabilities[mine] ?? 0) > 0.5;
	return theirs !== undefined && (probabilities[theirs] ?? 1) < 0.5;
}
