/** What two runs of the same text predict: the next token, and each token of the text in turn. */
import type { Ranked } from '#marks/ranking.ts';
import { take, type Named } from '#num/named.ts';
import { logSumExp, softmax, topIndices } from '#num/stats.ts';
import type { RunFacts } from '#points/define.ts';

const SHOWN = 5;

type Logits = Named<'pos' | 'd_vocab'>;

/** The likeliest next tokens of the original and of the changed run. */
export interface Next {
	readonly before: readonly Ranked[];
	/** `other` is the same token's probability in the original. */
	readonly after: readonly Ranked[];
	/** What became of the original's first choice. */
	readonly kept: number;
}

/** The two rankings of the next token. */
export function compareNext(original: Logits, changed: Logits, { vocabulary }: Pick<RunFacts, 'vocabulary'>): Next {
	const before = softmax(take(original, { pos: -1 }).data);
	const after = softmax(take(changed, { pos: -1 }).data);
	const label = (id: number) => vocabulary[id]?.trim() || vocabulary[id] || String(id);
	const [lead = 0] = topIndices(before, 1);
	return {
		before: topIndices(before, SHOWN).map((id) => ({ label: label(id), value: before[id] ?? 0 })),
		after: topIndices(after, SHOWN).map((id) => ({ label: label(id), value: after[id] ?? 0, other: before[id] ?? 0 })),
		kept: after[lead] ?? 0
	};
}

/** −ln p of each next token of the reader's text, in order; what was generated is no test of the model. */
export function surprises(
	logits: Logits,
	{ tokens, promptLength }: Pick<RunFacts, 'tokens' | 'promptLength'>
): number[] {
	return tokens.slice(1, promptLength).map(({ id }, pos) => {
		const row = take(logits, { pos }).data;
		return logSumExp(row) - (row[id] ?? NaN);
	});
}
