/** A model's weights, under TransformerLens names and ready to multiply from the right, whatever file they came from. */
import { sizeOf } from '#num/named.ts';
import { EngineError } from './failures.ts';
import { valuesOf, type StoredTensor } from './safetensors.ts';
import { tensor, type Tensor } from './tf.ts';

/** What a norm multiplies by and adds, each [d_model]; RMSNorm adds nothing. */
export interface NormWeights {
	readonly w: Tensor;
	readonly b?: Tensor | undefined;
}

/** The weights of attention; heads lie side by side in the columns of Q, K and V and in the rows of O. */
export interface AttentionWeights {
	/** [d_model, head · d_head] */
	readonly W_Q: Tensor;
	/** [d_model, kv_head · d_head] */
	readonly W_K: Tensor;
	/** [d_model, kv_head · d_head] */
	readonly W_V: Tensor;
	/** [head · d_head, d_model] */
	readonly W_O: Tensor;
	readonly b_Q?: Tensor | undefined;
	readonly b_K?: Tensor | undefined;
	readonly b_V?: Tensor | undefined;
	readonly b_O?: Tensor | undefined;
}

/** The weights of a feed-forward network; `gate` is the factor that the activation applies to, where there are two. */
export interface MlpWeights {
	/** [d_model, d_mlp] */
	readonly W_in: Tensor;
	readonly b_in?: Tensor | undefined;
	/** [d_mlp, d_model] */
	readonly W_out: Tensor;
	readonly b_out?: Tensor | undefined;
	/** [d_model, d_mlp] */
	readonly W_gate?: Tensor | undefined;
	readonly b_gate?: Tensor | undefined;
}

/** The weights of one block. */
export interface BlockWeights {
	readonly ln1: NormWeights;
	readonly attn: AttentionWeights;
	readonly ln2: NormWeights;
	readonly mlp: MlpWeights;
}

/** All weights of a model. */
export interface Weights {
	/** [d_vocab, d_model] */
	readonly W_E: Tensor;
	/** [context, d_model], where positions are learned. */
	readonly W_pos?: Tensor | undefined;
	readonly blocks: readonly BlockWeights[];
	readonly ln_final: NormWeights;
	/** [d_model, d_vocab] */
	readonly W_U: Tensor;
}

/** A matrix in plain memory, row by row. */
export interface Matrix {
	readonly rows: number;
	readonly columns: number;
	readonly values: Float32Array<ArrayBuffer>;
}

/** Takes tensors out of a file by name and counts them; throws EngineError `model-damaged` for what does not fit. */
export class WeightReader {
	readonly #stored: ReadonlyMap<string, StoredTensor>;
	readonly #prefix: string;
	#parameters = 0;

	/** Names are looked up behind `prefix`, unless no tensor of the file begins with it. */
	constructor(stored: ReadonlyMap<string, StoredTensor>, prefix = '') {
		this.#stored = stored;
		this.#prefix = [...stored.keys()].some((name) => name.startsWith(prefix)) ? prefix : '';
	}

	/** How many numbers have been taken so far. */
	get parameters(): number {
		return this.#parameters;
	}

	/** A vector of `length`; undefined when `present` is false. */
	vector(name: string, length: number, present = true): Tensor | undefined {
		return present ? tensor(this.#values(name, [length]), [length]) : undefined;
	}

	/** A matrix as the file holds it. */
	matrix(name: string, rows: number, columns: number): Matrix {
		return { rows, columns, values: this.#values(name, [rows, columns]) };
	}

	/** True when the file has a tensor of this name. */
	has(name: string): boolean {
		return this.#stored.has(this.#prefix + name) || this.#stored.has(name);
	}

	/** A vector as a matrix of one row. */
	row(name: string, length: number): Matrix {
		return { rows: 1, columns: length, values: this.#values(name, [length]) };
	}

	/** The weights of a dense layer that the file holds as [outputs, inputs], as [inputs, outputs]. */
	dense(name: string, inputs: number, outputs: number): Tensor {
		return asTensor(transposed(this.matrix(name, outputs, inputs)));
	}

	/** The weights of a norm over `length` values. */
	norm(name: string, length: number, bias: boolean): NormWeights {
		const w = tensor(this.#values(`${name}.weight`, [length]), [length]);
		return { w, b: this.vector(`${name}.bias`, length, bias) };
	}

	#values(name: string, shape: readonly number[]): Float32Array<ArrayBuffer> {
		const stored = this.#stored.get(this.#prefix + name) ?? this.#stored.get(name);
		if (!stored) damaged(`${name} is missing`);
		if (stored.shape.join() !== shape.join())
			damaged(`${name} is [${stored.shape.join(' ')}] instead of [${shape.join(' ')}]`);
		const values = valuesOf(stored);
		if (!values.every(Number.isFinite)) damaged(`${name} holds what is not a number`);
		this.#parameters += sizeOf(shape);
		return values;
	}
}

/** A matrix as a tensor. */
export function asTensor({ rows, columns, values }: Matrix): Tensor {
	return tensor(values, [rows, columns]);
}

/** Rows as columns and columns as rows. */
export function transposed({ rows, columns, values }: Matrix): Matrix {
	const turned = new Float32Array(values.length);
	for (let row = 0; row < rows; row++)
		for (let column = 0; column < columns; column++)
			turned[column * rows + row] = values[row * columns + column] ?? NaN;
	return { rows: columns, columns: rows, values: turned };
}

/** The chosen columns of a matrix, in the order of `chosen`. */
export function columnsOf({ rows, columns, values }: Matrix, chosen: readonly number[]): Matrix {
	const picked = new Float32Array(rows * chosen.length);
	for (let row = 0; row < rows; row++)
		for (const [place, column] of chosen.entries())
			picked[row * chosen.length + place] = values[row * columns + column] ?? NaN;
	return { rows, columns: chosen.length, values: picked };
}

function damaged(how: string): never {
	throw new EngineError('model-damaged', `model.safetensors: ${how}`);
}
