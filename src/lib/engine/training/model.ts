/** The model that settings describe, before it has learnt anything. */
import { sizeOf } from '#num/named.ts';
import type { ModelConfig } from '../config.ts';
import { reshape, slice, tensor, type Tensor } from '../tf.ts';
import { embeddingDeviation, parametersOf, type Parameter } from './parameters.ts';
import type { RunSettings } from './settings.ts';
import { TASKS } from './tasks/tasks.ts';

/** Its configuration, in the form that the forward pass reads. */
export function configOf({ data, model }: Pick<RunSettings, 'data' | 'model'>): ModelConfig {
	const { layers, heads, d_model, d_mlp, positions, tied } = model;
	const task = TASKS[data.task];
	const d_head = d_model / heads;
	return {
		// What a saved folder calls it: learned, computed and absent positions all fit into GPT-2's table.
		architecture: positions === 'rotary' ? 'gpt_neox' : 'gpt2',
		layers,
		heads,
		kvHeads: heads,
		d_model,
		d_head,
		d_mlp,
		d_vocab: task.vocabulary.length,
		context: task.length(data.size) - 1,
		positions: positions === 'rotary' ? { kind: 'rotary', dims: d_head, theta: 10_000 } : { kind: 'learned' },
		norm: 'layer',
		activation: 'gelu_new',
		parallel: false,
		gated: false,
		attentionBias: true,
		mlpBias: true,
		tied,
		postNorm: model.norm === 'post',
		epsilon: 1e-5,
		scale: 1 / Math.sqrt(d_head)
	};
}

/** The parameters that training changes. */
export function trainedParameters(settings: Pick<RunSettings, 'data' | 'model'>): Parameter[] {
	return parametersOf(configOf(settings), settings.model.positions === 'learned');
}

/** The table of positions where it is computed and not trained: sines and cosines of falling frequency (Vaswani et al., 2017). */
export function fixedPositions(settings: Pick<RunSettings, 'data' | 'model'>): ReadonlyMap<string, Tensor> {
	if (settings.model.positions !== 'sinusoidal') return new Map();
	const config = configOf(settings);
	const { context, d_model } = config;
	// As large as embeddings begin: a sine's own deviation is 1/√2.
	const amplitude = embeddingDeviation(config) * Math.SQRT2;
	return new Map([['W_pos', tensor(sinusoids(context, d_model, amplitude), [context, d_model])]]);
}

/** Pairs of dimensions (2i, 2i+1) hold sine and cosine of position · 10000^(−2i/d_model), times the amplitude. */
export function sinusoids(context: number, d_model: number, amplitude = 1): Float32Array<ArrayBuffer> {
	return Float32Array.from({ length: context * d_model }, (_, place) => {
		const [position, dim] = [Math.floor(place / d_model), place % d_model];
		const angle = position * 10_000 ** (-(dim - (dim % 2)) / d_model);
		return amplitude * (dim % 2 === 0 ? Math.sin(angle) : Math.cos(angle));
	});
}

/** The tensors that lie one after another in a vector, by name. */
export function partsOf(values: Tensor, parameters: readonly Parameter[]): Map<string, Tensor> {
	const parts = new Map<string, Tensor>();
	let at = 0;
	for (const { name, shape } of parameters) {
		const size = sizeOf(shape);
		parts.set(name, reshape(slice(values, [at], [size]), [...shape]));
		at += size;
	}
	return parts;
}
