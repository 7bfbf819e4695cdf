import { formatNumber } from '#num/format.ts';

/** A change with its sign. */
export function signed(change: number): string {
	return `${change > 0 ? '+' : ''}${formatNumber(change)}`;
}
