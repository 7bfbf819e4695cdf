/** The scores with the roles exchanged: every token asks with its key and is met by its query. */
import { argmax, dot, softmax } from '#num/stats.ts';
import { rowOf, type Grid } from './project.ts';

/** What exchanging Q and K does to one head. */
export interface Swapped {
	/** The model's own scores, Q Kᵀ. */
	readonly raw: Grid;
	/** K Qᵀ, multiplied here. */
	readonly swapped: Grid;
	/** `swapped` less `raw`. */
	readonly difference: Grid;
	/** The largest |swapped(i, j) − raw(j, i)|: 0 when one is the other's mirror image. */
	readonly offMirror: number;
	/** The largest |swapped(i, j) − raw(i, j)|: 0 when the exchange changes nothing. */
	readonly moved: number;
	/** Where the query looks hardest among the keys that the mask leaves open. */
	readonly looks: { readonly before: Look; readonly after: Look };
}

/** The key that a query weighs most. */
export interface Look {
	readonly key: number;
	readonly weight: number;
}

interface Given {
	/** Queries and keys as they meet: rotated where the model rotates them. */
	readonly q: Grid;
	readonly k: Grid;
	readonly raw: Grid;
	readonly scaled: Grid;
	/** Masked: −∞ where closed. */
	readonly scores: Grid;
	readonly query: number;
}

/** The scores as they are and with the roles exchanged. */
export function swapRoles({ q, k, raw, scaled, scores, query }: Given): Swapped {
	const swapped = productsOf(k, q);
	const mirrored = transposed(raw);
	return {
		raw,
		swapped,
		difference: { ...raw, data: swapped.data.map((value, i) => value - (raw.data[i] ?? NaN)) },
		offMirror: apart(swapped, mirrored),
		moved: apart(swapped, raw),
		looks: { before: lookOf(scaled, scores, query), after: lookOf(transposed(scaled), scores, query) }
	};
}

/** Every row of `a` times every row of `b`. */
export function productsOf(a: Grid, b: Grid): Grid {
	const data = new Float32Array(a.rows * b.rows);
	for (let i = 0; i < a.rows; i++)
		for (let j = 0; j < b.rows; j++) data[i * b.rows + j] = dot(rowOf(a, i), rowOf(b, j));
	return { data, rows: a.rows, columns: b.rows };
}

/** Rows as columns. */
export function transposed({ data, rows, columns }: Grid): Grid {
	const turned = data.map((_, i) => data[(i % rows) * columns + Math.floor(i / rows)] ?? NaN);
	return { data: turned, rows: columns, columns: rows };
}

function apart(a: Grid, b: Grid): number {
	return a.data.reduce((most, value, i) => Math.max(most, Math.abs(value - (b.data[i] ?? NaN))), 0);
}

function lookOf(scaled: Grid, scores: Grid, query: number): Look {
	const open = rowOf(scores, query);
	const weights = softmax(rowOf(scaled, query).map((score, key) => (open[key] === -Infinity ? -Infinity : score)));
	const key = argmax(weights);
	return { key, weight: weights[key] ?? 0 };
}
