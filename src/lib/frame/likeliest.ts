/** Indices of the `count` largest values, the largest first; the lower index first among equals. */
export function likeliest(values: ArrayLike<number>, count: number): number[] {
	const best: number[] = [];
	const at = (index: number) => values[index] ?? -Infinity;
	for (let index = 0; index < values.length; index++) {
		if (best.length === count && at(index) <= at(best[count - 1] ?? -1)) continue;
		const place = best.findIndex((other) => at(index) > at(other));
		best.splice(place < 0 ? best.length : place, 0, index);
		if (best.length > count) best.pop();
	}
	return best;
}
