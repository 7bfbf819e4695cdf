/**
 * Draws the next token: temperature, then the likeliest k, then the fewest of those whose probability reaches p.
 *
 * Everything is exact over the whole vocabulary, in 64 bits, in plain JavaScript: no backend takes part, so that a seed
 * draws the same token everywhere as long as the logits agree.
 */
import { uniformAt } from '#num/random.ts';
import { argmax, logSumExp, topIndices } from '#num/stats.ts';
import { EngineError } from './failures.ts';
import type { GeneratedStep, Sampling } from './protocol.ts';

/** The token drawn from logits [d_vocab] at the `index`-th step; throws EngineError `not-finite` when none is possible. */
export function sample(logits: Float32Array, sampling: Sampling, index: number): GeneratedStep {
	const chances = distribution(logits, sampling);
	const id = draw(chances, uniformAt(sampling.seed, index));
	const logit = logits[id] ?? NaN;
	return {
		id,
		probability: Math.exp(logit - logSumExp(logits)),
		sampledProbability: chances[id] ?? 0,
		rank: logits.reduce((rank, other, i) => rank + (other > logit || (other === logit && i < id) ? 1 : 0), 0)
	};
}

/** The chances [d_vocab] that a token is drawn from; throws EngineError `not-finite` when the logits allow none. */
export function distribution(logits: Float32Array, { temperature, topK, topP }: Omit<Sampling, 'seed'>): Float64Array {
	if (!Number.isFinite(logSumExp(logits))) throw new EngineError('not-finite', 'the logits are not finite');
	const chances = new Float64Array(logits.length);
	if (temperature === 0) {
		chances[argmax(logits)] = 1;
		return chances;
	}
	const tempered = Float64Array.from(logits, (logit) => logit / temperature);
	const kept = likeliest(tempered, topK);
	const total = logSumExp(kept.map((id) => tempered[id] ?? NaN));
	for (const id of kept) chances[id] = Math.exp((tempered[id] ?? NaN) - total);
	return topP < 1 ? nucleus(chances, kept, topP) : chances;
}

/** Ids of the k largest logits, the lower id first among equals; all of them for k = 0. */
function likeliest(logits: Float64Array, k: number): number[] {
	return k > 0 && k < logits.length ? topIndices(logits, k) : Array.from(logits.keys());
}

/** The smallest set of likeliest tokens whose probability reaches p (Holtzman et al., 2019); never empty. */
function nucleus(chances: Float64Array, kept: readonly number[], p: number): Float64Array {
	const chance = (id: number) => chances[id] ?? 0;
	const sorted = kept.toSorted((a, b) => chance(b) - chance(a) || a - b);
	const chosen = new Float64Array(chances.length);
	let reached = 0;
	let count = 0;
	while (count < sorted.length && (count === 0 || reached < p)) reached += chance(sorted[count++] ?? 0);
	for (const id of sorted.slice(0, count)) chosen[id] = chance(id) / reached;
	return chosen;
}

/** The first id at which the chances, added up, exceed u. */
function draw(chances: Float64Array, u: number): number {
	let reached = 0;
	let last = 0;
	for (const [id, chance] of chances.entries()) {
		if (chance === 0) continue;
		reached += chance;
		last = id;
		if (u < reached) return id;
	}
	// Rounding can leave the sum just short of 1.
	return last;
}
