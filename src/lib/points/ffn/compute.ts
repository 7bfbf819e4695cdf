/** One block's FFN: its neurons over a text, one neuron, one token alone, its share of the weights, and the model without. */
import type { Ranked } from '#marks/ranking.ts';
import { rows, take, valueAt } from '#num/named.ts';
import { permutation } from '#num/random.ts';
import { maxAbsDifference, mean, topIndices } from '#num/stats.ts';
import type { Values } from '#params/param.ts';
import type { Answers, Focus } from '#points/define.ts';
import { activationName, activationOf } from './activation.ts';
import type { needs } from './needs.ts';
import { feed, type Network } from './network.ts';
import { largest, orderOf, quietOf, spreadOf, writesOf, type Spread } from './neurons.ts';
import { parametersOf, type Parameters } from './parameters.ts';
import { STRONGEST, type params } from './params.ts';
import { drawCurve, type Curved } from './plot.ts';
import { predictionOf, shownToken, type Prediction } from './prediction.ts';

/** Tokens down, neurons across. */
export interface Heat {
	readonly data: Float32Array;
	readonly columns: number;
	/** Which neuron stands in a column, and which token in a row. */
	readonly neurons: readonly number[];
	readonly tokens: readonly number[];
	/** The activation of the strongest colour: half of the tokens have a neuron that reaches it. */
	readonly max: number;
}

/** One neuron. */
export interface Neuron {
	readonly index: number;
	/** Its activation at every token. */
	readonly values: Float32Array;
	/** At the focused token: before the activation function, and after. */
	readonly pre: number;
	readonly post: number;
	/** The tokens that wake it most. */
	readonly tokens: readonly Ranked[];
	/** What one unit of it adds to the logits of the focused token by the direct way, and takes from them. */
	readonly raises: readonly Ranked[];
	readonly lowers: readonly Ranked[];
}

/** The network worked out here on vectors in another order. */
export interface Shuffled {
	/** How many tokens, the first of the new order. */
	readonly count: number;
	/** How far their outputs lie from the model's outputs, shuffled alike, at most. */
	readonly off: number;
}

/** What the panel draws. */
export interface Ffn {
	readonly heat: Heat;
	readonly spread: Spread;
	/** The share of quiet neurons, on average over the text. */
	readonly quiet: number;
	readonly curve: Curved;
	readonly neuron: Neuron;
	/** How far the focused token's output, worked out here from its own vector alone, lies from the model's at most. */
	readonly alone: number;
	/** Only while the tokens are shuffled. */
	readonly shuffled: Shuffled | undefined;
	readonly parameters: Parameters;
	readonly prediction: Prediction | undefined;
	/** What the switched-off neuron gave to the first choice by the direct way. */
	readonly direct: number | undefined;
	readonly activation: string;
	readonly isGated: boolean;
	readonly labels: readonly string[];
	readonly sizes: {
		readonly d_model: number;
		readonly d_mlp: number;
		/** Of all heads of one token together. */
		readonly width: number;
		readonly tokens: number;
	};
	readonly focus: Focus;
}

const SHOWN = 5;
// Enough to see, and no more than a keystroke can wait for.
const WORKED_OUT = 16;
// Any seed would do: which order the tokens stand in changes nothing.
const SEED = 24;

type Given = Answers<typeof needs>;

/** Everything the panel draws. */
export function compute(answers: Given, focus: Focus, asked: Values<typeof params>): Ffn {
	const { model, weights, run } = answers;
	const { d_model, d_mlp, heads, d_head, activation } = run.model;
	const pos = focus.query;
	const network = { ...weights, activation: activationOf(activation) };
	const spread = spreadOf(take(model.pre, { pos }).data, take(model.post, { pos }).data);
	const index = asked.neuron === STRONGEST ? spread.strongest : Math.min(asked.neuron, d_mlp - 1);
	const { heat, shuffled } = heatOf(answers, network, asked, pos);
	const writes = writesOf(index, weights, run.model.norm);
	const isOff = asked.off === 'all' || (asked.off === 'neuron' && asked.neuron !== STRONGEST);
	const prediction = isOff ? predictionOf(model.logits, answers.off.logits, run) : undefined;
	return {
		heat,
		spread,
		quiet: mean(rows(model.post).map(quietOf)),
		curve: drawCurve(spread.pre, network.activation),
		neuron: neuronOf(answers, { index, pos, writes }),
		alone: maxAbsDifference(feed(take(model.x, { pos }).data, network).out, take(model.out, { pos }).data),
		shuffled,
		parameters: parametersOf(run.model, weights),
		prediction,
		direct:
			prediction && asked.off === 'neuron' ? directOf(answers, index, writes[prediction.before.id] ?? NaN) : undefined,
		activation: activationName(activation),
		isGated: weights.W_gate !== undefined,
		labels: run.tokens.map(({ text }) => text.trim() || text),
		sizes: { d_model, d_mlp, width: heads * d_head, tokens: run.tokens.length },
		focus
	};
}

/** The tokens' neurons as captured; shuffled, worked out here from shuffled vectors, and compared. */
function heatOf({ model }: Given, network: Network, { sort, shuffle }: Values<typeof params>, pos: number) {
	const [inputs, outputs, posts] = [rows(model.x), rows(model.out), rows(model.post)];
	const neurons = orderOf(model.post, sort, pos);
	const tokens = shuffle ? permutation(posts.length, SEED) : posts.map((_, at) => at);
	const fed = shuffle ? tokens.slice(0, WORKED_OUT).map((at) => feed(inputs[at] ?? [], network)) : undefined;
	const apart = fed?.map(({ out }, row) => maxAbsDifference(out, outputs[tokens[row] ?? 0] ?? []));
	const data = new Float32Array(posts.length * neurons.length);
	tokens.forEach((at, row) => {
		const post = fed?.[row]?.post ?? posts[at];
		neurons.forEach((neuron, column) => (data[row * neurons.length + column] = post?.[neuron] ?? NaN));
	});
	const peaks = Float32Array.from(posts, largest).sort();
	return {
		heat: { data, columns: neurons.length, neurons, tokens, max: peaks[peaks.length >> 1] ?? 1 },
		shuffled: apart && { count: apart.length, off: Math.max(...apart) }
	};
}

interface OneNeuron {
	readonly index: number;
	readonly pos: number;
	readonly writes: Float32Array;
}

function neuronOf({ model, run }: Given, { index, pos, writes }: OneNeuron): Neuron {
	const values = take(model.post, { d_mlp: index }).data;
	const scale = valueAt(model.scale, { pos, one: 0 });
	const written = (sign: 1 | -1) =>
		topIndices(
			writes.map((value) => sign * value),
			SHOWN
		).map((id) => ({
			label: shownToken(run, id),
			value: Math.abs((writes[id] ?? NaN) / scale)
		}));
	return {
		index,
		values,
		pre: valueAt(model.pre, { pos, d_mlp: index }),
		post: values[pos] ?? NaN,
		tokens: topIndices(values, SHOWN).map((at) => ({
			label: `${run.tokens[at]?.text.trim() || (run.tokens[at]?.text ?? '')} ${at}`,
			value: values[at] ?? NaN
		})),
		raises: written(1),
		lowers: written(-1)
	};
}

/** Its activation at the last token times what a unit of it writes there. */
function directOf({ model }: Given, neuron: number, written: number): number {
	return (valueAt(model.post, { pos: -1, d_mlp: neuron }) * written) / valueAt(model.scale, { pos: -1, one: 0 });
}
