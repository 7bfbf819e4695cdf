/** Squares of numbers, queries down and keys across, and what can be said of them. */
import { take, type Named } from '#num/named.ts';

/** A square of numbers, queries down and keys across. */
export interface Square {
	readonly data: Float32Array;
	readonly rows: number;
	readonly columns: number;
}

/** One head of a captured value. */
export function squareOf(value: Named<'head' | 'query' | 'key'>, head: number): Square {
	const { shape, data } = take(value, { head });
	return { data, rows: shape[0] ?? 0, columns: shape[1] ?? 0 };
}

/** One query's row. */
export function rowOf({ data, columns }: Square, row: number): Float32Array {
	return data.subarray(row * columns, (row + 1) * columns);
}

/** The largest finite magnitude; 1 where there is none. */
export function largest({ data }: Square): number {
	let most = 0;
	for (const value of data) if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
	return most || 1;
}

/** ‖S − Sᵀ‖ ÷ ‖S‖ of a square: 0 when asking and being asked are the same. */
export function asymmetryOf({ data, rows: size }: Square): number {
	let [apart, all] = [0, 0];
	for (let i = 0; i < size; i++) {
		for (let j = 0; j < size; j++) {
			const [here, there] = [data[i * size + j] ?? 0, data[j * size + i] ?? 0];
			apart += (here - there) ** 2;
			all += here ** 2;
		}
	}
	return all === 0 ? 0 : Math.sqrt(apart / all);
}
