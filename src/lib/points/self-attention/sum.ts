/** What a query takes away: the value of every key times its weight, added up to z. */
import { dot, maxAbsDifference, topIndices } from '#num/stats.ts';
import { planeOf, type Place } from './plane.ts';

// As many as can be told apart in a drawing.
const MOST_TERMS = 5;

/** One summand: a key's value times its weight, or those of all remaining keys together. */
export interface Term {
	/** One key, or all those that are drawn together. */
	readonly keys: readonly number[];
	readonly weight: number;
	/** Weight times value. */
	readonly vector: Float64Array;
	/** Where it begins and ends in the plane of the drawing, laid head to tail. */
	readonly from: Place;
	readonly to: Place;
}

/** The values of one query's keys, weighed and added up. */
export interface WeightedSum {
	/** The heaviest keys in order, then the rest together. */
	readonly terms: readonly Term[];
	/** The model's own z of this query. */
	readonly z: Float32Array;
	/** How far the sum here lies from it, in the dimension where it does most. */
	readonly off: number;
	/** The length of z, and of the longest and the shortest value that is open to the query. */
	readonly lengths: { readonly z: number; readonly longest: number; readonly shortest: number };
	/** How much of the vectors' squared length the drawing shows. */
	readonly share: number;
	/** The largest magnitude of any component drawn. */
	readonly max: number;
}

/** The sum of the rows of `values` [key, d_head], each times its weight, against the model's own. */
export function weightedSum(weights: ArrayLike<number>, values: readonly Float32Array[], z: Float32Array): WeightedSum {
	const open = topIndices(weights, values.length).filter((key) => (weights[key] ?? 0) > 0);
	const weighed = new Map(open.map((key) => [key, times(values[key] ?? z, weights[key] ?? 0)]));
	const [single, rest] = split(open);
	const groups = [...single.map((key) => [key]), ...(rest.length > 0 ? [rest] : [])];
	const vectors = groups.map((keys) =>
		total(
			keys.map((key) => weighed.get(key) ?? new Float64Array(z.length)),
			z.length
		)
	);
	const { place, share } = planeOf([...weighed.values()], z);
	const lengths = open.map((key) => lengthOf(values[key] ?? z));
	return {
		terms: headToTail(vectors.map(place)).map((ends, i) => {
			const keys = groups[i] ?? [];
			const weight = keys.reduce((sum, key) => sum + (weights[key] ?? 0), 0);
			return { keys, weight, vector: vectors[i] ?? new Float64Array(z.length), ...ends };
		}),
		z,
		off: maxAbsDifference(total(vectors, z.length), z),
		lengths: {
			z: lengthOf(z),
			longest: Math.max(0, ...lengths),
			shortest: lengths.length > 0 ? Math.min(...lengths) : 0
		},
		share,
		max: [...vectors, z].reduce((most, vector) => Math.max(most, ...vector.map(Math.abs)), 0) || 1
	};
}

/** The keys that stand alone, and those that are drawn together: never one alone, which could as well stand by itself. */
function split(open: readonly number[]): readonly [single: readonly number[], rest: readonly number[]] {
	const alone = open.length > MOST_TERMS + 1 ? MOST_TERMS : open.length;
	return [open.slice(0, alone), open.slice(alone)];
}

function times(vector: ArrayLike<number>, by: number): Float64Array {
	const product = new Float64Array(vector.length);
	for (let i = 0; i < product.length; i++) product[i] = (vector[i] ?? 0) * by;
	return product;
}

function total(vectors: readonly ArrayLike<number>[], length: number): Float64Array {
	const sum = new Float64Array(length);
	for (const vector of vectors) for (let i = 0; i < length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
	return sum;
}

function headToTail(steps: readonly Place[]): { readonly from: Place; readonly to: Place }[] {
	let [x, y] = [0, 0];
	return steps.map(([dx, dy]) => {
		const from = [x, y] as const;
		[x, y] = [x + dx, y + dy];
		return { from, to: [x, y] as const };
	});
}

function lengthOf(vector: ArrayLike<number>): number {
	return Math.sqrt(dot(vector, vector));
}
