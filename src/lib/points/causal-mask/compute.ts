/** One head before its mask, under it and after the softmax; what leaks from the future; what it does to prediction. */
import type { MaskKind } from '#engine/captures.ts';
import { take } from '#num/named.ts';
import { mean, softmax } from '#num/stats.ts';
import type { Values } from '#params/param.ts';
import type { Answers, Focus } from '#points/define.ts';
import { cheatsOf, leakOf, type Leak } from './leak.ts';
import type { needs } from './needs.ts';
import type { params } from './params.ts';
import { compareNext, surprises, type Next } from './prediction.ts';
import { compareTouched, touchOf, type Touch } from './touch.ts';

/** A square of captured numbers, row by row: queries down, keys across. */
interface Square {
	readonly data: Float32Array;
	readonly length: number;
}

/** What the panel draws. */
export interface CausalMask {
	readonly kind: MaskKind;
	readonly size: number;
	/** Cells painted by hand that lie inside this text. */
	readonly painted: number;
	readonly labels: readonly string[];
	/** How many of the tokens are the reader's text. */
	readonly prompt: number;
	readonly focus: Focus;
	readonly d_head: number;
	readonly layers: number;
	readonly heads: number;
	/** Under the reader's mask: scores before it, with its −∞, and after the softmax. */
	readonly scaled: Square;
	readonly masked: Square;
	readonly pattern: Square;
	/** The largest size of a score, for the colours. */
	readonly max: number;
	readonly closed: number;
	/** How many keys the chosen query sees. */
	readonly open: number;
	/** Queries that see no key at all. */
	readonly blind: number;
	readonly leak: Leak | undefined;
	/** Of the text's predictions, how many could have read their own answer through all blocks. */
	readonly cheats: number;
	readonly predictions: number;
	/** What rows would sum to if the future's weights were struck out after the softmax instead: on average, and the first. */
	readonly struck: { readonly mean: number; readonly first: number };
	/** Surprise at each next token of the text in nats, and its mean; without predictions undefined. */
	readonly loss: { readonly before: number; readonly after: number } | undefined;
	readonly surprises: { readonly before: readonly number[]; readonly after: readonly number[] };
	readonly next: Next | undefined;
	/** What moves when one token is replaced, under the reader's mask. */
	readonly touch: Touch;
	/** True when the reader's mask closes and opens what the causal one does. */
	readonly isCausal: boolean;
	/** True when a query cannot see some of its past, or itself. */
	readonly hidesPast: boolean;
}

/** Everything the panel draws. */
export function compute(answers: Answers<typeof needs>, focus: Focus, values: Values<typeof params>): CausalMask {
	const { model, changed, touched, run } = answers;
	const { mask, size, cells } = values;
	const length = run.tokens.length;
	const square = (data: Float32Array): Square => ({ data, length });
	const [scaled, masked, pattern] = [changed.scaled, changed.scores, changed.pattern].map((value) =>
		square(take(value, { head: focus.head }).data)
	) as [Square, Square, Square]; // three in, three out
	const before = surprises(model.logits, run);
	const after = surprises(changed.logits, run);
	return {
		kind: mask,
		size,
		painted: cells.filter(({ query, key }) => query < length && key < length).length,
		prompt: run.promptLength,
		labels: run.tokens.map(({ text }) => text.trim() || text),
		focus,
		d_head: run.model.d_head,
		layers: run.model.layers,
		heads: run.model.heads,
		scaled,
		masked,
		pattern,
		max: largest(scaled),
		...countsOf(masked, focus.query),
		leak: leakOf(masked, pattern),
		cheats: cheatsOf(masked, run.model.layers, before.length),
		predictions: before.length,
		struck: struckOut(take(model.scores, { head: focus.head }).data, length),
		loss: before.length > 0 ? { before: mean(before), after: mean(after) } : undefined,
		surprises: { before, after },
		next: length > 0 ? compareNext(model.logits, changed.logits, run) : undefined,
		touch: compareTouched(changed.logits, touched.logits, touchOf(values, run), run),
		isCausal: isCausal(masked),
		hidesPast: masked.data.some((score, place) => score === -Infinity && place % length <= Math.floor(place / length))
	};
}

function largest({ data }: Square): number {
	let most = 0;
	for (const value of data) if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
	return most || 1;
}

function countsOf(masked: Square, query: number) {
	const open = Array.from({ length: masked.length }, () => 0);
	masked.data.forEach((score, place) => {
		const row = Math.floor(place / masked.length);
		if (score !== -Infinity) open[row] = (open[row] ?? 0) + 1;
	});
	return {
		closed: masked.length ** 2 - open.reduce((sum, count) => sum + count, 0),
		open: open[query] ?? 0,
		blind: open.filter((count) => count === 0).length
	};
}

/** Softmax over all keys, of which only those up to the query are then kept. */
function struckOut(scores: Float32Array, length: number): CausalMask['struck'] {
	const sums = Array.from({ length }, (_, query) => {
		const weights = softmax(scores.subarray(query * length, (query + 1) * length));
		return weights.slice(0, query + 1).reduce((sum, weight) => sum + weight, 0);
	});
	return { mean: sums.length > 0 ? mean(sums) : 1, first: sums[0] ?? 1 };
}

function isCausal({ data, length }: Square): boolean {
	return data.every((score, place) => (score === -Infinity) === place % length > Math.floor(place / length));
}
