/** The geometry of horizontal bars: how long each is beside the longest. */

/** One line of a ranking; `other` is the same number elsewhere, such as before an edit. */
export interface Ranked {
	readonly label: string;
	readonly value: number;
	readonly other?: number;
}

/** The number that fills the whole width: the largest of all, or 1 where there is none above zero. */
export function rankingMax(rows: readonly Ranked[]): number {
	const largest = Math.max(0, ...rows.flatMap(({ value, other }) => [value, other ?? 0]).filter(Number.isFinite));
	return largest || 1;
}

/** How much of the width a value takes, in percent, from 0 to 100. */
export function share(value: number, max: number): number {
	return Number.isNaN(value) || max <= 0 ? 0 : +(100 * Math.min(1, Math.max(0, value / max))).toFixed(2);
}
