/** Which keys are open to which queries, as numbers to add to scores. */
import type { MaskCell, MaskKind } from './edits.ts';

/** The stretch of a text that one pass computes: `count` queries from position `start` on, over `keys` keys. */
export interface Span {
	readonly start: number;
	readonly count: number;
	readonly keys: number;
}

/** A mask as an edit describes it. */
export interface Mask {
	readonly kind: MaskKind;
	readonly size?: number | undefined;
	readonly cells?: readonly MaskCell[] | undefined;
}

/**
 * What closes a cell: so far below every score that adding one does not change it, and that its weight is exactly 0.
 * It stands for −∞, which would turn into NaN when an edit multiplies it.
 */
export const CLOSED = -1e30;

/** True for a score that a mask has closed. */
export function isClosed(score: number): boolean {
	return score < CLOSED_BELOW;
}

/** Scores below this are closed: far from any real one, and far from CLOSED even when an edit has scaled it. */
export const CLOSED_BELOW = -1e20;

/** The additive mask of a span, [query, key] row by row: 0 where a key is open, CLOSED where it is not. */
export function maskValues(mask: Mask, { start, count, keys }: Span): Float32Array {
	const values = new Float32Array(count * keys);
	for (let i = 0; i < count; i++)
		for (let key = 0; key < keys; key++) if (!isOpen(mask, start + i, key)) values[i * keys + key] = CLOSED;
	for (const { query, key, open } of mask.cells ?? [])
		if (query >= start && query < start + count && key < keys) values[(query - start) * keys + key] = open ? 0 : CLOSED;
	return values;
}

function isOpen({ kind, size = 0 }: Mask, query: number, key: number): boolean {
	switch (kind) {
		case 'causal':
			return key <= query;
		case 'none':
			return true;
		case 'window':
			return key <= query && key > query - size;
		case 'prefix':
			return key <= query || (key < size && query < size);
		case 'padding':
			return key <= query && key >= size;
		default:
			return kind satisfies never;
	}
}
