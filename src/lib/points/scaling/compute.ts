/** One row through softmax with ÷√d_k and without, a sweep over d_k, and the whole model unscaled. */
import type { Ranked } from '#marks/ranking.ts';
import { take } from '#num/named.ts';
import { mean, softmax, topIndices } from '#num/stats.ts';
import type { Answers, Focus } from '#points/define.ts';
import type { Values } from '#params/param.ts';
import type { needs } from './needs.ts';
import type { params } from './params.ts';
import { soften, type Softened } from './softened.ts';
import { logSlope, sweep, type Swept } from './sweep.ts';

const SHOWN = 6;

/** What the panel draws. */
export interface Scaling {
	readonly scaled: Softened;
	readonly unscaled: Softened;
	readonly root: number;
	readonly d_head: number;
	readonly heads: number;
	/** How many keys are open to the query. */
	readonly open: number;
	/** One past the last open key. */
	readonly reach: number;
	/** Over all rows of this head that have a choice: mean entropy in bits, and the mean of the Jacobian's norm. */
	readonly head: { readonly rows: number; readonly scaled: HeadMeans; readonly unscaled: HeadMeans };
	readonly sweep: readonly Swept[];
	/** How many of the swept variances lie within two standard errors of d_k. */
	readonly near: number;
	/** The slope of the variance of q·k over d_k, both as logarithms: 1 when one grows in step with the other. */
	readonly slope: number;
	/** Variance at 512 over variance at 32, as drawn. */
	readonly growth: number;
	/** Only while the whole model runs unscaled. */
	readonly prediction: Prediction | undefined;
	readonly labels: readonly string[];
	readonly focus: Focus;
}

/** Means over rows of one head. */
export interface HeadMeans {
	readonly bits: number;
	readonly gradient: number;
}

/** The next token after the whole text, with scaling and without. */
export interface Prediction {
	/** Probabilities unscaled, `other` with scaling. */
	readonly rows: readonly Ranked[];
	readonly before: { readonly token: string; readonly probability: number };
	readonly after: { readonly token: string; readonly probability: number };
	/** What became of the token that led with scaling. */
	readonly kept: number;
	/** Mean surprise at the text's own tokens, in nats. */
	readonly loss: { readonly before: number; readonly after: number };
}

/** Everything the panel draws. */
export function compute(answers: Answers<typeof needs>, focus: Focus, { seed, whole }: Values<typeof params>): Scaling {
	const { model, run } = answers;
	const { head, query } = focus;
	const root = Math.sqrt(run.model.d_head);
	const pairs = run.tokens.map((_, row) => {
		return closing(take(model.raw, { head, query: row }).data, take(model.scores, { head, query: row }).data);
	});
	const [own = new Float32Array()] = pairs.slice(query);
	const choosing = pairs.filter((row) => row.filter(Number.isFinite).length > 1);
	const swept = sweep(seed);
	return {
		scaled: soften(divided(own, root)),
		unscaled: soften(own),
		root,
		d_head: run.model.d_head,
		heads: run.model.heads,
		open: own.filter(Number.isFinite).length,
		reach: own.findLastIndex(Number.isFinite) + 1,
		head: {
			rows: choosing.length,
			scaled: meansOf(choosing.map((row) => divided(row, root))),
			unscaled: meansOf(choosing)
		},
		sweep: swept,
		near: swept.filter(({ width, variance, error }) => Math.abs(variance - width) <= 2 * error).length,
		slope: logSlope(swept.map(({ width, variance }) => [width, variance])),
		growth: (swept.at(-1)?.variance ?? NaN) / (swept.find(({ width }) => width === 32)?.variance ?? NaN),
		prediction: whole && run.tokens.length > 0 ? predictionOf(answers) : undefined,
		labels: run.tokens.map(({ text }) => shown(text)),
		focus
	};
}

/** Raw scores, closed where the masked ones are. */
function closing(raw: Float32Array, scores: Float32Array): Float32Array {
	return raw.map((score, key) => (scores[key] === -Infinity ? -Infinity : score));
}

function divided(row: Float32Array, root: number): Float32Array {
	return row.map((score) => score / root);
}

function meansOf(rows: readonly Float32Array[]): HeadMeans {
	if (rows.length === 0) return { bits: 0, gradient: 0 };
	const softened = rows.map(soften);
	return {
		bits: mean(softened.map(({ bits }) => bits)),
		gradient: mean(softened.map(({ gradient }) => gradient))
	};
}

function predictionOf({ model, unscaled, run }: Answers<typeof needs>): Prediction {
	const before = softmax(take(model.logits, { pos: -1 }).data);
	const after = softmax(take(unscaled.logits, { pos: -1 }).data);
	const label = (id: number) => shown(run.vocabulary[id] ?? String(id));
	const leading = (weights: Float32Array) => {
		const [id = 0] = topIndices(weights, 1);
		return { id, token: label(id), probability: weights[id] ?? 0 };
	};
	const lead = leading(before);
	// Both rankings' leaders stand in the list, so that what rose and what fell are seen together.
	const ids = [...new Set([...topIndices(after, SHOWN / 2), ...topIndices(before, SHOWN)])].slice(0, SHOWN);
	const ordered = ids.toSorted((a, b) => (after[b] ?? 0) - (after[a] ?? 0));
	return {
		rows: ordered.map((id) => ({ label: label(id), value: after[id] ?? 0, other: before[id] ?? 0 })),
		before: lead,
		after: leading(after),
		kept: after[lead.id] ?? 0,
		loss: { before: lossOf(model.logits, run.tokens), after: lossOf(unscaled.logits, run.tokens) }
	};
}

/** A token without the space before it, unless it is nothing else. */
function shown(token: string): string {
	return token.trim() || token;
}

function lossOf(logits: Answers<typeof needs>['model']['logits'], tokens: readonly { readonly id: number }[]): number {
	const surprises = tokens.slice(1).map(({ id }, pos) => {
		return -Math.log(Math.max(1e-30, softmax(take(logits, { pos }).data)[id] ?? 0));
	});
	return surprises.length === 0 ? 0 : mean(surprises);
}
