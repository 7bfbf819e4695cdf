/** All heads at once: where each looks, what it writes, what that does to one token's logit, and what happens without it. */
import { logitDirection } from '#num/logit-direction.ts';
import { take, valueAt, type Named } from '#num/named.ts';
import { shownToken, targetOf, type Target } from '#num/next-token.ts';
import { argmax, dot, maxAbsDifference } from '#num/stats.ts';
import type { Values } from '#params/param.ts';
import type { Answers, Focus } from '#points/define.ts';
import { divergences } from './divergence.ts';
import { effectOf, type Effect } from './effect.ts';
import { allHeads, includesHead, type HeadPlace } from './heads.ts';
import type { needs } from './needs.ts';
import type { params } from './params.ts';
import { lengthOf, partOf, sumOf } from './parts.ts';

/** One head at the focused query. */
export interface Head extends HeadPlace {
	readonly isOff: boolean;
	/** The key that it looks at most, and how much. */
	readonly best: number;
	readonly bestWeight: number;
	/** What its part adds to the target's logit directly, through the final norm at the scale of its run: with nothing off. */
	readonly direct: number;
}

/** What one head, or b_O, adds to the attention's output in the focused layer, with the reader's heads off. */
export interface Part {
	readonly values: ArrayLike<number>;
	readonly length: number;
	readonly direct: number;
}

/** Two heads, and how unlike their patterns are. */
export interface Pair {
	readonly heads: readonly [number, number];
	readonly bits: number;
}

/** What the panel draws. */
export interface MultiHead {
	/** Of every layer, with the reader's heads off. */
	readonly patterns: Named<'layer' | 'head' | 'query' | 'key'>;
	/** All heads, layer by layer. */
	readonly heads: readonly Head[];
	/** Of the focused layer. */
	readonly parts: readonly Part[];
	readonly bias: Part | undefined;
	/** `apart`: the largest difference of the parts' sum from what the model computed. */
	readonly output: Part & { readonly apart: number };
	/** Heads × heads of the focused layer, in bits. */
	readonly divergences: Float32Array;
	readonly meanDivergence: number;
	readonly closest: Pair | undefined;
	readonly farthest: Pair | undefined;
	readonly target: Target;
	/** Of the target, with nothing off: its logit, and what all heads together add to it directly. */
	readonly logit: number;
	readonly direct: number;
	/** How many heads push the target's logit down. */
	readonly against: number;
	/** Only while a head is off. */
	readonly effect: Effect | undefined;
	readonly labels: readonly string[];
	readonly sizes: {
		readonly layers: number;
		readonly heads: number;
		readonly d_head: number;
		readonly d_model: number;
		readonly tokens: number;
	};
	readonly focus: Focus;
}

/** Everything the panel draws. */
export function compute(answers: Answers<typeof needs>, focus: Focus, chosen: Values<typeof params>): MultiHead {
	const { model, without, run } = answers;
	const { query } = focus;
	const target = targetOf(take(model.logits, { pos: query }).data, chosen.target, run.vocabulary);
	const heads = headsOf(answers, focus, { off: chosen.off, target: target.id });
	const square = divergences(take(without.pattern, { layer: focus.layer }));
	const pairs = pairsOf(square, run.model.heads);
	return {
		patterns: without.pattern,
		heads,
		...layerOf(answers, focus, target.id),
		divergences: square,
		meanDivergence: pairs.reduce((sum, { bits }) => sum + bits, 0) / Math.max(1, pairs.length),
		closest: pairs[0],
		farthest: pairs.at(-1),
		target,
		logit: valueAt(model.logits, { pos: query, d_vocab: target.id }),
		direct: heads.reduce((sum, head) => sum + head.direct, 0),
		against: heads.filter(({ direct }) => direct < 0).length,
		effect: effectOf({ before: model.logits, after: without.logits }, { heads, target, query, run }),
		labels: run.tokens.map(({ text }) => shownToken(text)),
		sizes: {
			layers: run.model.layers,
			heads: run.model.heads,
			d_head: run.model.d_head,
			d_model: run.model.d_model,
			tokens: run.tokens.length
		},
		focus
	};
}

/** The direction of the target's logit at the scale that a run's final norm had. */
function directionIn(
	{ weights, run }: Answers<typeof needs>,
	scale: Named<'pos' | 'one'>,
	{ token, query }: { readonly token: number; readonly query: number }
): Float64Array {
	const out = { ...weights, centers: run.model.norm === 'layer' };
	return logitDirection(out, token, valueAt(scale, { pos: query, one: 0 }));
}

function headsOf(
	answers: Answers<typeof needs>,
	{ query }: Focus,
	{ off, target }: { readonly off: readonly HeadPlace[]; readonly target: number }
): Head[] {
	const { model, without, weights, run } = answers;
	const along = directionIn(answers, model.scale, { token: target, query });
	return allHeads(run.model).map((place) => {
		const row = take(without.pattern, { ...place, query }).data;
		const best = argmax(row);
		const part = partOf({ z: model.z, W_O: weights.W_O }, place, query);
		return {
			...place,
			isOff: includesHead(off, place),
			best,
			bestWeight: row[best] ?? 0,
			direct: dot(part, along)
		};
	});
}

/** The focused layer's output as a sum over its heads. */
function layerOf(
	answers: Answers<typeof needs>,
	{ layer, query }: Focus,
	token: number
): Pick<MultiHead, 'parts' | 'bias' | 'output'> {
	const { without, weights, run } = answers;
	const along = directionIn(answers, without.scale, { token, query });
	const part = (values: ArrayLike<number>): Part => {
		return { values, length: lengthOf(values), direct: dot(values, along) };
	};
	const vectors = Array.from({ length: run.model.heads }, (_, head) => {
		return partOf({ z: without.z, W_O: weights.W_O }, { layer, head }, query);
	});
	const computed = take(without.attnOut, { pos: query }).data;
	const bias = weights.b_O?.data;
	return {
		parts: vectors.map(part),
		bias: bias && part(bias),
		output: { ...part(computed), apart: maxAbsDifference(sumOf(vectors, bias), computed) }
	};
}

/** Every two heads, the most alike first. */
function pairsOf(square: Float32Array, heads: number): Pair[] {
	const pairs = Array.from({ length: heads ** 2 }, (_, i): Pair => {
		return { heads: [Math.floor(i / heads), i % heads], bits: square[i] ?? NaN };
	});
	return pairs.filter(({ heads: [a, b] }) => a < b).sort((one, other) => one.bits - other.bits);
}
