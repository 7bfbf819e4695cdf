/**
 * Randomness that a link can repeat: every number follows from a seed, the same in every browser.
 *
 * All of it comes from one mixing function of 32-bit integers (the finalizer of MurmurHash3, by Austin Appleby,
 * public domain) applied to a seed and a counter.
 */

/** A stream of numbers in [0, 1), the same for the same seed. */
export function seededRandom(seed: number): () => number {
	let index = 0;
	return () => uniformAt(seed, index++);
}

/** A stream of standard normal numbers, the same for the same seed (Box and Muller, 1958). */
export function normals(seed: number): () => number {
	const uniform = seededRandom(seed);
	let spare: number | undefined;
	return () => {
		if (spare !== undefined) {
			const kept = spare;
			spare = undefined;
			return kept;
		}
		// 1 − u is never 0, so that its logarithm is finite.
		const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
		const angle = 2 * Math.PI * uniform();
		spare = radius * Math.sin(angle);
		return radius * Math.cos(angle);
	};
}

/** The `index`-th number in [0, 1) of a seed, without computing those before it; 32 bits fine. */
export function uniformAt(seed: number, index: number): number {
	// Both halves of the numbers count, so that seeds beyond 32 bits differ too.
	const seeded = mix(mix(seed >>> 0) ^ (Math.floor(seed / 2 ** 32) | 0) ^ 0x9e3779b9);
	return (mix(mix(seeded ^ (index >>> 0)) + Math.imul(index >>> 0, 0x9e3779b9)) >>> 0) / 2 ** 32;
}

/** The numbers below `length` in an order that follows from the seed (the shuffle of Fisher and Yates). */
export function permutation(length: number, seed: number): number[] {
	const order = Array.from({ length }, (_, i) => i);
	for (let last = length - 1; last > 0; last--) {
		const other = Math.floor(uniformAt(seed, last) * (last + 1));
		[order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
	}
	return order;
}

function mix(value: number): number {
	let bits = value | 0;
	bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
	bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
	return bits ^ (bits >>> 16);
}
