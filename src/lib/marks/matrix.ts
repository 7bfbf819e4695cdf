/** The geometry of a matrix: which stretch of it is seen, where its cells and labels lie, what a pointer meets. */
import type { Cell } from './roving.ts';

/** How generous a matrix is with space. */
export type MatrixSize = 'thumb' | 'small' | 'normal' | 'large';

/** The stretch of a matrix that is seen, in cells; fractions where a zoom cuts a cell. */
export interface Extent {
	readonly row: number;
	readonly column: number;
	readonly rows: number;
	readonly columns: number;
}

/** How labels along one side are set: upright or turned, every how many-th, and the room they take in characters. */
export interface Labelling {
	readonly turned: boolean;
	readonly every: number;
	readonly characters: number;
}

/** The most cells that are drawn as elements; beyond it one canvas is faster. */
export const MOST_ELEMENTS = 400;

/** The smallest and the largest side of a cell in CSS pixels. */
export const CELL_SIDES: Readonly<Record<MatrixSize, readonly [least: number, most: number]>> = {
	thumb: [2, 8],
	small: [8, 18],
	normal: [10, 44],
	large: [14, 64]
};

// The size of a label's text, its line, and the width of one of its characters, in CSS pixels.
const TEXT = 13;
const LINE = 12;
const CHARACTER = 6.6;

/** What a label has room for; a longer one is cut off. */
export const MOST_CHARACTERS = 9;

/** All of a matrix. */
export function whole(rows: number, columns: number): Extent {
	return { row: 0, column: 0, rows, columns };
}

/**
 * The least width of a cell: a canvas may be finer than elements, since it can be zoomed, and finer still where the
 * height of its rows does not follow.
 */
export function leastSide(size: MatrixSize, rows: number, columns: number, ownHeight = false): number {
	const [least] = CELL_SIDES[size];
	if (rows * columns <= MOST_ELEMENTS) return least;
	if (ownHeight) return 1.25;
	return columns <= 96 ? Math.min(least, 6) : Math.min(least, 1.25);
}

/** How wide a text is, in Latin characters: Chinese, Japanese, Korean characters and emoji count twice. */
export function characters(text: string): number {
	let count = 0;
	for (const character of text) count += (character.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1;
	return count;
}

/** The room that the widest of `labels` takes, in characters, up to nine. */
export function labelRoom(labels: readonly string[]): number {
	return Math.min(
		MOST_CHARACTERS,
		labels.reduce((most, label) => Math.max(most, characters(label)), 0)
	);
}

/** How to set the labels of rows whose cells are `side` pixels high, so that none touches its neighbour; `least` is the least size of text. */
export function rowLabelling(labels: readonly string[], side: number, least = 0): Labelling {
	const line = (LINE - 1.5) * Math.max(1, least / TEXT);
	return { turned: false, every: Math.max(1, Math.ceil(line / side)), characters: labelRoom(labels) };
}

/** How to set the labels of columns whose cells are `side` pixels wide: turned unless all are as short as numbers. */
export function columnLabelling(labels: readonly string[], side: number, least = 0): Labelling {
	const room = labelRoom(labels);
	const turned = room > 2;
	const width = (turned ? LINE : room * CHARACTER + 4) * Math.max(1, least / TEXT);
	return { turned, every: Math.max(1, Math.ceil(width / side)), characters: room };
}

/**
 * The labels to show of a side of which `start` to `start + length` is seen: every so many-th, and always the
 * chosen one, to which its neighbours give way.
 */
export function shownLabels(start: number, length: number, every: number, chosen?: number): number[] {
	const first = Math.max(0, Math.ceil(start - 0.5));
	const end = start + length - 0.5;
	const isSeen = (index: number) => index >= first && index < end + 0.001;
	const shown: number[] = [];
	for (let index = first; isSeen(index); index++) {
		if (index === chosen) shown.push(index);
		else if (index % every === 0 && !(chosen !== undefined && Math.abs(index - chosen) < every)) shown.push(index);
	}
	return shown;
}

/** Where a cell, or `rows` × `columns` of them, lies in the drawing: a CSS style in percent. */
export function place(cell: Cell, extent: Extent, rows = 1, columns = 1): string {
	const percent = (part: number, all: number) => `${+((100 * part) / all).toFixed(4)}%`;
	return [
		`left:${percent(cell.column - extent.column, extent.columns)}`,
		`top:${percent(cell.row - extent.row, extent.rows)}`,
		`width:${percent(columns, extent.columns)}`,
		`height:${percent(rows, extent.rows)}`
	].join(';');
}

/** The cell under a point given as fractions of the drawing's width and height; held inside the matrix. */
export function cellAt(x: number, y: number, extent: Extent, rows: number, columns: number): Cell {
	const inside = (value: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(value)));
	return {
		row: inside(extent.row + y * extent.rows, rows),
		column: inside(extent.column + x * extent.columns, columns)
	};
}

/** The cells that a straight stroke from one cell to another passes, without the first. */
export function stroke(from: Cell, to: Cell): Cell[] {
	const steps = Math.max(Math.abs(to.row - from.row), Math.abs(to.column - from.column));
	return Array.from({ length: steps }, (_, i) => ({
		row: Math.round(from.row + ((to.row - from.row) * (i + 1)) / steps),
		column: Math.round(from.column + ((to.column - from.column) * (i + 1)) / steps)
	}));
}

/** A stretch that shows a `factor`-th of `extent` around a cell, inside the matrix; the whole when factor is small. */
export function zoomed(extent: Extent, factor: number, around: Cell, rows: number, columns: number): Extent {
	const share = Math.min(1, Math.max(8 / Math.max(rows, columns), extent.columns / columns / factor));
	const held = (middle: number, length: number, all: number) =>
		Math.min(all - length, Math.max(0, middle + 0.5 - length / 2));
	return {
		row: held(around.row, rows * share, rows),
		column: held(around.column, columns * share, columns),
		rows: rows * share,
		columns: columns * share
	};
}

/** The stretch moved just enough to show a cell whole. */
export function reveal(extent: Extent, cell: Cell): Extent {
	const shift = (start: number, length: number, index: number) => Math.min(index, Math.max(start, index + 1 - length));
	return {
		...extent,
		row: shift(extent.row, extent.rows, cell.row),
		column: shift(extent.column, extent.columns, cell.column)
	};
}
