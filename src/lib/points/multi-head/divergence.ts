/** How unlike the patterns of two heads are: the Jensen–Shannon divergence of their rows, in bits (Lin, 1991). */
import { take, type Named } from '#num/named.ts';
import { entropyBits, mean } from '#num/stats.ts';

/**
 * H((p + q) ÷ 2) − (H(p) + H(q)) ÷ 2: 0 for equal distributions, 1 bit for those that share nothing. The two entropies
 * may be given where they are known.
 */
export function jensenShannonBits(
	p: ArrayLike<number>,
	q: ArrayLike<number>,
	[ofP, ofQ] = [entropyBits(p), entropyBits(q)]
): number {
	const mixed = Float64Array.from(p, (weight, i) => (weight + (q[i] ?? NaN)) / 2);
	// Rounding can leave a hair below nothing.
	return Math.max(0, entropyBits(mixed) - ((ofP ?? NaN) + (ofQ ?? NaN)) / 2);
}

/** Heads × heads, row by row: the mean divergence of the rows of two patterns, over queries that have a choice. */
export function divergences(pattern: Named<'head' | 'query' | 'key'>): Float32Array {
	const [heads = 0, length = 0] = pattern.shape;
	// The first query sees only itself: there all heads agree, and it would say nothing of them.
	const queries = Array.from({ length: Math.max(0, length - 1) }, (_, i) => i + 1);
	const rows = Array.from({ length: heads }, (_, head) => {
		return queries.map((query) => {
			const weights = take(pattern, { head, query }).data;
			return { weights, bits: entropyBits(weights) };
		});
	});
	const square = new Float32Array(heads ** 2);
	for (let a = 0; a < heads; a++) {
		for (let b = a + 1; b < heads; b++) {
			const apart = (rows[a] ?? []).map((row, i) => {
				const other = rows[b]?.[i] ?? row;
				return jensenShannonBits(row.weights, other.weights, [row.bits, other.bits]);
			});
			square[a * heads + b] = square[b * heads + a] = apart.length > 0 ? mean(apart) : 0;
		}
	}
	return square;
}
