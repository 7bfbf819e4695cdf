/** What shuffling a text does to what each of its tokens predicts. */
import { take, type Named } from '#num/named.ts';
import { permutation } from '#num/random.ts';
import { softmax } from '#num/stats.ts';

type Logits = Named<'pos' | 'd_vocab'>;

/** A text shuffled: each token's prediction against its own prediction in the order of the text. */
export interface Order {
	/** Which token stands at each place of the shuffled text. */
	readonly order: readonly number[];
	/** By token, in the order of the text: how far its prediction moved, in total variation, with positions and without. */
	readonly seeing: readonly number[];
	readonly blind: readonly number[];
	readonly most: { readonly seeing: number; readonly blind: number };
}

/** The two runs of a text with positions, and the two without, each in order and shuffled. */
export interface Shuffles {
	readonly seeing: Logits;
	readonly seeingShuffled: Logits;
	readonly blind: Logits;
	readonly blindShuffled: Logits;
}

/** How far every token's prediction moves when the text is shuffled. */
export function orderOf(runs: Shuffles, length: number, seed: number): Order {
	const order = permutation(length, seed);
	const seeing = movedBy(runs.seeing, runs.seeingShuffled, order);
	const blind = movedBy(runs.blind, runs.blindShuffled, order);
	return { order, seeing, blind, most: { seeing: Math.max(0, ...seeing), blind: Math.max(0, ...blind) } };
}

function movedBy(inOrder: Logits, shuffled: Logits, order: readonly number[]): number[] {
	const moved = order.map(() => 0);
	for (const [place, token] of order.entries()) moved[token] = distance(rowOf(inOrder, token), rowOf(shuffled, place));
	return moved;
}

function rowOf(logits: Logits, pos: number): Float32Array {
	return softmax(take(logits, { pos }).data);
}

/** Total variation: 0 for equal distributions, 1 for two that share nothing. */
function distance(p: Float32Array, q: Float32Array): number {
	return p.reduce((sum, value, i) => sum + Math.abs(value - (q[i] ?? 0)), 0) / 2;
}
