/** A drawing the size of a stamp, in plain numbers: to recognise, not to read. */
import { extent } from 'd3';
import type { ScaleSpec } from '#theme/scale.ts';
import { barOf, barRange } from './bars.ts';

/** A matrix row by row, bars over a common zero, or lines over a common range. */
export type Sketch =
	| {
			readonly kind: 'matrix';
			readonly data: ArrayLike<number>;
			readonly rows: number;
			readonly columns: number;
			readonly scale: ScaleSpec;
	  }
	| { readonly kind: 'bars'; readonly values: ArrayLike<number> }
	| { readonly kind: 'lines'; readonly lines: readonly ArrayLike<number>[] };

/** The side of the square that paths are drawn in. */
export const SIDE = 100;

/** All bars as one path in the square, from their common zero; what is not a number has none. */
export function barsPath(values: ArrayLike<number>): string {
	const range = barRange(values);
	const step = SIDE / Math.max(1, values.length);
	return Array.from(values, (value, i) => {
		const { top, height } = barOf(value, range);
		// No bar vanishes: a value of nothing is a value.
		const shown = Number.isFinite(value) ? Math.max(height * SIDE, 1) : 0;
		return shown > 0
			? `M${at((i + 0.1) * step)} ${at(top * SIDE)}h${at(0.8 * step)}v${at(shown)}h${at(-0.8 * step)}z`
			: '';
	}).join('');
}

/** One path for each line in the square, over the range of all; a single value reaches across. */
export function linePaths(lines: readonly ArrayLike<number>[]): string[] {
	const finite = lines.flatMap((line) => Array.from(line)).filter(Number.isFinite);
	const [low = 0, high = 0] = extent(finite);
	const y = (value: number) => (high > low ? ((high - value) / (high - low)) * SIDE : SIDE / 2);
	return lines.map((line) => {
		const across = line.length === 1 ? [line[0] ?? NaN, line[0] ?? NaN] : Array.from(line);
		const x = (i: number) => (i * SIDE) / Math.max(1, across.length - 1);
		const points = across.flatMap((value, i) => (Number.isFinite(value) ? [`${at(x(i))} ${at(y(value))}`] : []));
		return points.length > 0 ? `M${points.join('L')}` : '';
	});
}

function at(place: number): string {
	return String(+place.toFixed(2));
}
