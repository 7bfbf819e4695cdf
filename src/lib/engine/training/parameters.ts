/** The numbers that training changes: their names, shapes and start, and the weights that they make up. */
import { normals } from '#num/random.ts';
import { sizeOf } from '#num/named.ts';
import type { ModelConfig } from '../config.ts';
import { streamOf } from '../noise.ts';
import { transpose, type Tensor } from '../tf.ts';
import type { BlockWeights, Weights } from '../weights.ts';

/** One tensor of a model that is trained. */
export interface Parameter {
	/** Its TransformerLens name. */
	readonly name: string;
	readonly shape: readonly number[];
	/** The standard deviation that it starts with around 0; undefined starts at `fill`. */
	readonly deviation?: number | undefined;
	readonly fill: number;
}

/** Whether weight decay shrinks a parameter: matrices, but not biases and norms. */
export function decays({ shape }: Pick<Parameter, 'shape'>): boolean {
	return shape.length > 1;
}

/** Every parameter of a model with biases throughout and LayerNorm, in the order of the computation. */
export function parametersOf(config: ModelConfig, learnedPositions: boolean): Parameter[] {
	const { d_model, d_vocab, context, layers, tied, postNorm } = config;
	const spread = embeddingDeviation(config);
	return [
		matrix('W_E', d_vocab, d_model, spread),
		...(learnedPositions ? [matrix('W_pos', context, d_model, spread)] : []),
		...Array.from({ length: layers }, (_, layer) => blockParameters(`blocks.${layer}`, config)).flat(),
		...(postNorm ? [] : normParameters('ln_final', d_model)),
		...(tied ? [] : [matrix('W_U', d_model, d_vocab, 1 / Math.sqrt(d_model))])
	];
}

/**
 * How far embeddings lie from 0 at the start. With GPT-2's 0.02 the first block drowns what a token is, and a run of a few
 * hundred steps sees no induction head; a matrix that also unembeds must be smaller, or the first guesses are wild.
 */
export function embeddingDeviation({ tied, d_model }: Pick<ModelConfig, 'tied' | 'd_model'>): number {
	return tied ? 1 / Math.sqrt(d_model) : 0.5;
}

function blockParameters(at: string, { d_model, d_mlp, layers }: ModelConfig): Parameter[] {
	const [inner, outer] = [1 / Math.sqrt(d_model), 1 / Math.sqrt(d_mlp)];
	// What is added to the stream starts smaller the more blocks add to it (Radford et al., 2019).
	const shrink = 1 / Math.sqrt(2 * layers);
	const square = (name: string, deviation: number) => matrix(`${at}.attn.W_${name}`, d_model, d_model, deviation);
	return [
		...normParameters(`${at}.ln1`, d_model),
		...['Q', 'K', 'V'].flatMap((name) => [square(name, inner), bias(`${at}.attn.b_${name}`, d_model)]),
		square('O', inner * shrink),
		bias(`${at}.attn.b_O`, d_model),
		...normParameters(`${at}.ln2`, d_model),
		matrix(`${at}.mlp.W_in`, d_model, d_mlp, inner),
		bias(`${at}.mlp.b_in`, d_mlp),
		matrix(`${at}.mlp.W_out`, d_mlp, d_model, outer * shrink),
		bias(`${at}.mlp.b_out`, d_model)
	];
}

function matrix(name: string, rows: number, columns: number, deviation: number): Parameter {
	return { name, shape: [rows, columns], deviation, fill: 0 };
}

function bias(name: string, length: number): Parameter {
	return { name, shape: [length], fill: 0 };
}

function normParameters(at: string, d_model: number): Parameter[] {
	return [{ name: `${at}.w`, shape: [d_model], fill: 1 }, bias(`${at}.b`, d_model)];
}

/** The values that a run starts from, one parameter after another: they follow from the seed and the names alone. */
export function startValues(parameters: readonly Parameter[], seed: number): Float32Array {
	const values = new Float32Array(parameters.reduce((sum, { shape }) => sum + sizeOf(shape), 0));
	let at = 0;
	for (const { name, shape, deviation, fill } of parameters) {
		const next = normals(streamOf(seed, name));
		const end = at + sizeOf(shape);
		for (; at < end; at++) values[at] = deviation === undefined ? fill : deviation * next();
	}
	return values;
}

/** The weights that named tensors make up; a tied model unembeds with its embedding's transpose. */
export function weightsOf(config: ModelConfig, tensors: ReadonlyMap<string, Tensor>): Weights {
	const need = (name: string): Tensor => {
		const found = tensors.get(name);
		if (!found) throw new RangeError(`there is no ${name}`);
		return found;
	};
	const norm = (at: string) => ({ w: need(`${at}.w`), b: need(`${at}.b`) });
	const W_E = need('W_E');
	return {
		W_E,
		W_pos: tensors.get('W_pos'),
		blocks: Array.from({ length: config.layers }, (_, layer) => blockOf(`blocks.${layer}`, need)),
		// A model that norms its sums has none at the end, and does not look for one.
		ln_final: config.postNorm ? norm(`blocks.${config.layers - 1}.ln2`) : norm('ln_final'),
		W_U: config.tied ? transpose(W_E) : need('W_U')
	};
}

function blockOf(at: string, need: (name: string) => Tensor): BlockWeights {
	const dense = (name: string, part: 'attn' | 'mlp') => need(`${at}.${part}.${name}`);
	return {
		ln1: { w: need(`${at}.ln1.w`), b: need(`${at}.ln1.b`) },
		attn: {
			W_Q: dense('W_Q', 'attn'),
			b_Q: dense('b_Q', 'attn'),
			W_K: dense('W_K', 'attn'),
			b_K: dense('b_K', 'attn'),
			W_V: dense('W_V', 'attn'),
			b_V: dense('b_V', 'attn'),
			W_O: dense('W_O', 'attn'),
			b_O: dense('b_O', 'attn')
		},
		ln2: { w: need(`${at}.ln2.w`), b: need(`${at}.ln2.b`) },
		mlp: {
			W_in: dense('W_in', 'mlp'),
			b_in: dense('b_in', 'mlp'),
			W_out: dense('W_out', 'mlp'),
			b_out: dense('b_out', 'mlp')
		}
	};
}
