/** How alike the vectors of two places are, by the distance between them. */
import { cosine } from '#num/stats.ts';

/** The vector of a place; undefined where the table has ended. */
export type VectorAt = (place: number) => ArrayLike<number> | undefined;

/** The likeness of one place to those after it. */
export interface Likeness {
	readonly place: number;
	/** The cosine between the vectors of `place` and of `place` + distance. */
	readonly points: readonly (readonly [distance: number, cosine: number])[];
}

/** The curves of some places, each up to `reach` or the table's end. */
export function likenessOf(vectorAt: VectorAt, places: readonly number[], reach: number): Likeness[] {
	return places.map((place) => {
		const own = vectorAt(place);
		const points = Array.from({ length: reach + 1 }, (_, distance) => {
			const other = vectorAt(place + distance);
			return own && other ? ([distance, cosine(own, other)] as const) : undefined;
		});
		return { place, points: points.filter((point) => point !== undefined) };
	});
}

/** The farthest that any two curves lie from each other at one distance: 0 when the distance is all that counts. */
export function apartness(curves: readonly Likeness[]): number {
	const range = new Map<number, readonly [low: number, high: number]>();
	for (const [distance, value] of curves.flatMap(({ points }) => points)) {
		const [low, high] = range.get(distance) ?? [value, value];
		range.set(distance, [Math.min(low, value), Math.max(high, value)]);
	}
	return Math.max(0, ...[...range.values()].map(([low, high]) => high - low));
}
