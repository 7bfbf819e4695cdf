/** The kinds of parameter there are: each makes a typed `Param` that reads and writes its own form in a link. */
import type { Param } from './param.ts';

/** A cell of a grid that a reader opened or closed by hand. */
export interface PaintedCell {
	readonly query: number;
	readonly key: number;
	readonly open: boolean;
}

/** Most cells that a link may paint: every cell of a 64-token mask. */
const MOST_CELLS = 4096;

/** One of a few words. */
export function choice<const T extends string>(start: NoInfer<T>, options: readonly T[]): Param<T> {
	return {
		kind: 'choice',
		start,
		options,
		read: (text) => options.find((option) => option === text),
		write: (value) => value
	};
}

/** A number of a range, or a whole number where `step` is whole; a link's number outside it is moved to its nearest end. */
export function number(
	start: number,
	range: { readonly min: number; readonly max: number; readonly step: number }
): Param<number> {
	return {
		kind: 'number',
		start,
		range,
		read: (text) => readNumber(text, range),
		write: String
	};
}

/** A yes or no: `1` or `0`. */
export function toggle(start: boolean): Param<boolean> {
	return {
		kind: 'toggle',
		start,
		read: (text) => (text === '1' ? true : text === '0' ? false : undefined),
		write: (value) => (value ? '1' : '0')
	};
}

/** Cells painted by hand, in order: `3-5o_4-2c` opens key 5 to query 3 and closes key 2 to query 4. */
export function cells(start: readonly PaintedCell[] = []): Param<readonly PaintedCell[]> {
	return {
		kind: 'cells',
		start,
		read: readCells,
		write: (value) => value.map(({ query, key, open }) => `${query}-${key}${open ? 'o' : 'c'}`).join('_')
	};
}

/** A short text of the reader's own; a link's text past `max` characters is cut. */
export function text(start: string, { max }: { readonly max: number }): Param<string> {
	return {
		kind: 'text',
		start,
		read: (written) => cut(written.toWellFormed(), max),
		write: (value) => value
	};
}

/** The first `max` UTF-16 units of a text, without half of a character at its end. */
export function cut(text: string, max: number): string {
	if (text.length <= max) return text;
	const kept = text.slice(0, max);
	return kept.isWellFormed() || !text.isWellFormed() ? kept : kept.slice(0, -1);
}

/** A link's plain decimal number, moved into the range; undefined for anything else. */
export function readNumber(
	text: string,
	{ min, max, step }: { readonly min: number; readonly max: number; readonly step: number }
): number | undefined {
	if (!/^-?\d{1,16}(\.\d{1,25})?(e[+-]?\d{1,3})?$/i.test(text)) return undefined;
	const value = Number(text);
	if (Number.isInteger(step) && !Number.isInteger(value)) return undefined;
	// Adding zero leaves no −0 behind, which no link could tell from 0.
	return Math.min(max, Math.max(min, value)) + 0;
}

function readCells(text: string): readonly PaintedCell[] | undefined {
	if (text === '') return [];
	const parts = text.split('_', MOST_CELLS + 1);
	if (parts.length > MOST_CELLS) return undefined;
	const painted: PaintedCell[] = [];
	for (const part of parts) {
		const [, query, key, open] = /^(\d{1,4})-(\d{1,4})([oc])$/.exec(part) ?? [];
		if (query === undefined || key === undefined) return undefined;
		painted.push({ query: Number(query), key: Number(key), open: open === 'o' });
	}
	return painted;
}
