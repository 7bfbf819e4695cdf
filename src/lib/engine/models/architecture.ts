import type { ModelConfig } from '../config.ts';
import type { StoredTensor } from '../safetensors.ts';
import { asTensor, columnsOf, type AttentionWeights, type Matrix, type Weights } from '../weights.ts';

/** What sets one family of models apart: how its configuration and its weights are written. */
export interface Architecture {
	/** Reads a parsed `config.json`; throws EngineError `model-unsupported` naming what it cannot do. */
	config(raw: unknown): ModelConfig;
	/** Makes tensors of a file's weights, and counts them; throws EngineError `model-damaged`. */
	weights(
		stored: ReadonlyMap<string, StoredTensor>,
		config: ModelConfig
	): { readonly weights: Weights; readonly parameters: number };
}

/** W_Q, W_K and W_V, or their biases, out of one matrix that holds them side by side; `columns` says where each lies. */
export function splitQkv(
	fused: Matrix,
	bias: Matrix | undefined,
	columns: (part: 0 | 1 | 2) => readonly number[]
): Omit<AttentionWeights, 'W_O' | 'b_O'> {
	const weight = (part: 0 | 1 | 2) => asTensor(columnsOf(fused, columns(part)));
	const row = (part: 0 | 1 | 2) => bias && asTensor(columnsOf(bias, columns(part)));
	return { W_Q: weight(0), W_K: weight(1), W_V: weight(2), b_Q: row(0), b_K: row(1), b_V: row(2) };
}
