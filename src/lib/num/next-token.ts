/** What logits say of the next token: how likely each is, which one is followed, and what two runs make of it. */
import { take, type Named } from './named.ts';
import { logSumExp, mean, softmax, topIndices } from './stats.ts';

const OFFERED = 5;

/** A token of the vocabulary, and how likely it is to come next. */
export interface Candidate {
	readonly id: number;
	readonly token: string;
	readonly probability: number;
}

/** The token that is followed, and those that stand to be followed instead, the likeliest first. */
export interface Target extends Candidate {
	readonly isLikeliest: boolean;
	readonly candidates: readonly Candidate[];
}

/** A number in one run and in another. */
export interface Change {
	readonly before: number;
	readonly after: number;
}

/** A token's probability in a changed run; `other` is what it was before. */
export interface Compared {
	readonly label: string;
	readonly value: number;
	readonly other: number;
}

/** A token without the space before it, unless it is nothing else. */
export function shownToken(token: string): string {
	return token.trim() || token;
}

/** The wanted token, or the likeliest one where the vocabulary has no such id. */
export function targetOf(logits: ArrayLike<number>, wanted: number, vocabulary: readonly string[]): Target {
	const probabilities = softmax(logits);
	const candidate = (id: number) => {
		return { id, token: nameOf(id, vocabulary), probability: probabilities[id] ?? 0 };
	};
	const best = topIndices(probabilities, OFFERED);
	const isWanted = Number.isInteger(wanted) && wanted >= 0 && wanted < probabilities.length;
	const id = isWanted ? wanted : (best[0] ?? 0);
	const offered = best.includes(id) ? best : [...best, id];
	return { ...candidate(id), isLikeliest: id === best[0], candidates: offered.map(candidate) };
}

/** A few tokens of two rows of logits: one that is asked for, and what leads after and before; the likeliest after first. */
export function compareNext(
	logits: { readonly before: ArrayLike<number>; readonly after: ArrayLike<number> },
	asked: number,
	vocabulary: readonly string[]
): Compared[] {
	const [before, after] = [softmax(logits.before), softmax(logits.after)];
	const ids = [...new Set([asked, ...topIndices(after, OFFERED - 2), ...topIndices(before, OFFERED)])];
	const ordered = ids.slice(0, OFFERED).sort((a, b) => (after[b] ?? 0) - (after[a] ?? 0));
	return ordered.map((id) => ({ label: nameOf(id, vocabulary), value: after[id] ?? 0, other: before[id] ?? 0 }));
}

/** The mean surprise −ln p at each of a text's own next tokens, in nats; undefined where there is none to predict. */
export function lossOf(
	logits: Named<'pos' | 'd_vocab'>,
	{ tokens, promptLength }: { readonly tokens: readonly { readonly id: number }[]; readonly promptLength: number }
): number | undefined {
	// What was generated is no test of the model.
	const next = tokens.slice(1, promptLength);
	if (next.length === 0) return undefined;
	const surprises = next.map(({ id }, pos) => {
		const row = take(logits, { pos }).data;
		return logSumExp(row) - (row[id] ?? NaN);
	});
	return mean(surprises);
}

function nameOf(id: number, vocabulary: readonly string[]): string {
	return shownToken(vocabulary[id] ?? `#${id}`);
}
