/**
 * What a vector added to the stream does to one token's logit, in 64 bits.
 *
 * The final norm is linear once its scale is held fixed, so a logit is a sum: each part of the stream times one direction,
 * and what the norm's bias adds. LayerNorm's centring of every part is folded into the direction, since
 * Σ (xᵢ − mean x) uᵢ = Σ xᵢ (uᵢ − mean u).
 */
import { take, type Named } from './named.ts';

/** The way out of the stream: the final norm's weight and bias, and the unembedding. */
export interface WayOut {
	readonly w: Named<'d_model'>;
	/** Absent where the norm has none. */
	readonly b: Named<'d_model'> | undefined;
	readonly W_U: Named<'d_model' | 'd_vocab'>;
	/** True for LayerNorm, which subtracts the mean; RMSNorm does not. */
	readonly centers: boolean;
}

/** The direction in the stream along which a token's logit grows, for a fixed scale of the final norm. */
export function logitDirection({ w, W_U, centers }: WayOut, token: number, scale: number): Float64Array {
	const column = take(W_U, { d_vocab: token }).data;
	const along = Float64Array.from(column, (weight, i) => ((w.data[i] ?? NaN) * weight) / scale);
	return centers ? centered(along) : along;
}

/** What the final norm's bias adds to a token's logit whatever the text. */
export function logitConstant({ b, W_U }: WayOut, token: number): number {
	const column = take(W_U, { d_vocab: token }).data;
	return column.reduce((sum, weight, i) => sum + weight * (b?.data[i] ?? 0), 0);
}

/** The logits of the whole vocabulary, read from a stream of a known scale as if it were the last. */
export function logitsOf({ w, b, W_U, centers }: WayOut, stream: ArrayLike<number>, scale: number): Float64Array {
	const x = centers ? centered(stream) : stream;
	const size = W_U.shape[1] ?? 0;
	const logits = new Float64Array(size);
	for (let i = 0; i < x.length; i++) {
		const normalized = ((x[i] ?? NaN) / scale) * (w.data[i] ?? NaN) + (b?.data[i] ?? 0);
		for (let id = 0; id < size; id++) logits[id] = (logits[id] ?? 0) + normalized * (W_U.data[i * size + id] ?? NaN);
	}
	return logits;
}

function centered(values: ArrayLike<number>): Float64Array {
	let sum = 0;
	for (let i = 0; i < values.length; i++) sum += values[i] ?? NaN;
	return Float64Array.from(values, (value) => value - sum / values.length);
}
