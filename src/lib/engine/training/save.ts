/** A trained model as a Hugging Face folder, which the playground, and Python, open like any other. */
import { sizeOf } from '#num/named.ts';
import { EngineError } from '../failures.ts';
import { transposed, type Matrix } from '../weights.ts';
import { configOf, sinusoids, trainedParameters } from './model.ts';
import { embeddingDeviation } from './parameters.ts';
import type { SavedFiles } from './protocol.ts';
import { configText, tokenizerText } from './save-texts.ts';
import type { RunSettings } from './settings.ts';
import { writeSafetensors, type NamedMatrix } from './write-safetensors.ts';

/** The folder's files; throws EngineError `model-unsupported` where no architecture of the library is built like this. */
export function savedFiles(settings: RunSettings, values: Float32Array): SavedFiles {
	if (settings.model.norm === 'post') throw new EngineError('model-unsupported', 'no architecture norms its sums');
	const parts = matricesOf(settings, values);
	const tensors = settings.model.positions === 'rotary' ? neoxTensors(settings, parts) : gpt2Tensors(settings, parts);
	const encode = (text: string) => new TextEncoder().encode(text);
	return {
		'config.json': encode(configText(settings)),
		'tokenizer.json': encode(tokenizerText(settings.data.task)),
		'model.safetensors': writeSafetensors(tensors)
	};
}

type Parts = ReadonlyMap<string, Matrix>;

/** Every parameter by name; a vector is a matrix of one row. */
function matricesOf(settings: RunSettings, values: Float32Array): Parts {
	let at = 0;
	return new Map(
		trainedParameters(settings).map(({ name, shape }) => {
			const [rows, columns] = shape.length === 1 ? [1, shape[0] ?? 0] : [shape[0] ?? 0, shape[1] ?? 0];
			const part = values.slice(at, at + sizeOf(shape));
			at += part.length;
			return [name, { rows, columns, values: part }] as const;
		})
	);
}

function need(parts: Parts, name: string): Matrix {
	const found = parts.get(name);
	if (!found) throw new RangeError(`there is no ${name}`);
	return found;
}

function vector(name: string, { values }: Matrix): NamedMatrix {
	return { name, shape: [values.length], values };
}

function matrix(name: string, { rows, columns, values }: Matrix): NamedMatrix {
	return { name, shape: [rows, columns], values };
}

/** GPT-2 multiplies from the right, as we do, and keeps q, k and v side by side. */
function gpt2Tensors(settings: RunSettings, parts: Parts): NamedMatrix[] {
	const { layers, tied } = configOf(settings);
	const get = (name: string) => need(parts, name);
	const block = (layer: number): NamedMatrix[] => {
		const [from, to] = [`blocks.${layer}`, `transformer.h.${layer}`];
		const three = (kind: 'W' | 'b') => beside(['Q', 'K', 'V'].map((name) => get(`${from}.attn.${kind}_${name}`)));
		const dense = (ours: [part: string, name: string], theirs: string) => [
			matrix(`${to}.${theirs}.weight`, get(`${from}.${ours[0]}.W_${ours[1]}`)),
			vector(`${to}.${theirs}.bias`, get(`${from}.${ours[0]}.b_${ours[1]}`))
		];
		return [
			...norm(parts, `${from}.ln1`, `${to}.ln_1`),
			matrix(`${to}.attn.c_attn.weight`, three('W')),
			vector(`${to}.attn.c_attn.bias`, three('b')),
			...dense(['attn', 'O'], 'attn.c_proj'),
			...norm(parts, `${from}.ln2`, `${to}.ln_2`),
			...dense(['mlp', 'in'], 'mlp.c_fc'),
			...dense(['mlp', 'out'], 'mlp.c_proj')
		];
	};
	return [
		matrix('transformer.wte.weight', get('W_E')),
		matrix('transformer.wpe.weight', positionTable(settings, parts)),
		...Array.from({ length: layers }, (_, layer) => block(layer)).flat(),
		...norm(parts, 'ln_final', 'transformer.ln_f'),
		...(tied ? [] : [matrix('lm_head.weight', transposed(get('W_U')))])
	];
}

/** Learned, computed, or all zeros where a model knows no positions. */
function positionTable(settings: RunSettings, parts: Parts): Matrix {
	const config = configOf(settings);
	const { context: rows, d_model: columns } = config;
	const amplitude = embeddingDeviation(config) * Math.SQRT2;
	const fixed = settings.model.positions === 'sinusoidal';
	const values = fixed ? sinusoids(rows, columns, amplitude) : new Float32Array(rows * columns);
	return parts.get('W_pos') ?? { rows, columns, values };
}

/** GPT-NeoX multiplies from the left, and keeps each head's q, k and v together. */
function neoxTensors(settings: RunSettings, parts: Parts): NamedMatrix[] {
	const { layers, tied, d_head } = configOf(settings);
	const get = (name: string) => need(parts, name);
	const block = (layer: number): NamedMatrix[] => {
		const [from, to] = [`blocks.${layer}`, `gpt_neox.layers.${layer}`];
		const three = (kind: 'W' | 'b') => {
			const turned = ['Q', 'K', 'V'].map((name) => transposed(get(`${from}.attn.${kind}_${name}`)));
			return byHead(turned, d_head);
		};
		const dense = (ours: [part: string, name: string], theirs: string) => [
			matrix(`${to}.${theirs}.weight`, transposed(get(`${from}.${ours[0]}.W_${ours[1]}`))),
			vector(`${to}.${theirs}.bias`, get(`${from}.${ours[0]}.b_${ours[1]}`))
		];
		return [
			...norm(parts, `${from}.ln1`, `${to}.input_layernorm`),
			matrix(`${to}.attention.query_key_value.weight`, three('W')),
			vector(`${to}.attention.query_key_value.bias`, three('b')),
			...dense(['attn', 'O'], 'attention.dense'),
			...norm(parts, `${from}.ln2`, `${to}.post_attention_layernorm`),
			...dense(['mlp', 'in'], 'mlp.dense_h_to_4h'),
			...dense(['mlp', 'out'], 'mlp.dense_4h_to_h')
		];
	};
	return [
		matrix('gpt_neox.embed_in.weight', get('W_E')),
		...Array.from({ length: layers }, (_, layer) => block(layer)).flat(),
		...norm(parts, 'ln_final', 'gpt_neox.final_layer_norm'),
		...(tied ? [] : [matrix('embed_out.weight', transposed(get('W_U')))])
	];
}

function norm(parts: Parts, from: string, to: string): NamedMatrix[] {
	return [vector(`${to}.weight`, need(parts, `${from}.w`)), vector(`${to}.bias`, need(parts, `${from}.b`))];
}

/** Matrices of as many rows, side by side. */
function beside(matrices: readonly Matrix[]): Matrix {
	const rows = matrices[0]?.rows ?? 0;
	const columns = matrices.reduce((sum, one) => sum + one.columns, 0);
	const values = new Float32Array(rows * columns);
	let left = 0;
	for (const one of matrices) {
		for (let row = 0; row < rows; row++)
			values.set(one.values.subarray(row * one.columns, (row + 1) * one.columns), row * columns + left);
		left += one.columns;
	}
	return { rows, columns, values };
}

/** Matrices of as many rows, `size` rows of each in turn. */
function byHead(matrices: readonly Matrix[], size: number): Matrix {
	const { rows = 0, columns = 0 } = matrices[0] ?? {};
	const values = new Float32Array(matrices.length * rows * columns);
	let at = 0;
	for (let row = 0; row < rows; row += size)
		for (const one of matrices) {
			values.set(one.values.subarray(row * columns, (row + size) * columns), at);
			at += size * columns;
		}
	return { rows: matrices.length * rows, columns, values };
}
