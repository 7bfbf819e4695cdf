/** How alike the vectors of two places are, by the distance between them. */
import { dot } from '#num/stats.ts';

/** The likeness of one place to those after it. */
export interface Likeness {
	readonly place: number;
	/** The cosine between the vectors of `place` and of `place` + distance. */
	readonly points: readonly (readonly [distance: number, cosine: number])[];
}

/** The curves of some places, each up to `reach` or the end of the vectors. */
export function likenessOf(
	vectors: readonly ArrayLike<number>[],
	places: readonly number[],
	reach: number
): Likeness[] {
	const lengths = vectors.map((vector) => Math.sqrt(dot(vector, vector)));
	return places.map((place) => {
		const [own = [], length = 0] = [vectors[place], lengths[place]];
		const others = vectors.slice(place, place + reach + 1);
		return {
			place,
			points: others.map((other, distance) => {
				const product = length * (lengths[place + distance] ?? 0);
				return [distance, product === 0 ? 0 : dot(own, other) / product] as const;
			})
		};
	});
}

/** The farthest that any two curves lie from each other at one distance: 0 when the distance is all that counts. */
export function apartness(curves: readonly Likeness[]): number {
	const longest = Math.max(0, ...curves.map(({ points }) => points.length));
	let most = 0;
	for (let distance = 0; distance < longest; distance++) {
		const values = curves.flatMap(({ points }) => points[distance]?.[1] ?? []);
		most = Math.max(most, Math.max(...values) - Math.min(...values));
	}
	return most;
}
