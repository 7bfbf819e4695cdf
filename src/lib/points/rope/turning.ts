/** Rotary positions in 64 bits: dimension i turns together with dimension i + dims/2, as the models here are trained. */

/** Which of a head's dimensions turn, and how fast. */
export interface Turning {
	readonly dims: number;
	readonly theta: number;
}

/** How far pair `i` turns from one token to the next, in radians: theta^(−2i/dims). */
export function frequency(i: number, { dims, theta }: Turning): number {
	return theta ** ((-2 * i) / dims);
}

/** How many tokens make one whole turn of pair `i`. */
export function wavelength(i: number, turning: Turning): number {
	return (2 * Math.PI) / frequency(i, turning);
}

/** A head's vector at a position: every pair turned by position × frequency, other dimensions as they were. */
export function turn(vector: ArrayLike<number>, position: number, turning: Turning): Float64Array {
	const turned = Float64Array.from(vector);
	for (let i = 0; i < turning.dims / 2; i++) {
		const [x, y] = pairOf(vector, i, turning);
		const angle = position * frequency(i, turning);
		turned[i] = x * Math.cos(angle) - y * Math.sin(angle);
		turned[i + turning.dims / 2] = y * Math.cos(angle) + x * Math.sin(angle);
	}
	return turned;
}

/** The two numbers of pair `i`. */
export function pairOf(vector: ArrayLike<number>, i: number, { dims }: Turning): readonly [x: number, y: number] {
	return [vector[i] ?? NaN, vector[i + dims / 2] ?? NaN];
}
