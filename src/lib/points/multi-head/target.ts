/** The token whose logit is followed, and those that stand to be chosen instead. */
import { softmax, topIndices } from '#num/stats.ts';

const OFFERED = 5;

/** A token of the vocabulary, and how likely it is to come next. */
export interface Candidate {
	readonly id: number;
	readonly token: string;
	readonly probability: number;
}

/** The token followed, first among equals the likeliest. */
export interface Target extends Candidate {
	readonly isLikeliest: boolean;
	readonly candidates: readonly Candidate[];
}

/** The wanted token, or the likeliest where the vocabulary has no such id. */
export function targetOf(logits: ArrayLike<number>, wanted: number, vocabulary: readonly string[]): Target {
	const probabilities = softmax(logits);
	const candidate = (id: number) => {
		return { id, token: shown(vocabulary[id] ?? `#${id}`), probability: probabilities[id] ?? 0 };
	};
	const best = topIndices(probabilities, OFFERED);
	const isWanted = wanted >= 0 && wanted < probabilities.length;
	const id = isWanted ? wanted : (best[0] ?? 0);
	const offered = best.includes(id) ? best : [...best, id];
	return { ...candidate(id), isLikeliest: id === best[0], candidates: offered.map(candidate) };
}

/** A token without the space before it, unless it is nothing else. */
export function shown(token: string): string {
	return token.trim() || token;
}
