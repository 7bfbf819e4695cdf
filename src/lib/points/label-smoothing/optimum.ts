import type { TrainedRun } from '../define-experiment.ts';

/** What a run's labels ask for, and where a loss that they alone decide would come to rest. */
export interface Optimum {
	/** The share of the target that the token of the label has, and each other token. */
	readonly labelled: number;
	readonly other: number;
	/** The entropy of the target: no model brings the cross-entropy below it. */
	readonly floor: number;
	/** The gap between the labelled token's logit and all others there; undefined where it lies at infinity. */
	readonly gap: number | undefined;
}

/**
 * The optimum of a run over K tokens. Labels that are met again and again can be learnt by heart, wrong ones too: then each
 * is a target of its own. Of labels that never come back, only their distribution can be learnt, with the wrong ones in it.
 */
export function optimumOf({ data, regularization }: TrainedRun['settings'], K: number): Optimum {
	const wrong = data.texts > 0 ? 0 : data.noise;
	const even = regularization.smoothing / K;
	const labelled = (1 - regularization.smoothing) * (1 - wrong) + even;
	const other = ((1 - regularization.smoothing) * wrong) / (K - 1) + even;
	return {
		labelled,
		other,
		floor: surprise(labelled) + (K - 1) * surprise(other),
		gap: other > 0 ? Math.log(labelled / other) : undefined
	};
}

/** −p·ln p, which is 0 where p is. */
function surprise(p: number): number {
	return p > 0 ? -p * Math.log(p) : 0;
}
