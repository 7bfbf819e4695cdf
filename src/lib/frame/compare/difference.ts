import type { Cell } from '#marks/roving.ts';
import { take, type Named } from '#num/named.ts';

/** A figure of one head in two runs, and how it differs, over the tokens that both have. */
export interface Difference {
	readonly length: number;
	/** `length` × `length` values, row by row. */
	readonly left: Float32Array;
	readonly right: Float32Array;
	/** Right less left. */
	readonly change: Float32Array;
	/** The largest change of any cell, whatever its sign. */
	readonly most: number;
	/** The largest value of either run, whatever its sign. */
	readonly largest: number;
}

/** A figure of a run's layer, with axes head, query and key, and the head that is looked at. */
export interface Looked {
	readonly figure: Named;
	readonly head: number;
}

/** Compares the looked-at heads of two runs over their first `length` tokens. */
export function differenceOf(left: Looked, right: Looked, length: number): Difference {
	const [one, other] = [cut(left, length), cut(right, length)];
	const change = one.map((value, i) => (other[i] ?? 0) - value);
	const largest = Math.max(largestOf(one), largestOf(other));
	return { length, left: one, right: other, change, most: largestOf(change), largest };
}

/** How much attention of all queries lies elsewhere in the other run, on the mean, from 0 to 1. */
export function movedInAll(difference: Difference): number {
	const { length } = difference;
	const moved = Array.from({ length }, (_, query) => movedIn(difference, query));
	return moved.reduce((sum, share) => sum + share, 0) / Math.max(1, length);
}

/** How much of a query's attention lies elsewhere in the other run: half of all changes in its row, from 0 to 1. */
export function movedIn({ change, length }: Difference, query: number): number {
	const row = change.subarray(query * length, (query + 1) * length);
	return row.reduce((sum, value) => sum + Math.abs(value), 0) / 2;
}

/** True for a weight above the diagonal that is closed in each of these runs. */
export function isClosed(length: number, { row, column }: Cell, ...runs: readonly Float32Array[]): boolean {
	return column > row && runs.every((weights) => weights[row * length + column] === 0);
}

function largestOf(values: Float32Array): number {
	return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function cut({ figure, head }: Looked, length: number): Float32Array {
	const { data, shape } = take(figure, { head });
	const width = shape[1] ?? 0;
	const cells = new Float32Array(length * length);
	for (let query = 0; query < length; query++)
		cells.set(data.subarray(query * width, query * width + length), query * length);
	return cells;
}
