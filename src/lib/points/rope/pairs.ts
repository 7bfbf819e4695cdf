/** The two-dimensional pairs that a head's query and key are turned in. */
import { frequency, pairOf, wavelength, type Turning } from './turning.ts';

/** A pair of one vector as a hand of a dial: angles in radians, length from 0 to 1, the vector's longest pair. */
export interface Hand {
	readonly before: number;
	readonly after: number;
	readonly length: number;
}

/** One pair: how fast it turns, where its hands point, what it adds to the score. */
export interface Pair {
	readonly index: number;
	readonly frequency: number;
	readonly wavelength: number;
	/** Whole turns within the longest text that the model was trained on. */
	readonly turns: number;
	readonly query: Hand;
	readonly key: Hand;
	/** Its part of q·k ÷ √d_k. */
	readonly adds: number;
}

/** A vector before and after it was turned. */
export interface Turned {
	readonly before: ArrayLike<number>;
	readonly after: ArrayLike<number>;
}

/** Every pair of a query and a key. */
export function pairsOf(
	query: Turned,
	key: Turned,
	turning: Turning,
	{ context, root }: { readonly context: number; readonly root: number }
): Pair[] {
	const [queryHands, keyHands] = [handsOf(query, turning), handsOf(key, turning)];
	return queryHands.flatMap((hand, index) => {
		const keyHand = keyHands[index];
		if (!keyHand) return [];
		const [[qx, qy], [kx, ky]] = [pairOf(query.after, index, turning), pairOf(key.after, index, turning)];
		return {
			index,
			frequency: frequency(index, turning),
			wavelength: wavelength(index, turning),
			turns: context / wavelength(index, turning),
			query: hand,
			key: keyHand,
			adds: (qx * kx + qy * ky) / root
		};
	});
}

function handsOf({ before, after }: Turned, turning: Turning): Hand[] {
	const indices = Array.from({ length: turning.dims / 2 }, (_, i) => i);
	const sizes = indices.map((i) => Math.hypot(...pairOf(before, i, turning)));
	const longest = Math.max(...sizes) || 1;
	const angle = (vector: ArrayLike<number>, i: number) => {
		const [x, y] = pairOf(vector, i, turning);
		return Math.atan2(y, x);
	};
	return indices.map((i) => ({ before: angle(before, i), after: angle(after, i), length: (sizes[i] ?? 0) / longest }));
}
