/** How unlike the patterns of two heads are: the Jensen–Shannon divergence of their rows, in bits (Lin, 1991). */
import { take, type Named } from '#num/named.ts';
import { entropyBits } from '#num/stats.ts';

/** A distribution and its entropy, which every pair that it is in needs. */
interface Row {
	readonly weights: ArrayLike<number>;
	readonly bits: number;
}

/** A row of a pattern, ready to be compared. */
export function rowOf(weights: ArrayLike<number>): Row {
	return { weights, bits: entropyBits(weights) };
}

/** H((p + q) ÷ 2) − (H(p) + H(q)) ÷ 2: 0 for equal distributions, 1 bit for those that share nothing. */
export function jensenShannonBits(p: Row, q: Row): number {
	const middle = new Float64Array(p.weights.length);
	for (let i = 0; i < middle.length; i++) middle[i] = ((p.weights[i] ?? NaN) + (q.weights[i] ?? NaN)) / 2;
	// Rounding can leave a hair below nothing.
	return Math.max(0, entropyBits(middle) - (p.bits + q.bits) / 2);
}

/** Heads × heads, row by row: the mean divergence of the rows of two patterns, over queries that have a choice. */
export function divergences(pattern: Named<'head' | 'query' | 'key'>): Float32Array {
	const [heads = 0, length = 0] = pattern.shape;
	const square = new Float32Array(heads ** 2);
	// The first query sees only itself: there all heads agree, and it would say nothing of them.
	for (let query = 1; query < length; query++) {
		const rows = Array.from({ length: heads }, (_, head) => rowOf(take(pattern, { head, query }).data));
		for (const [a, row] of rows.entries()) {
			for (const [b, other] of rows.slice(0, a).entries()) {
				const share = jensenShannonBits(row, other) / (length - 1);
				square[a * heads + b] = square[b * heads + a] = (square[a * heads + b] ?? 0) + share;
			}
		}
	}
	return square;
}
