import { formatNumber } from '#num/format.ts';

/** e to a power as a sentence writes it, also where 64 bits hold no such number: 3.2·10^{−14}. */
export function power(log: number): string {
	const ten = log / Math.LN10;
	if (ten > -3) return formatNumber(Math.exp(log), 4);
	const exponent = Math.floor(ten);
	const digits = (10 ** (ten - exponent)).toFixed(1);
	// 9.96 in two figures is already 1.0 of the next power.
	return digits === '10.0' ? `1.0·10^{−${-exponent - 1}}` : `${digits}·10^{−${-exponent}}`;
}
