import { formatCount, isScientific } from '#num/format.ts';

/** A number of an axis, no longer than it needs to be: "0.5", "512", "10 k". */
export function tickText(value: number): string {
	if (value === 0) return '0';
	const size = Math.abs(value);
	const sign = value < 0 ? '−' : '';
	if (isScientific()) return sign + (+size.toPrecision(4)).toExponential().replace('+', '');
	if (size < 1e-3) return sign + size.toExponential(0).replace('+', '');
	return sign + (size >= 10_000 ? formatCount(size) : String(+size.toPrecision(4)));
}
