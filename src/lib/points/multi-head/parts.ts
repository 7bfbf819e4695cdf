/** What each head writes into the stream, from what it brought home (z) and its own rows of W_O. */
import { take, type Named } from '#num/named.ts';
import type { HeadPlace } from './heads.ts';

/** What every head of a run brought home, and the weights that turn it into something for the stream. */
export interface Writing {
	readonly z: Named<'layer' | 'head' | 'pos' | 'd_head'>;
	readonly W_O: Named<'layer' | 'head' | 'd_head' | 'd_model'>;
}

/** z W_O of one head at one position, in 64 bits: its part of the attention's output. */
export function partOf({ z, W_O }: Writing, { layer, head }: HeadPlace, pos: number): Float64Array {
	const brought = take(z, { layer, head, pos }).data;
	const matrix = take(W_O, { layer, head }).data;
	const width = W_O.shape.at(-1) ?? 0;
	const part = new Float64Array(width);
	for (const [i, weight] of brought.entries()) {
		for (let d = 0; d < width; d++) part[d] = (part[d] ?? 0) + weight * (matrix[i * width + d] ?? NaN);
	}
	return part;
}

/** The parts and the bias, added. */
export function sumOf(parts: readonly ArrayLike<number>[], bias: ArrayLike<number> | undefined): Float64Array {
	const [first = []] = parts;
	return Float64Array.from({ length: first.length }, (_, d) => {
		return parts.reduce((sum, part) => sum + (part[d] ?? NaN), bias?.[d] ?? 0);
	});
}

/** Euclidean length. */
export function lengthOf(vector: ArrayLike<number>): number {
	let squares = 0;
	for (let d = 0; d < vector.length; d++) squares += (vector[d] ?? NaN) ** 2;
	return Math.sqrt(squares);
}
