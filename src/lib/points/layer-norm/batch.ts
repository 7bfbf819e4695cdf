/** The same batch of tokens under three norms, and what a change to a neighbour does to one token. */
import { maxAbsDifference } from '#num/stats.ts';
import { batchMoments, batchNormalized, momentsOf, normalized, type Moments } from './norm.ts';

/** A norm, by what it averages over. */
export type Method = 'layer' | 'rms' | 'batch';

/** What becomes of the neighbour: it leaves the batch, or a copy of the token itself takes its place. */
export type Change = 'without' | 'copy';

/** The batch under one norm. */
export interface Normed {
	readonly method: Method;
	/** Tokens down, features across. */
	readonly data: Float32Array;
	/** Of what the chosen number is averaged with. */
	readonly moments: Moments;
	/** How many numbers that is. */
	readonly over: number;
	/** The chosen number, normalized; and again once the neighbour has changed. */
	readonly value: number;
	readonly changed: number;
	/** The largest change over all features of the token; undefined without a neighbour. */
	readonly largest: number | undefined;
}

/** Which number of the batch is looked at, and whose neighbour changes how. */
export interface Chosen {
	readonly token: number;
	readonly dim: number;
	readonly neighbour: number | undefined;
	readonly change: Change;
}

/** The batch under LayerNorm, RMSNorm and BatchNorm. */
export function underEach(batch: readonly ArrayLike<number>[], chosen: Chosen, epsilon: number): Normed[] {
	return (['layer', 'rms', 'batch'] as const).map((method) => under(method, batch, chosen, epsilon));
}

function under(method: Method, batch: readonly ArrayLike<number>[], chosen: Chosen, epsilon: number): Normed {
	const { token, dim, neighbour } = chosen;
	const all = normOf(method, batch, epsilon);
	const own = batch[token] ?? [];
	const [before, after] = [all(own), normOf(method, changedBatch(batch, chosen), epsilon)(own)];
	return {
		method,
		data: joined(batch.map(all), own.length),
		moments:
			method === 'batch'
				? momentsOf(
						batch.map((vector) => vector[dim] ?? NaN),
						'layer'
					)
				: momentsOf(own, method),
		over: method === 'batch' ? batch.length : own.length,
		value: before[dim] ?? NaN,
		changed: after[dim] ?? NaN,
		largest: neighbour === undefined ? undefined : maxAbsDifference(before, after)
	};
}

function joined(vectors: readonly Float64Array[], width: number): Float32Array {
	const data = new Float32Array(vectors.length * width);
	for (const [row, vector] of vectors.entries()) data.set(vector, row * width);
	return data;
}

/** A norm fitted to a batch: only BatchNorm looks at it. */
function normOf(method: Method, batch: readonly ArrayLike<number>[], epsilon: number) {
	if (method !== 'batch') return (vector: ArrayLike<number>) => normalized(vector, method, epsilon);
	const moments = batchMoments(batch);
	return (vector: ArrayLike<number>) => batchNormalized(vector, moments, epsilon);
}

function changedBatch(batch: readonly ArrayLike<number>[], { token, neighbour, change }: Chosen) {
	if (neighbour === undefined) return batch;
	if (change === 'without') return batch.filter((_, index) => index !== neighbour);
	return batch.map((vector, index) => (index === neighbour ? (batch[token] ?? vector) : vector));
}
