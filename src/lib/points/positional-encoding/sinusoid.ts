/**
 * The sinusoids of Vaswani et al. (2017, §3.5) in 64 bits: each pair of dimensions is a hand of a clock, as sine and cosine
 * of place × frequency. Rotary positions turn q and k by the same angles.
 */

/** How many dimensions a position has, and how far each pair turns from one place to the next, in radians. */
export interface Waves {
	readonly dims: number;
	readonly theta: number;
	readonly frequencies: Float64Array;
}

/** Waves over so many dimensions: pair `i` has the frequency theta^(−2i/dims). */
export function wavesOver(dims: number, theta: number): Waves {
	const frequencies = Float64Array.from({ length: Math.ceil(dims / 2) }, (_, i) => theta ** ((-2 * i) / dims));
	return { dims, theta, frequencies };
}

/** The vector of a place: dimension 2i is the sine of pair i, dimension 2i + 1 its cosine. */
export function sinusoid(place: number, { dims, frequencies }: Waves): Float64Array {
	const vector = new Float64Array(dims);
	// Past the end of an odd number of dimensions, the last cosine falls away.
	for (const [i, frequency] of frequencies.entries()) {
		vector[2 * i] = Math.sin(place * frequency);
		vector[2 * i + 1] = Math.cos(place * frequency);
	}
	return vector;
}

/** The 2 × 2 blocks of a rotation, each by its cosine and sine. */
export type Rotation = readonly { readonly cos: number; readonly sin: number }[];

/** The block rotation of `shift` places: it knows nothing of the place that it is applied to. */
export function rotationBy(shift: number, { dims, frequencies }: Waves): Rotation {
	const pairs = Array.from(frequencies).slice(0, Math.floor(dims / 2));
	return pairs.map((frequency) => ({ cos: Math.cos(shift * frequency), sin: Math.sin(shift * frequency) }));
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
