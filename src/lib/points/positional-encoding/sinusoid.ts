/**
 * The sinusoids of Vaswani et al. (2017, §3.5) in 64 bits: each pair of dimensions is a hand of a clock, as sine and cosine
 * of place × frequency. Rotary positions turn q and k by the same angles.
 */

/** How many dimensions a position has, and how slowly the last ones turn. */
export interface Waves {
	readonly dims: number;
	readonly theta: number;
}

/** How far pair `i` turns from one place to the next, in radians: theta^(−2i/dims). */
export function frequency(i: number, { dims, theta }: Waves): number {
	return theta ** ((-2 * i) / dims);
}

/** The vector of a place: dimension 2i is the sine of pair i, dimension 2i + 1 its cosine. */
export function sinusoid(place: number, waves: Waves): Float64Array {
	const vector = new Float64Array(waves.dims);
	for (let i = 0; 2 * i < waves.dims; i++) {
		const angle = place * frequency(i, waves);
		vector[2 * i] = Math.sin(angle);
		if (2 * i + 1 < waves.dims) vector[2 * i + 1] = Math.cos(angle);
	}
	return vector;
}

/** The 2 × 2 blocks of a rotation, each by its cosine and sine. */
export type Rotation = readonly { readonly cos: number; readonly sin: number }[];

/** The block rotation of `shift` places: it knows nothing of the place that it is applied to. */
export function rotationBy(shift: number, waves: Waves): Rotation {
	return Array.from({ length: Math.floor(waves.dims / 2) }, (_, i) => {
		const angle = shift * frequency(i, waves);
		return { cos: Math.cos(angle), sin: Math.sin(angle) };
	});
}

/** A rotation applied to a vector. */
export function rotated(rotation: Rotation, vector: ArrayLike<number>): Float64Array {
	const turned = Float64Array.from(vector);
	for (const [i, { cos, sin }] of rotation.entries()) {
		const [s, c] = [vector[2 * i] ?? NaN, vector[2 * i + 1] ?? NaN];
		turned[2 * i] = s * cos + c * sin;
		turned[2 * i + 1] = c * cos - s * sin;
	}
	return turned;
}
