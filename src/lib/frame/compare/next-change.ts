import { shownToken } from '#num/next-token.ts';
import { softmax, topIndices } from '#num/stats.ts';

/** What a run says next: a row of logits, and what each id shows as. */
export interface Next {
	readonly logits: ArrayLike<number>;
	readonly vocabulary: readonly string[];
}

/** How likely a token comes next in each of two runs; undefined where that run's vocabulary does not have it. */
export interface NextChange {
	readonly token: string;
	readonly left: number | undefined;
	readonly right: number | undefined;
}

const SHOWN = 5;

/** The likeliest next tokens of two runs, by what they show as: the left one's five, then those that only the right one has. */
export function nextChanges(left: Next, right: Next): NextChange[] {
	const [one, other] = [softmax(left.logits), softmax(right.logits)];
	const names = [
		...topIndices(one, SHOWN).map((id) => left.vocabulary[id] ?? ''),
		...topIndices(other, SHOWN).map((id) => right.vocabulary[id] ?? '')
	];
	return [...new Set(names)].map((name) => ({
		token: shownToken(name),
		left: one[left.vocabulary.indexOf(name)],
		right: other[right.vocabulary.indexOf(name)]
	}));
}
