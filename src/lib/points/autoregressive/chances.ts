/**
 * From logits to the chances that a token is drawn from: temperature over the whole vocabulary, then the likeliest k,
 * then the fewest of those whose probability reaches p (Holtzman et al., 2019). The generator does the same.
 */
import { argmax, logSumExp, topIndices } from '#num/stats.ts';
import type { RunFacts } from '#points/define.ts';

type Sampling = RunFacts['sampling'];

/** What takes a token out of the draw. */
export type Cut = 'greedy' | 'top-k' | 'top-p';

/** A distribution as it is drawn from. */
export interface Chances {
	/** [d_vocab]; 0 for what is cut. */
	readonly drawn: Float64Array;
	/** How many tokens can be drawn. */
	readonly kept: number;
	/** Ids that each step leaves; undefined where it leaves all. */
	readonly left: { readonly [cut in Cut]?: ReadonlySet<number> };
}

/** The chances of every token; all in 64 bits, since the token drawn depends on their sums. */
export function chancesOf(
	logits: Float32Array,
	{ temperature, topK, topP }: Pick<Sampling, 'temperature' | 'topK' | 'topP'>
): Chances {
	const drawn = new Float64Array(logits.length);
	if (temperature === 0) {
		const best = argmax(logits);
		drawn[best] = 1;
		return { drawn, kept: 1, left: { greedy: new Set([best]) } };
	}
	const tempered = Float64Array.from(logits, (logit) => logit / temperature);
	const narrows = topK > 0 && topK < tempered.length;
	const ids = narrows ? topIndices(tempered, topK) : Array.from(tempered.keys());
	const total = logSumExp(ids.map((id) => tempered[id] ?? NaN));
	for (const id of ids) drawn[id] = Math.exp((tempered[id] ?? NaN) - total);
	const afterK = narrows ? { 'top-k': new Set(ids) } : {};
	return topP < 1 ? narrowed(drawn, ids, topP, afterK) : { drawn, kept: ids.length, left: afterK };
}

/** What took a token out of the draw; undefined for one that can be drawn. */
export function cutOf({ left }: Chances, id: number): Cut | undefined {
	return (['greedy', 'top-k', 'top-p'] as const).find((cut) => left[cut] && !left[cut].has(id));
}

/** Where a number from 0 to 1 falls when the chances are laid end to end in the order of the vocabulary. */
export function fallOf({ drawn }: Chances, u: number): { readonly id: number; readonly from: number } {
	let reached = 0;
	let last = { id: 0, from: 0 };
	for (let id = 0; id < drawn.length; id++) {
		const chance = drawn[id] ?? 0;
		if (chance === 0) continue;
		last = { id, from: reached };
		reached += chance;
		if (u < reached) return last;
	}
	// Rounding can leave the sum just short of 1.
	return last;
}

function narrowed(chances: Float64Array, ids: readonly number[], p: number, left: Chances['left']): Chances {
	const chance = (id: number) => chances[id] ?? 0;
	const sorted = ids.toSorted((a, b) => chance(b) - chance(a) || a - b);
	let reached = 0;
	let kept = 0;
	while (kept < sorted.length && (kept === 0 || reached < p)) reached += chance(sorted[kept++] ?? 0);
	const drawn = new Float64Array(chances.length);
	const stay = sorted.slice(0, kept);
	for (const id of stay) drawn[id] = chance(id) / reached;
	return { drawn, kept, left: { ...left, 'top-p': new Set(stay) } };
}
