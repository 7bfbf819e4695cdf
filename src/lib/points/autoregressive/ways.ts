/** The geometry of the ways between two columns, in hundredths of a row and of the gap's width. */
import type { Column } from './tree.ts';

/** The row that ways leave from: the token taken, or the first while none is. */
export function waysFrom(column: Column | undefined): number {
	return Math.max(0, column?.alternatives.findIndex(({ taken }) => taken) ?? 0);
}

/** The path from the middle of one row to the middle of another. */
export function wayOf(from: number, to: number): string {
	const [y0, y1] = [from * 100 + 50, to * 100 + 50];
	return `M0 ${y0}C50 ${y0} 50 ${y1} 100 ${y1}`;
}
