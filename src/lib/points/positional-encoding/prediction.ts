/** What the model says with its positions and without: the next token, and each token of the text in turn. */
import type { Ranked } from '#marks/ranking.ts';
import { take, type Named } from '#num/named.ts';
import { logSumExp, mean, softmax, topIndices } from '#num/stats.ts';
import type { RunFacts } from '#points/define.ts';

const SHOWN = 5;

type Logits = Named<'pos' | 'd_vocab'>;

/** The effect of taking the positions out. */
export interface Effect {
	/** Probabilities without positions, `other` with them. */
	readonly rows: readonly Ranked[];
	readonly before: Lead;
	readonly after: Lead;
	/** What became of the token that led. */
	readonly kept: number;
	/** −ln p of each next token of the reader's text. */
	readonly surprises: { readonly before: readonly number[]; readonly after: readonly number[] };
	/** Their means, in nats; undefined for a text too short to predict anything in. */
	readonly loss: { readonly before: number; readonly after: number } | undefined;
}

interface Lead {
	readonly token: string;
	readonly probability: number;
}

/** Compares two runs of one text. */
export function effectOf(own: Logits, without: Logits, run: RunFacts): Effect {
	const [before, after] = [softmax(take(own, { pos: -1 }).data), softmax(take(without, { pos: -1 }).data)];
	const label = (id: number) => run.vocabulary[id]?.trim() || run.vocabulary[id] || String(id);
	const [[lead = 0], [other = 0]] = [topIndices(before, 1), topIndices(after, 1)];
	// The leaders of both stand in the list, so that what rose and what fell are seen together.
	const ids = [...new Set([...topIndices(after, 3), ...topIndices(before, SHOWN)])].slice(0, SHOWN);
	const surprises = { before: surprisesOf(own, run), after: surprisesOf(without, run) };
	return {
		rows: ids
			.toSorted((a, b) => (after[b] ?? 0) - (after[a] ?? 0))
			.map((id) => ({ label: label(id), value: after[id] ?? 0, other: before[id] ?? 0 })),
		before: { token: label(lead), probability: before[lead] ?? 0 },
		after: { token: label(other), probability: after[other] ?? 0 },
		kept: after[lead] ?? 0,
		surprises,
		loss: surprises.before.length > 0 ? { before: mean(surprises.before), after: mean(surprises.after) } : undefined
	};
}

/** What was generated is no test of the model: only the reader's own text counts. */
function surprisesOf(logits: Logits, { tokens, promptLength }: RunFacts): number[] {
	return tokens.slice(1, promptLength).map(({ id }, pos) => {
		const row = take(logits, { pos }).data;
		return logSumExp(row) - (row[id] ?? NaN);
	});
}
