/** The probability of a whole text as a product of steps: p(x₁)… each given what stands before it. */
import { rows, type Named } from '#num/named.ts';
import { logSumExp } from '#num/stats.ts';
import type { RunFacts } from '#points/define.ts';

/** One factor of the product: the token at `pos`, given all before it. */
export interface Factor {
	readonly pos: number;
	readonly probability: number;
	/** Its natural logarithm. */
	readonly log: number;
	/** The product up to here. */
	readonly product: number;
	/** 0 where it was the likeliest. */
	readonly rank: number;
}

/** A text's probability, its first token taken as given. */
export interface Sentence {
	readonly factors: readonly Factor[];
	readonly product: number;
	/** The sum of the logarithms. */
	readonly sum: number;
	/** |product − e^sum| over e^sum; undefined where 64 bits hold neither. */
	readonly error: number | undefined;
	/** e to the mean of −log p; 1 where nothing was predicted. */
	readonly perplexity: number;
	/** How many tokens were not the likeliest of their step. */
	readonly surprises: number;
}

/** The product over a text's own tokens; the model's plain probabilities, whatever the sampling. */
export function sentenceOf(logits: Named<'pos' | 'd_vocab'>, tokens: RunFacts['tokens']): Sentence {
	const factors: Factor[] = [];
	let product = 1;
	let sum = 0;
	for (const [before, row] of rows(logits).entries()) {
		const id = tokens[before + 1]?.id;
		if (id === undefined) break;
		const logit = row[id] ?? NaN;
		const log = logit - logSumExp(row);
		product *= Math.exp(log);
		sum += log;
		factors.push({ pos: before + 1, probability: Math.exp(log), log, product, rank: rankOf(row, id) });
	}
	const whole = Math.exp(sum);
	return {
		factors,
		product,
		sum,
		// Below the smallest normal number digits are lost one by one.
		error: whole > 1e-300 ? Math.abs(product - whole) / whole : undefined,
		perplexity: Math.exp(-sum / Math.max(1, factors.length)),
		surprises: factors.filter(({ rank }) => rank > 0).length
	};
}

/** How many tokens are likelier; the lower id first among equals. */
export function rankOf(logits: Float32Array, id: number): number {
	const own = logits[id] ?? NaN;
	let rank = 0;
	for (let i = 0; i < logits.length; i++) {
		const other = logits[i] ?? NaN;
		if (other > own || (other === own && i < id)) rank++;
	}
	return rank;
}
