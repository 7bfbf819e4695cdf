/** What became of the prediction when the skip was taken away. */
import { take, valueAt } from '#num/named.ts';
import { compareNext, lossOf, type Change, type Compared, type Target } from '#num/next-token.ts';
import { softmax } from '#num/stats.ts';
import type { Values } from '#params/param.ts';
import type { Answers } from '#points/define.ts';
import type { needs } from './needs.ts';
import type { params } from './params.ts';

/** The next token after the focused query, with the skip and without. */
export interface Effect {
	readonly remove: Values<typeof params>['remove'];
	/** Probabilities without the skip, `other` with it. */
	readonly rows: readonly Compared[];
	/** Of the target. */
	readonly logit: Change;
	readonly probability: Change;
	/** Mean surprise at the text's own tokens in nats; undefined where there is nothing to predict. */
	readonly loss: Change | undefined;
	/** The loss of who knows nothing: ln of the vocabulary. */
	readonly guessing: number;
}

/** The effect of taking the skip away; undefined while it is in place. */
export function effectOf(
	{ model, without, run }: Answers<typeof needs>,
	asked: { readonly remove: Effect['remove']; readonly target: Target; readonly query: number }
): Effect | undefined {
	const { remove, target, query } = asked;
	if (remove === 'none') return undefined;
	const ofTarget = { pos: query, d_vocab: target.id };
	const before = take(model.logits, { pos: query }).data;
	const after = take(without.logits, { pos: query }).data;
	const loss = { before: lossOf(model.logits, run), after: lossOf(without.logits, run) };
	return {
		remove,
		rows: compareNext({ before, after }, target.id, run.vocabulary),
		logit: { before: valueAt(model.logits, ofTarget), after: valueAt(without.logits, ofTarget) },
		probability: { before: target.probability, after: softmax(after)[target.id] ?? 0 },
		loss:
			loss.before !== undefined && loss.after !== undefined ? { before: loss.before, after: loss.after } : undefined,
		guessing: Math.log(run.model.d_vocab)
	};
}
