/** One cell of the attention pattern, worked out by hand from its query and its key. */
import { dot } from '#num/stats.ts';

/** Every number between two vectors and one weight. */
export interface CellArithmetic {
	readonly q: Float32Array;
	readonly k: Float32Array;
	/** q and k multiplied dimension by dimension. */
	readonly products: Float32Array;
	/** The sum of the products, added up here in 64 bits. */
	readonly sum: number;
	/** What the model computed, step by step. */
	readonly raw: number;
	readonly scaled: number;
	readonly masked: number;
	readonly weight: number;
	/** What the scaled score was divided by: the square root of d_k. */
	readonly root: number;
	/** The largest open score of the row: softmax subtracts it first. */
	readonly peak: number;
	/** e to the score less the peak, and the sum of that over the row. */
	readonly exponential: number;
	readonly total: number;
	/** Where the mask closes the cell. */
	readonly isClosed: boolean;
	/** True where the scaled score is the raw one over √d_k, which an edit can change. */
	readonly isScaled: boolean;
	/** How far the sum here lies from the model's own score. */
	readonly off: number;
}

interface Given {
	readonly q: Float32Array;
	readonly k: Float32Array;
	readonly rows: Readonly<Record<'raw' | 'scaled' | 'masked' | 'pattern', Float32Array>>;
	readonly key: number;
}

/** The arithmetic of the cell where a row meets a key. */
export function cellOf({ q, k, rows, key }: Given): CellArithmetic {
	const sum = dot(q, k);
	const root = Math.sqrt(q.length);
	const [raw, scaled] = [rows.raw[key] ?? NaN, rows.scaled[key] ?? NaN];
	const masked = rows.masked[key] ?? NaN;
	const peak = rows.masked.reduce((most, score) => Math.max(most, score), -Infinity);
	const exponentials = Array.from(rows.masked, (score) => (score === -Infinity ? 0 : Math.exp(score - peak)));
	return {
		q,
		k,
		products: q.map((value, i) => value * (k[i] ?? 0)),
		sum,
		raw,
		scaled,
		masked,
		weight: rows.pattern[key] ?? NaN,
		root,
		peak,
		exponential: exponentials[key] ?? 0,
		total: exponentials.reduce((all, one) => all + one, 0),
		isClosed: masked === -Infinity,
		isScaled: Math.abs(scaled - raw / root) <= 1e-4 * Math.max(1, Math.abs(raw)),
		off: Math.abs(sum - raw)
	};
}
