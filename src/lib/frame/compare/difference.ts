import { take, type Named } from '#num/named.ts';
import type { Focus } from '#points/define.ts';

/** The weights of one head in two runs, and how they differ, over the tokens that both have. */
export interface Difference {
	readonly length: number;
	/** `length` × `length` weights, row by row. */
	readonly left: Float32Array;
	readonly right: Float32Array;
	/** Right less left. */
	readonly change: Float32Array;
	/** The largest change of any cell, whatever its sign. */
	readonly most: number;
}

/** A run's patterns, with axes layer, head, query and key, and the head that is looked at. */
export interface Looked {
	readonly patterns: Named;
	readonly focus: Pick<Focus, 'layer' | 'head'>;
}

/** Compares the looked-at heads of two runs over their first `length` tokens. */
export function differenceOf(left: Looked, right: Looked, length: number): Difference {
	const [one, other] = [cut(left, length), cut(right, length)];
	const change = one.map((weight, i) => (other[i] ?? 0) - weight);
	return {
		length,
		left: one,
		right: other,
		change,
		most: change.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
	};
}

/** How much of a query's attention lies elsewhere in the other run: half of all changes in its row, from 0 to 1. */
export function movedIn({ change, length }: Difference, query: number): number {
	const row = change.subarray(query * length, (query + 1) * length);
	return row.reduce((sum, value) => sum + Math.abs(value), 0) / 2;
}

/** True for a cell above the diagonal that is closed in both runs. */
export function isClosed({ left, right, length }: Difference, query: number, key: number): boolean {
	const at = query * length + key;
	return key > query && left[at] === 0 && right[at] === 0;
}

function cut({ patterns, focus: { layer, head } }: Looked, length: number): Float32Array {
	const { data, shape } = take(patterns, { layer, head });
	const width = shape[1] ?? 0;
	const cells = new Float32Array(length * length);
	for (let query = 0; query < length; query++)
		cells.set(data.subarray(query * width, query * width + length), query * length);
	return cells;
}
