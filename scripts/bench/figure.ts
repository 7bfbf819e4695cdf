/** One measured number, what was wanted of it, and under which conditions it was measured. */
export interface Figure {
	readonly name: string;
	readonly value: number;
	readonly unit: 'ms' | 'bytes' | 'tokens/s' | 'times';
	/** The most it should be; for what is counted in `times`, the least. */
	readonly goal?: number;
	readonly reached?: boolean;
	readonly conditions: string;
}

/** A figure, rounded to a tenth of its unit, held against its goal. */
export function figure(
	name: string,
	value: number,
	unit: Figure['unit'],
	goal: number | undefined,
	conditions: string,
	bound: 'most' | 'least' = 'most'
): Figure {
	const rounded = Math.round(value * 10) / 10;
	return {
		name,
		value: rounded,
		unit,
		...(goal === undefined ? {} : { goal, reached: bound === 'most' ? rounded <= goal : rounded >= goal }),
		conditions
	};
}

/** The smallest value that a share of all values does not exceed: `quantile(values, 0.95)` is the p95; NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
