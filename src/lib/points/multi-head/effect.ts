/** What became of the prediction when heads were switched off. */
import type { Ranked } from '#marks/ranking.ts';
import { take, valueAt, type Named } from '#num/named.ts';
import { logSumExp, mean, softmax, topIndices } from '#num/stats.ts';
import type { RunFacts } from '#points/define.ts';
import type { Head } from './compute.ts';
import { shown, type Target } from './target.ts';

const SHOWN = 5;

type Logits = Named<'pos' | 'd_vocab'>;

/** A number with all heads on, and with some off. */
export interface Change {
	readonly before: number;
	readonly after: number;
}

/** The next token after the focused query, before and after. */
export interface Effect {
	/** How many heads are off. */
	readonly count: number;
	/** True when no head is left. */
	readonly isAll: boolean;
	/** Probabilities with the heads off, `other` with all on. */
	readonly rows: readonly Ranked[];
	readonly leader: { readonly before: string; readonly after: string };
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
	logits: { readonly before: Logits; readonly after: Logits },
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
	const before = softmax(take(logits.before, { pos: query }).data);
	const after = softmax(take(logits.after, { pos: query }).data);
	const label = (id: number) => shown(run.vocabulary[id] ?? `#${id}`);
	const leader = (weights: Float32Array) => label(topIndices(weights, 1)[0] ?? 0);
	return {
		count: off.length,
		isAll: off.length === heads.length,
		rows: idsShown(before, after, target.id).map((id) => {
			return { label: label(id), value: after[id] ?? 0, other: before[id] ?? 0 };
		}),
		leader: { before: leader(before), after: leader(after) },
		logit: {
			before: valueAt(logits.before, { pos: query, d_vocab: target.id }),
			after: valueAt(logits.after, { pos: query, d_vocab: target.id })
		},
		probability: { before: before[target.id] ?? 0, after: after[target.id] ?? 0 },
		direct: off.reduce((sum, { direct }) => sum + direct, 0),
		loss: lossOf(logits, run)
	};
}

/** The target, what leads now and what led before, the likeliest now first. */
function idsShown(before: Float32Array, after: Float32Array, target: number): number[] {
	const ids = [target, ...topIndices(after, SHOWN - 2), ...topIndices(before, SHOWN)];
	return [...new Set(ids)].slice(0, SHOWN).sort((a, b) => (after[b] ?? 0) - (after[a] ?? 0));
}

function lossOf(
	{ before, after }: { readonly before: Logits; readonly after: Logits },
	{ tokens, promptLength }: RunFacts
): Change | undefined {
	// What was generated is no test of the model.
	const next = tokens.slice(1, promptLength);
	if (next.length === 0) return undefined;
	const loss = (logits: Logits) => {
		return mean(
			next.map(({ id }, pos) => {
				const row = take(logits, { pos }).data;
				return logSumExp(row) - (row[id] ?? NaN);
			})
		);
	};
	return { before: loss(before), after: loss(after) };
}
