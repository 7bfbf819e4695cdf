/** Figures as this panel's sentences write them. */
import { formatNumber } from '#num/format.ts';

/** A count to the last unit: "131,072". */
export function whole(count: number): string {
	return Math.round(count).toLocaleString('en-US');
}

/** A share in percent: "66.7%". */
export function percent(share: number): string {
	return `${formatNumber(100 * share, 1)}%`;
}
