/** Whether a cache changed anything, and by how much. */
import { take } from '#num/named.ts';
import { argmax, maxAbsDifference } from '#num/stats.ts';
import type { CacheAnswers } from './needs.ts';

type HeldValue = CacheAnswers['cached']['k'];

/** How far apart two ways to compute the same are. */
export interface Agreement {
	/** How many logits were compared, and the largest difference among them. */
	readonly count: number;
	readonly logits: number;
	/** The largest magnitude of a logit, to judge that by. */
	readonly largest: number;
	/** The largest difference of any key or value, in any layer. */
	readonly held: number;
	readonly next: { readonly with: string; readonly without: string };
}

/** How far the run through the cache lies from the one without. */
export function agreementOf({ model, cached, run }: CacheAnswers): Agreement {
	const apart = (a: HeldValue, b: HeldValue) => maxAbsDifference(a.data, b.data);
	const next = (logits: CacheAnswers['model']['logits']) =>
		shown(run.vocabulary[argmax(take(logits, { pos: -1 }).data)] ?? '');
	return {
		count: cached.logits.data.length,
		largest: model.logits.data.reduce((most, logit) => Math.max(most, Math.abs(logit)), 0),
		logits: maxAbsDifference(model.logits.data, cached.logits.data),
		held: Math.max(apart(model.rot_k ?? model.k, cached.rot_k ?? cached.k), apart(model.v, cached.v)),
		next: { with: next(cached.logits), without: next(model.logits) }
	};
}

/** The most that rounding sets apart two orders of the same sums; past it an edit has made earlier tokens see later ones. */
const ROUNDING = 0.01;

/** True where the cache changed no logit beyond rounding. */
export function agrees({ logits }: Agreement): boolean {
	return logits < ROUNDING;
}

/** A token without the space before it, unless it is nothing else. */
export function shown(token: string): string {
	return token.trim() || token;
}
