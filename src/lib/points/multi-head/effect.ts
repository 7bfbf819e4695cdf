/** What became of the prediction when heads were switched off. */
import { take, valueAt, type Named } from '#num/named.ts';
import { compareNext, lossOf, type Change, type Compared, type Target } from '#num/next-token.ts';
import { softmax } from '#num/stats.ts';
import type { RunFacts } from '#points/define.ts';
import type { Head } from './compute.ts';

type Logits = Named<'pos' | 'd_vocab'>;

/** The next token after the focused query, before and after. */
export interface Effect {
	/** How many heads are off. */
	readonly count: number;
	/** True when no head is left. */
	readonly isAll: boolean;
	/** Probabilities with the heads off, `other` with all on. */
	readonly rows: readonly Compared[];
	/** Of the target. */
	readonly logit: Change;
	readonly probability: Change;
	/** What the heads that are off had added to the target's logit directly. */
	readonly direct: number;
	/** Mean surprise at the text's own tokens in nats; undefined where there is nothing to predict. */
	readonly loss: Change | undefined;
}

/** The effect of the heads that are off; undefined while all are on. */
export function effectOf(
	{ before, after }: { readonly before: Logits; readonly after: Logits },
	asked: {
		readonly heads: readonly Head[];
		readonly target: Target;
		readonly query: number;
		readonly run: RunFacts;
	}
): Effect | undefined {
	const { heads, target, query, run } = asked;
	const off = heads.filter(({ isOff }) => isOff);
	if (off.length === 0) return undefined;
	const row = (logits: Logits) => take(logits, { pos: query }).data;
	const ofTarget = { pos: query, d_vocab: target.id };
	const loss = { before: lossOf(before, run), after: lossOf(after, run) };
	return {
		count: off.length,
		isAll: off.length === heads.length,
		rows: compareNext({ before: row(before), after: row(after) }, target.id, run.vocabulary),
		logit: { before: valueAt(before, ofTarget), after: valueAt(after, ofTarget) },
		probability: { before: target.probability, after: softmax(row(after))[target.id] ?? 0 },
		direct: off.reduce((sum, { direct }) => sum + direct, 0),
		loss: loss.before !== undefined && loss.after !== undefined ? { before: loss.before, after: loss.after } : undefined
	};
}
