/** Where a key of the keyboard leads inside a mark that is a single tab stop. */

/** A place in a matrix, from 0. */
export interface Cell {
	readonly row: number;
	readonly column: number;
}

/** How far Page Up and Page Down go. */
export const PAGE = 10;

/** The item that `key` leads to from `index` among `count` in a row; `undefined` for a key that does not move. */
export function moveIndex(key: string, index: number, count: number): number | undefined {
	const to = (next: number) => Math.min(count - 1, Math.max(0, next));
	switch (key) {
		case 'ArrowRight':
		case 'ArrowDown':
			return to(index + 1);
		case 'ArrowLeft':
		case 'ArrowUp':
			return to(index - 1);
		case 'PageDown':
			return to(index + PAGE);
		case 'PageUp':
			return to(index - PAGE);
		case 'Home':
			return 0;
		case 'End':
			return to(count - 1);
		default:
			return undefined;
	}
}

/**
 * The cell that `key` leads to; `undefined` for a key that does not move.
 * Home and End go along the row; with `corner` (the control key) to the first and the last cell of all.
 */
export function moveCell(key: string, cell: Cell, rows: number, columns: number, corner = false): Cell | undefined {
	switch (key) {
		case 'ArrowUp':
		case 'ArrowDown':
		case 'PageUp':
		case 'PageDown':
			return { ...cell, row: moveIndex(key, cell.row, rows) ?? cell.row };
		case 'ArrowLeft':
		case 'ArrowRight':
			return { ...cell, column: moveIndex(key, cell.column, columns) ?? cell.column };
		case 'Home':
			return { row: corner ? 0 : cell.row, column: 0 };
		case 'End':
			return { row: corner ? rows - 1 : cell.row, column: columns - 1 };
		default:
			return undefined;
	}
}
