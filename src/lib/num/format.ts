/** How a reader wants numbers written. May hold getters over state: whoever writes a number then follows them. */
export interface Notation {
	/** Decimals of every number that has any; undefined for as many as each place has room for. */
	readonly digits: number | undefined;
	/** Writes every number that has decimals with a power of ten. */
	readonly scientific: boolean;
}

const AS_PLACED: Notation = { digits: undefined, scientific: false };

// One reader, one page: handed through the 200 places that write numbers, it would be said 200 times.
let notation = AS_PLACED;

/** Sets how numbers are written from now on; without an argument, as each place has room for. */
export function setNotation(wanted: Notation = AS_PLACED): void {
	notation = wanted;
}

/** True where the reader wants powers of ten. */
export function isScientific(): boolean {
	return notation.scientific;
}

/**
 * A number as text with `digits` decimals, or as many as the reader wants, and a true minus sign; "−∞" for −Infinity,
 * "2.1e-6" for what decimals would hide. No decimals mean a count, which stays one.
 */
export function formatNumber(value: number, digits = 3): string {
	if (Number.isNaN(value)) return 'NaN';
	const sign = value < 0 ? '−' : '';
	const size = Math.abs(value);
	if (size === Infinity) return `${sign}∞`;
	const wanted = digits === 0 ? AS_PLACED : notation;
	const shown = wanted.digits ?? digits;
	if (wanted.scientific) return sign + exponential(size, shown);
	const hidden = size !== 0 && size < 0.5 * 10 ** -shown;
	return sign + (hidden || size >= 1e6 ? exponential(size, wanted.digits ?? 1) : size.toFixed(shown));
}

function exponential(size: number, digits: number): string {
	return size.toExponential(digits).replace('+', '');
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
