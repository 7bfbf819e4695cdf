/** The plane in which vectors that add up to a sum are drawn. */
import { dot, maxAbsDifference } from '#num/stats.ts';

/** A point of the plane. */
export type Place = readonly [along: number, across: number];

/** Where vectors lie in the plane, and how much of them it holds. */
export interface Plane {
	readonly place: (vector: ArrayLike<number>) => Place;
	/** Of all the vectors' squared length, the share that lies in the plane. */
	readonly share: number;
}

// Directions settle within a few steps; in any plane the drawing is exact, in the best one it shows most.
const STEPS = 32;
const SETTLED = 1e-4;

/**
 * The plane through a sum and through the direction in which its parts differ most apart from it (the first principal
 * direction of what is left of them, not centred). So the sum keeps its whole length, and what points aside cancels.
 */
export function planeOf(parts: readonly Float64Array[], sum: ArrayLike<number>): Plane {
	const along = unit(Float64Array.from(sum));
	const asides = parts.map((part) => less(part, along, dot(part, along)));
	const across = principal(asides, along);
	const place = (vector: ArrayLike<number>) => [dot(vector, along), dot(vector, across)] as const;
	const [all, held] = parts.reduce<Place>(
		([whole, inside], part) => {
			const [x, y] = place(part);
			return [whole + dot(part, part), inside + x * x + y * y];
		},
		[0, 0]
	);
	return { place, share: all > 0 ? held / all : 1 };
}

/** The direction along which vectors are longest, by power iteration from the longest of them. */
function principal(vectors: readonly Float64Array[], along: Float64Array): Float64Array {
	const longest = vectors.reduce(
		(best, one) => (dot(one, one) > dot(best, best) ? one : best),
		along.map(() => 0)
	);
	let direction = unit(longest);
	for (let step = 0; step < STEPS; step++) {
		const next = new Float64Array(along.length);
		for (const vector of vectors) {
			const share = dot(vector, direction);
			for (let i = 0; i < next.length; i++) next[i] = (next[i] ?? 0) + share * (vector[i] ?? 0);
		}
		const before = direction;
		direction = unit(next);
		if (maxAbsDifference(direction, before) < SETTLED) break;
	}
	// Upwards is where the longest vector points, so that a drawing does not flip between equals.
	return dot(direction, longest) < 0 ? direction.map((x) => -x) : direction;
}

function less(vector: Float64Array, direction: Float64Array, by: number): Float64Array {
	return vector.map((x, i) => x - by * (direction[i] ?? 0));
}

/** A vector shortened to one; zeros stay zeros. */
function unit(vector: Float64Array): Float64Array {
	const length = Math.sqrt(dot(vector, vector));
	return length > 1e-12 ? vector.map((x) => x / length) : vector.map(() => 0);
}
