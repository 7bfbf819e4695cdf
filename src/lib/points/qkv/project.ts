/** One vector through one matrix of one head, x W + b, and one number of what comes out, term by term. */
import type { Named } from '#num/named.ts';
import { topIndices } from '#num/stats.ts';

/** The three that one input is turned into. */
export const PARTS = ['q', 'k', 'v'] as const;

/** One of the three. */
export type Part = (typeof PARTS)[number];

/** Numbers row by row. */
export interface Grid {
	readonly data: Float32Array;
	readonly rows: number;
	readonly columns: number;
}

/** One head's matrix, and what it makes of the text. */
export interface Projection {
	readonly part: Part;
	/** The head's number among those of this matrix: keys and values may be shared by several queries' heads. */
	readonly head: number;
	/** d_model × d_head. */
	readonly weights: Grid;
	readonly bias: Float32Array | undefined;
	/** What the model computed: tokens × d_head. */
	readonly tokens: Grid;
	/** The followed token's row of it. */
	readonly vector: Float32Array;
	/** How far x W + b, worked out here, lies from that row at most. */
	readonly off: number;
}

/** One number of an output: the sum of d_model products, and a bias. */
export interface OneOutput {
	readonly part: Part;
	readonly dim: number;
	/** The chosen column of the matrix. */
	readonly column: Float32Array;
	readonly products: Float32Array;
	readonly sum: number;
	readonly bias: number;
	readonly value: number;
	/** What the model has there. */
	readonly model: number;
	/** The inputs that move it most, up or down. */
	readonly strongest: readonly number[];
}

/** x W + b, summed in 64 bits; W has a row for every number of x. */
export function project(x: Float32Array, { data, columns }: Grid, bias?: Float32Array): number[] {
	const made = Array.from({ length: columns }, (_, j) => bias?.[j] ?? 0);
	x.forEach((value, i) => {
		for (let j = 0; j < columns; j++) made[j] = (made[j] ?? 0) + value * (data[i * columns + j] ?? NaN);
	});
	return made;
}

/** One output of a projection of x. */
export function outputOf(x: Float32Array, { part, weights, bias, vector }: Projection, dim: number): OneOutput {
	const column = Float32Array.from(x, (_, i) => weights.data[i * weights.columns + dim] ?? NaN);
	const terms = Array.from(x, (value, i) => value * (column[i] ?? NaN));
	const sum = terms.reduce((all, one) => all + one, 0);
	const own = bias?.[dim] ?? 0;
	return {
		part,
		dim,
		column,
		products: Float32Array.from(terms),
		sum,
		bias: own,
		value: sum + own,
		model: vector[dim] ?? NaN,
		strongest: topIndices(terms.map(Math.abs), 3)
	};
}

/** A value of two axes as numbers row by row. */
export function gridOf({ data, shape }: Named): Grid {
	return { data, rows: shape[0] ?? 0, columns: shape[1] ?? 0 };
}

/** A row of a grid, as a view. */
export function rowOf({ data, columns }: Grid, row: number): Float32Array {
	return data.subarray(row * columns, (row + 1) * columns);
}
