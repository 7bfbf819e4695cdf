/** The stream of one token as a sum: what each part adds to a logit, how long the stream grows, what it says at every depth. */
import { logitConstant, logitDirection, logitsOf, type WayOut } from '#num/logit-direction.ts';
import { rows, take, valueAt } from '#num/named.ts';
import { shownToken, targetOf, type Target } from '#num/next-token.ts';
import { argmax, dot, softmax } from '#num/stats.ts';
import type { Values } from '#params/param.ts';
import type { Answers, Focus } from '#points/define.ts';
import { additionsOf, type Addition, type Source, type Stream } from './additions.ts';
import { effectOf, type Effect } from './effect.ts';
import type { needs } from './needs.ts';
import type { params } from './params.ts';

/** What the stream would say if it were read now, through the final norm and the unembedding. */
export interface Reading {
	/** The stream's length. */
	readonly length: number;
	readonly top: number;
	readonly token: string;
	readonly topProbability: number;
	/** Of the target. */
	readonly probability: number;
}

/** One addition to the stream of the focused token. */
export interface Step {
	readonly source: Source;
	/** What it adds to the target's logit, and how long it is. */
	readonly contribution: number;
	readonly length: number;
	readonly reading: Reading | undefined;
}

/** What the panel draws. */
export interface Residual {
	readonly steps: readonly Step[];
	/** What the final norm's bias adds to the target's logit. */
	readonly constant: number;
	/** The contributions and the constant added, the model's own logit, and how far they are apart. */
	readonly sum: number;
	readonly logit: number;
	readonly apart: number;
	readonly target: Target;
	/** Index of the step from which on every reading leads with the model's first choice. */
	readonly settled: number;
	/** Among readings: which one that is, and how many there are. */
	readonly settledReading: number;
	readonly readings: number;
	/** The stream's length by depth (rows) and token (columns). */
	readonly lengths: { readonly data: Float32Array; readonly sources: readonly Source[] };
	/** Only while the skip is away. */
	readonly effect: Effect | undefined;
	readonly labels: readonly string[];
	readonly sizes: { readonly layers: number; readonly d_model: number; readonly d_vocab: number };
	readonly isParallel: boolean;
	readonly hasMean: boolean;
	readonly focus: Focus;
}

/** Everything the panel draws. */
export function compute(answers: Answers<typeof needs>, focus: Focus, chosen: Values<typeof params>): Residual {
	const { model, weights, run } = answers;
	const { query } = focus;
	const { layers, d_model, d_vocab, norm, parallel } = run.model;
	const out: WayOut = { ...weights, centers: norm === 'layer' };
	const target = targetOf(take(model.logits, { pos: query }).data, chosen.target, run.vocabulary);
	const additions = additionsOf(model, layers);
	const along = logitDirection(out, target.id, valueAt(model.finalScale, { pos: query, one: 0 }));
	const steps = additions.map(({ source, added, stream }): Step => {
		const vector = take(added, { pos: query }).data;
		return {
			source,
			contribution: dot(vector, along),
			length: lengthOf(vector),
			reading: stream && readingOf(stream, out, { query, target: target.id, vocabulary: run.vocabulary })
		};
	});
	const constant = logitConstant(out, target.id);
	const sum = steps.reduce((total, { contribution }) => total + contribution, constant);
	const logit = valueAt(model.logits, { pos: query, d_vocab: target.id });
	return {
		steps,
		constant,
		sum,
		logit,
		apart: Math.abs(sum - logit),
		target,
		...settledIn(steps),
		lengths: lengthsOf(additions),
		effect: effectOf(answers, { remove: chosen.remove, target, query }),
		labels: run.tokens.map(({ text }) => shownToken(text)),
		sizes: { layers, d_model, d_vocab },
		isParallel: parallel,
		hasMean: out.centers,
		focus
	};
}

/** The logit lens (nostalgebraist, 2020): the final norm, at the scale that this stream has, and the unembedding. */
function readingOf(
	{ values, scale }: Stream,
	out: WayOut,
	asked: { readonly query: number; readonly target: number; readonly vocabulary: readonly string[] }
): Reading {
	const stream = take(values, { pos: asked.query }).data;
	const probabilities = softmax(logitsOf(out, stream, valueAt(scale, { pos: asked.query, one: 0 })));
	const top = argmax(probabilities);
	return {
		length: lengthOf(stream),
		top,
		token: shownToken(asked.vocabulary[top] ?? `#${top}`),
		topProbability: probabilities[top] ?? 0,
		probability: probabilities[asked.target] ?? 0
	};
}

/** Where the stream comes to the model's first choice and stays with it. */
function settledIn(steps: readonly Step[]): Pick<Residual, 'settled' | 'settledReading' | 'readings'> {
	const read = steps.flatMap(({ reading }, step) => (reading ? [{ top: reading.top, step }] : []));
	const final = read.at(-1)?.top;
	const settledReading = read.findLastIndex(({ top }) => top !== final) + 1;
	return { settled: read[settledReading]?.step ?? 0, settledReading, readings: read.length };
}

function lengthsOf(additions: readonly Addition[]): Residual['lengths'] {
	const read = additions.flatMap(({ source, stream }) => (stream ? [{ source, values: stream.values }] : []));
	const data = Float32Array.from(read.flatMap(({ values }) => rows(values).map(lengthOf)));
	return { data, sources: read.map(({ source }) => source) };
}

function lengthOf(vector: Float32Array): number {
	return Math.sqrt(dot(vector, vector));
}
