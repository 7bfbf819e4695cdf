/** The geometry of a signed bar that starts from a zero in the middle. */

/** Where a bar begins and how long it is, in percent of the whole width. */
export interface Stretch {
	readonly start: number;
	readonly length: number;
}

/** The stretch of a value on an axis from −`max` to `max`: to the right where it is positive, cut at the ends. */
export function signedStretch(value: number, max: number): Stretch {
	const share = Number.isNaN(value) || max <= 0 ? 0 : Math.min(1, Math.max(-1, value / max));
	const length = +(50 * Math.abs(share)).toFixed(2);
	return { start: share < 0 ? +(50 - length).toFixed(2) : 50, length };
}

/** The magnitude that fills half the width: the largest of all, or 1 where all are zero. */
export function signedMax(values: Iterable<number>): number {
	let most = 0;
	for (const value of values) if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
	return most || 1;
}
