/** A number as text with `digits` decimals and a true minus sign; "−∞" for −Infinity, "2.1e-6" for what decimals would hide. */
export function formatNumber(value: number, digits = 3): string {
	if (Number.isNaN(value)) return 'NaN';
	const sign = value < 0 ? '−' : '';
	const size = Math.abs(value);
	if (size === Infinity) return `${sign}∞`;
	const hidden = size !== 0 && size < 0.5 * 10 ** -digits;
	return sign + (hidden || size >= 1e6 ? size.toExponential(1).replace('+', '') : size.toFixed(digits));
}

/** A count in three figures: "999", "1.23 k", "1.23 M". */
export function formatCount(count: number): string {
	return scaled(count, ['', 'k', 'M', 'G', 'T', 'P']);
}

/** A size in bytes in three figures, a kB being 1000 of them: "999 B", "1.23 kB", "1.23 MB". */
export function formatBytes(bytes: number): string {
	return scaled(bytes, ['B', 'kB', 'MB', 'GB', 'TB', 'PB']);
}

function scaled(value: number, units: readonly string[]): string {
	const sign = value < 0 ? '−' : '';
	let size = Math.abs(value);
	let step = 0;
	// 999.5 in three figures is already 1.00 of the next unit.
	while (size >= 999.5 && step < units.length - 1) {
		size /= 1000;
		step++;
	}
	const figures = step === 0 ? String(Math.round(size)) : size >= 999.5 ? size.toFixed(0) : size.toPrecision(3);
	return `${sign}${figures} ${units[step] ?? ''}`.trimEnd();
}
