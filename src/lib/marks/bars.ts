/** The geometry of signed bars: where zero lies, and how far each bar reaches from it. */

/** A bar in fractions of the height, from the top. */
export interface Bar {
	readonly top: number;
	readonly height: number;
}

/** The two ends of the axis of bars: always with zero, up to ±`max` where bars go, and never empty. */
export function barRange(values: ArrayLike<number>, max?: number): readonly [low: number, high: number] {
	let [low, high] = [0, 0];
	for (const value of Array.from(values)) {
		if (!Number.isFinite(value)) continue;
		low = Math.min(low, value);
		high = Math.max(high, value);
	}
	if (max !== undefined) return [low < 0 ? -max : 0, high > 0 || low >= 0 ? max : 0];
	return low === high ? [0, 1] : [low, high];
}

/** The bar of a value on an axis from `low` to `high`; cut at the ends, flat for a value that is not a number. */
export function barOf(value: number, [low, high]: readonly [number, number]): Bar {
	const held = Math.min(high, Math.max(low, Number.isNaN(value) ? 0 : value));
	const fraction = (v: number) => (high > low ? (high - v) / (high - low) : 1);
	const top = fraction(Math.max(held, 0));
	return { top, height: Math.max(0, fraction(Math.min(held, 0)) - top) };
}
