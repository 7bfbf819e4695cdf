/** The shape of a mask, and cells painted over it. */
import type { MaskKind } from '#engine/captures.ts';
import type { PaintedCell } from '#params/kinds.ts';

// What a link can hold.
const MOST = 4096;

/** True where a kind of mask lets a query see a key. */
export function isOpen(kind: MaskKind, size: number, query: number, key: number): boolean {
	switch (kind) {
		case 'causal':
			return key <= query;
		case 'none':
			return true;
		case 'window':
			return key <= query && query - key < size;
		case 'prefix':
			return key <= query || (key < size && query < size);
		case 'padding':
			return size <= key && key <= query;
		default:
			return kind satisfies never;
	}
}

/** The cells after one more stroke: what is as the kind has it anyway needs no paint. */
export function painted(
	cells: readonly PaintedCell[],
	stroke: PaintedCell,
	mask: { readonly kind: MaskKind; readonly size: number }
): readonly PaintedCell[] {
	const { query, key, open } = stroke;
	const others = cells.filter((cell) => cell.query !== query || cell.key !== key);
	if (open === isOpen(mask.kind, mask.size, query, key)) return others;
	return others.length < MOST ? [...others, stroke] : cells;
}
