/** How strongly heads look at the token after an earlier copy of their own: what makes an induction head. */

/** A head and its mean weight there. */
export interface InductionScore {
	readonly layer: number;
	readonly head: number;
	readonly score: number;
}

/**
 * The head with the greatest mean weight of queries whose token came before on the tokens that came after it then (Olsson
 * et al., 2022); undefined where no token of the text comes again.
 */
export function strongestInduction(
	{ shape, data }: { readonly shape: readonly number[]; readonly data: ArrayLike<number> },
	ids: readonly number[]
): InductionScore | undefined {
	const [layers = 0, heads = 0, length = 0] = shape;
	const places = ids.flatMap((id, query) =>
		ids.slice(0, query).some((other) => other === id)
			? [{ query, keys: ids.slice(0, query).flatMap((other, key) => (other === id ? [key + 1] : [])) }]
			: []
	);
	if (places.length === 0) return undefined;
	let best: InductionScore | undefined;
	for (let layer = 0; layer < layers; layer++)
		for (let head = 0; head < heads; head++) {
			const at = (layer * heads + head) * length * length;
			const weights = places.map(({ query, keys }) =>
				keys.reduce((sum, key) => sum + (data[at + query * length + key] ?? 0), 0)
			);
			const score = weights.reduce((sum, weight) => sum + weight, 0) / places.length;
			if (!best || score > best.score) best = { layer, head, score };
		}
	return best;
}
