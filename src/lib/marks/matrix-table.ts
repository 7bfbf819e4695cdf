/** How much of a large matrix its table shows. */

/** The most rows, and the most columns, of a table that is made at once. */
export const MOST_IN_TABLE = 64;

/** The indices that a table shows of a side of `count`: all, or 64 of them around the middle one. */
export function tableSpan(count: number, middle: number): number[] {
	const length = Math.min(count, MOST_IN_TABLE);
	const start = Math.min(count - length, Math.max(0, middle - MOST_IN_TABLE / 2));
	return Array.from({ length }, (_, i) => start + i);
}
