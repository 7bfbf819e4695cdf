/** The points before and after one, by number, among those that there are. */
export function neighbours<P extends { readonly number: number }>(
	points: readonly P[],
	number: number
): { readonly previous: P | undefined; readonly next: P | undefined } {
	const inOrder = points.toSorted((a, b) => a.number - b.number);
	return {
		previous: inOrder.findLast((point) => point.number < number),
		next: inOrder.find((point) => point.number > number)
	};
}
