/** The three norms in 64 bits. They differ in what they average over, and RMSNorm leaves the mean alone. */
import { dot, mean, variance } from '#num/stats.ts';

/** A norm over one token's vector. */
export type NormKind = 'layer' | 'rms';

/** The two numbers that a norm takes of what it averages over. */
export interface Moments {
	/** What is subtracted; 0 for RMSNorm. */
	readonly mean: number;
	/** The mean square of what is left: for LayerNorm the variance. */
	readonly square: number;
}

/** The moments of a vector. */
export function momentsOf(vector: ArrayLike<number>, kind: NormKind): Moments {
	if (kind === 'layer') return { mean: mean(vector), square: variance(vector) };
	return { mean: 0, square: dot(vector, vector) / vector.length };
}

/** One number, normalized. */
export function normalize(value: number, { mean, square }: Moments, epsilon: number): number {
	const spread = Math.sqrt(square + epsilon);
	// Without ε, a batch of one has no spread to divide by; its numbers are all at their mean.
	return spread === 0 ? 0 : (value - mean) / spread;
}

/** A token's vector after LayerNorm (Ba et al., 2016) or RMSNorm (Zhang and Sennrich, 2019), before weight and bias. */
export function normalized(vector: ArrayLike<number>, kind: NormKind, epsilon: number): Float64Array {
	const moments = momentsOf(vector, kind);
	return new Float64Array(vector).map((value) => normalize(value, moments, epsilon));
}

/** The moments of every feature over the tokens of a batch, as BatchNorm takes them in training (Ioffe and Szegedy, 2015). */
export function batchMoments(batch: readonly ArrayLike<number>[]): Moments[] {
	const means = overBatch(batch, (value) => value);
	const squares = overBatch(batch, (value, dim) => (value - (means[dim] ?? NaN)) ** 2);
	return Array.from(means, (mean, dim) => ({ mean, square: squares[dim] ?? NaN }));
}

/** The mean over tokens of something of each feature; row by row, as the numbers lie. */
function overBatch(batch: readonly ArrayLike<number>[], of: (value: number, dim: number) => number): Float64Array {
	const sums = new Float64Array(batch[0]?.length ?? 0);
	for (const vector of batch)
		for (let dim = 0; dim < sums.length; dim++) sums[dim] = (sums[dim] ?? 0) + of(vector[dim] ?? NaN, dim);
	return sums.map((sum) => sum / batch.length);
}

/** A token's vector after BatchNorm, before weight and bias. */
export function batchNormalized(vector: ArrayLike<number>, moments: readonly Moments[], epsilon: number): Float64Array {
	return new Float64Array(vector).map((value, dim) =>
		normalize(value, moments[dim] ?? { mean: NaN, square: NaN }, epsilon)
	);
}

/**
 * The ε that a model adds, from what it divided by: scale² − mean square, at the token where that is clearest, to one
 * figure, as configurations have it.
 */
export function epsilonOf(vectors: readonly ArrayLike<number>[], scales: ArrayLike<number>, kind: NormKind): number {
	const squares = vectors.map((vector) => momentsOf(vector, kind).square);
	const clearest = squares.indexOf(Math.min(...squares));
	const epsilon = (scales[clearest] ?? 0) ** 2 - (squares[clearest] ?? 0);
	return epsilon > 0 ? Number(epsilon.toPrecision(1)) : 0;
}
