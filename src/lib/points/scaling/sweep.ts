/** Random queries against random keys, for growing d_k: what their dot products do, and what softmax makes of them. */
import { normals } from '#num/random.ts';
import { dot, mean, variance } from '#num/stats.ts';
import { soften } from './softened.ts';

/** The sizes that are swept. */
export const WIDTHS = [4, 8, 16, 32, 64, 128, 256, 512] as const;

/** Queries drawn for each width, and keys that each of them meets. */
export const DRAWS = { queries: 32, keys: 16 } as const;

/** What one width came to. */
export interface Swept {
	readonly width: number;
	/** The variance of q·k, and of q·k ÷ √d_k. */
	readonly variance: number;
	readonly scaledVariance: number;
	/** The standard error of the first; that of the second is 1/d_k of it. */
	readonly error: number;
	/** The mean over queries of the largest weight and of the Jacobian's norm, over sixteen keys. */
	readonly unscaled: { readonly bestWeight: number; readonly gradient: number };
	readonly scaled: { readonly bestWeight: number; readonly gradient: number };
}

/** Draws vectors of independent standard normal components, fresh for every width, and measures. */
export function sweep(seed: number): readonly Swept[] {
	// Some 50 ms of drawing that only the seed decides: not to be repeated with every key that a reader types.
	if (last?.seed !== seed) {
		last = { seed, swept: WIDTHS.map((width, index) => sweepOne(width, seed * WIDTHS.length + index)) };
	}
	return last.swept;
}

let last: { readonly seed: number; readonly swept: readonly Swept[] } | undefined;

function sweepOne(width: number, seed: number): Swept {
	const next = normals(seed);
	const vector = () => Float32Array.from({ length: width }, next);
	const rows = Array.from({ length: DRAWS.queries }, () => {
		const q = vector();
		return Float32Array.from({ length: DRAWS.keys }, () => dot(q, vector()));
	});
	const root = Math.sqrt(width);
	const scaled = rows.map((row) => row.map((score) => score / root));
	return {
		width,
		variance: variance(flat(rows)),
		scaledVariance: variance(flat(scaled)),
		error: errorOf(rows),
		unscaled: measured(rows),
		scaled: measured(scaled)
	};
}

/**
 * The standard error of the variance. Scores of one query share its length and so are no independent draws: what is
 * compared is the mean square of one query's scores with that of the next.
 */
function errorOf(rows: readonly Float32Array[]): number {
	const center = mean(flat(rows));
	const squares = rows.map((row) => mean(row.map((score) => (score - center) ** 2)));
	return Math.sqrt(variance(squares) / (rows.length - 1));
}

function flat(rows: readonly Float32Array[]): number[] {
	return rows.flatMap((row) => [...row]);
}

function measured(rows: readonly Float32Array[]) {
	const softened = rows.map(soften);
	return {
		bestWeight: mean(softened.map(({ bestWeight }) => bestWeight)),
		gradient: mean(softened.map(({ gradient }) => gradient))
	};
}

/** The slope of log y against log x: 1 where y grows in step with x, 0 where it stands still. */
export function logSlope(points: readonly (readonly [number, number])[]): number {
	const [xs, ys] = [points.map(([x]) => Math.log(x)), points.map(([, y]) => Math.log(y))];
	const [x0, y0] = [mean(xs), mean(ys)];
	const along = xs.map((x, i) => (x - x0) * ((ys[i] ?? 0) - y0));
	return mean(along) / variance(xs);
}
