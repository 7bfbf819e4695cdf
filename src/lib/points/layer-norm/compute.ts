/** One token's vector through a norm, scaled at will; the batch under three norms; and the stream before every norm. */
import { rows, take, type Named } from '#num/named.ts';
import { argmax, maxAbsDifference, mean, softmax, variance } from '#num/stats.ts';
import type { Values } from '#params/param.ts';
import type { Answers, Focus } from '#points/define.ts';
import { underEach, type Change, type Normed } from './batch.ts';
import type { needs } from './needs.ts';
import { epsilonOf, normalized, type NormKind } from './norm.ts';
import { params as schema } from './params.ts';
import { rowOf, sizeOf, streamOf, type Before, type Sublayer } from './stream.ts';

/** What the panel draws. */
export interface LayerNorm {
	readonly norm: Before['norm'];
	readonly kind: NormKind;
	/** The address of the norm's captures. */
	readonly at: string;
	readonly parallel: boolean;
	readonly d_model: number;
	readonly labels: readonly string[];
	readonly focus: Focus;
	/** The chosen feature, which exists. */
	readonly dim: number;
	readonly epsilon: number;
	/** The vector times the scale, normalized, and as the model hands it on. */
	readonly before: Stage;
	readonly plain: Stage;
	readonly after: Stage;
	readonly gain: { readonly weight: number; readonly bias: number };
	/** Our own normalization against the model's, over all features. */
	readonly differs: number;
	readonly scaling: Scaling;
	/** Token by feature, under each norm. */
	readonly batch: readonly Normed[];
	readonly neighbour: number | undefined;
	readonly change: Change;
	readonly stream: readonly Before[];
	readonly sublayer: Sublayer;
	/** Only at the last norm, and only while scaled. */
	readonly whole: Whole | undefined;
}

/** A vector and its moments. */
export interface Stage {
	readonly values: ArrayLike<number>;
	readonly mean: number;
	readonly variance: number;
	readonly max: number;
}

/** What a factor before a norm does behind it. */
export interface Scaling {
	readonly by: number;
	/** The largest change of the output with the model's ε, and with none. */
	readonly change: number;
	readonly exact: number;
	/** The largest change anywhere in the range of the slider. */
	readonly worst: number;
}

/** The whole model with its last stream multiplied. */
export interface Whole {
	readonly change: number;
	readonly largestLogit: number;
	readonly before: string;
	readonly after: string;
}

type Vectors = Named<'pos' | 'd_model'>;

/** Everything the panel draws. */
export function compute(answers: Answers<typeof needs>, focus: Focus, values: Values<typeof schema>): LayerNorm {
	const { model, run } = answers;
	const { norm, scale, neighbour: change } = values;
	const { query } = focus;
	const kind = run.model.norm;
	const epsilon = epsilonOf(rows(model.first), model.firstScale.data, kind);
	const { input, output, weight, bias, at } = passage(answers, norm, focus.layer);
	const own = rowOf(input, query);
	const dim = Math.min(values.dim, own.length - 1);
	const plain = normalized(own, kind, epsilon);
	const neighbour = neighbourOf(focus, run.tokens.length);
	const scaled = normalized(times(own, scale), kind, epsilon);
	return {
		norm,
		kind,
		at,
		parallel: run.model.parallel,
		d_model: own.length,
		labels: run.tokens.map(({ text }) => text.trim() || text),
		focus,
		dim,
		epsilon,
		before: stage(times(own, scale), Math.max(2, scale) * largest(own)),
		plain: stage(scaled),
		after: stage(affine(scaled, weight, bias)),
		gain: { weight: weight[dim] ?? 1, bias: bias?.[dim] ?? 0 },
		differs: maxAbsDifference(affine(plain, weight, bias), rowOf(output, query)),
		scaling: scalingOf(own, kind, epsilon, scale),
		batch: underEach(rows(input), { token: query, dim, neighbour, change }, epsilon),
		neighbour,
		change,
		stream: streamOf(model, query),
		sublayer: sublayerOf(answers, norm, input, output, query),
		whole: norm === 'final' && scale !== 1 ? wholeOf(answers) : undefined
	};
}

interface Passage {
	readonly input: Vectors;
	readonly output: Vectors;
	readonly weight: ArrayLike<number>;
	readonly bias: ArrayLike<number> | undefined;
	readonly at: string;
}

/** What a norm reads, gives, and has learned. */
function passage({ model, weights }: Answers<typeof needs>, norm: Before['norm'], layer: number): Passage {
	const { w1, b1, w2, b2, wFinal, bFinal } = weights;
	switch (norm) {
		case 'ln1':
			return { input: model.pre, output: model.ln1, weight: w1.data, bias: b1?.data, at: `blocks.${layer}.ln1` };
		case 'ln2':
			// Side by side with the attention, the FFN reads the same stream.
			return {
				input: model.mid ?? model.pre,
				output: model.ln2,
				weight: w2.data,
				bias: b2?.data,
				at: `blocks.${layer}.ln2`
			};
		case 'final':
			return {
				input: take(model.posts, { layer: -1 }),
				output: model.final,
				weight: wFinal.data,
				bias: bFinal?.data,
				at: 'ln_final'
			};
		default:
			return norm satisfies never;
	}
}

function sublayerOf(
	{ model, run }: Answers<typeof needs>,
	norm: Before['norm'],
	input: Vectors,
	output: Vectors,
	pos: number
): Sublayer {
	const kind = run.model.norm;
	const added = rowOf(norm === 'ln1' ? model.attnOut : model.mlpOut, pos);
	const stream = rowOf(input, pos);
	const sum = stream.map((value, dim) => value + (added[dim] ?? 0));
	return {
		name: norm === 'ln1' ? 'attention' : 'ffn',
		stream: sizeOf(stream, kind),
		plain: sizeOf(normalized(stream, kind, 0), kind),
		read: sizeOf(rowOf(output, pos), kind),
		added: sizeOf(added, kind),
		sum: sizeOf(sum, kind),
		after: sizeOf(normalized(sum, kind, 0), kind)
	};
}

/** The focused key, or who stands next to the token if that is itself. */
function neighbourOf({ query, key }: Focus, length: number): number | undefined {
	if (key !== query) return key;
	if (length < 2) return undefined;
	return query > 0 ? query - 1 : query + 1;
}

function scalingOf(own: ArrayLike<number>, kind: NormKind, epsilon: number, by: number): Scaling {
	const changeOf = (factor: number, added: number) =>
		maxAbsDifference(normalized(times(own, factor), kind, added), normalized(own, kind, added));
	const { min, max } = schema.scale.range ?? { min: 1, max: 1 };
	return {
		by,
		change: changeOf(by, epsilon),
		exact: changeOf(by, 0),
		worst: Math.max(changeOf(min, epsilon), changeOf(max, epsilon))
	};
}

function wholeOf({ model, scaled, run }: Answers<typeof needs>): Whole {
	const [own, other] = [take(model.logits, { pos: -1 }).data, take(scaled.logits, { pos: -1 }).data];
	const label = (id: number) => run.vocabulary[id]?.trim() || run.vocabulary[id] || String(id);
	return {
		change: maxAbsDifference(own, other),
		largestLogit: largest(own),
		before: label(argmax(softmax(own))),
		after: label(argmax(softmax(other)))
	};
}

function stage(values: ArrayLike<number>, max = largest(values)): Stage {
	return { values, mean: mean(values), variance: variance(values), max };
}

function times(vector: ArrayLike<number>, factor: number): Float64Array {
	return new Float64Array(vector).map((value) => value * factor);
}

function affine(
	vector: ArrayLike<number>,
	weight: ArrayLike<number>,
	bias: ArrayLike<number> | undefined
): Float64Array {
	return new Float64Array(vector).map((value, dim) => value * (weight[dim] ?? NaN) + (bias?.[dim] ?? 0));
}

function largest(values: ArrayLike<number>): number {
	return Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
}

/** The largest change of the token under a norm when its neighbour changes; 0 without a neighbour. */
export function changeOf({ batch }: Pick<LayerNorm, 'batch'>, method: Normed['method']): number {
	return batch.find((normed) => normed.method === method)?.largest ?? 0;
}
