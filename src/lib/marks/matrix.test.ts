import { expect, test } from 'vitest';
import { gallery } from '../../../tests/gallery/gallery.ts';
import Matrix from './Matrix.svelte';
import {
	cellAt,
	characters,
	columnLabelling,
	leastSide,
	place,
	reveal,
	rowLabelling,
	shownLabels,
	stroke,
	whole,
	zoomed
} from './matrix.ts';

const words = ['When', 'Mary', 'and', 'John'];
const scores = [4, -2, 1, 0, -4, 3, 0.5, 2, 1, 1, -1, -3, 0, 2, 3.5, -0.25];
const square = { rows: 4, columns: 4, rowLabels: words, columnLabels: words, label: 'Scores' } as const;
const describe = (row: number, column: number) => `query ${row}, key ${column}`;
const signed = { kind: 'diverging', max: 4 } as const;
const weights = { kind: 'sequential', max: 1 } as const;

gallery('Matrix', Matrix, {
	'signed scores, one chosen': {
		...square,
		data: scores,
		scale: signed,
		chosen: { row: 3, column: 1 },
		describe,
		describeRow: (row) => `Row ${row} looks back.`,
		rowAxis: 'query',
		columnAxis: 'key',
		rowTone: 'query',
		columnTone: 'key',
		title: 'QKᵀ',
		subtitle: 'raw scores'
	},
	'weights under a causal mask': {
		...square,
		data: [1, 0, 0, 0, 0.5, 0.5, 0, 0, 0.2, 0.3, 0.5, 0, 0.1, 0.6, 0.1, 0.2],
		scale: weights,
		masked: (row, column) => column > row,
		describe
	},
	'minus infinity is closed without a mask': {
		data: [0, -Infinity, 1, 2],
		rows: 2,
		columns: 2,
		scale: signed,
		label: 'Masked',
		describe
	},
	'short labels stand upright': {
		data: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6],
		rows: 2,
		columns: 3,
		columnLabels: ['0', '1', '2'],
		scale: { kind: 'sequential', max: 1, tone: 'key' },
		label: 'K',
		describe
	},
	'a thumbnail says nothing around itself': { ...square, data: scores, scale: signed, size: 'thumb', describe },
	'a large one is a canvas': {
		data: new Float32Array(64 * 64).map((_, i) => (i % 65) / 64),
		rows: 64,
		columns: 64,
		scale: weights,
		chosen: { row: 40, column: 2 },
		label: 'Pattern',
		describe
	},
	'rows of a height of their own, and a column that is framed': {
		...square,
		data: scores,
		scale: signed,
		rowHeight: 12,
		framed: { row: 0, column: 2, rows: 4, columns: 1 },
		describe
	},
	'no rows': { data: [], rows: 0, columns: 0, scale: weights, label: 'Nothing yet', describe }
});

test('labels are measured in Latin characters, and Chinese ones count twice', () => {
	expect([characters('Mary'), characters('头灯'), characters('🙂')]).toEqual([4, 4, 2]);
});

test('labels of rows are thinned until their lines no longer touch', () => {
	expect(rowLabelling(words, 16).every).toBe(1);
	expect(rowLabelling(words, 4).every * 4).toBeGreaterThanOrEqual(10);
});

test('labels that must not be small are thinned the more', () => {
	expect(rowLabelling(words, 12, 26).every * 12).toBeGreaterThanOrEqual(21);
	expect(columnLabelling(words, 12, 26).every * 12).toBeGreaterThanOrEqual(24);
});

test('labels of columns turn when they are longer than two characters', () => {
	expect(columnLabelling(words, 30).turned).toBe(true);
	expect(columnLabelling(['0', '12'], 30).turned).toBe(false);
});

test('the chosen label is always shown, and its neighbours give way', () => {
	expect(shownLabels(0, 10, 3)).toEqual([0, 3, 6, 9]);
	expect(shownLabels(0, 10, 3, 4)).toEqual([0, 4, 9]);
});

test('labels follow the stretch that is seen', () => {
	expect(shownLabels(4, 3, 1)).toEqual([4, 5, 6]);
	expect(shownLabels(4.6, 2, 1)).toEqual([5, 6]);
});

test('a canvas may be finer than elements', () => {
	expect(leastSide('normal', 14, 14)).toBe(10);
	expect(leastSide('normal', 64, 64)).toBeLessThanOrEqual(6);
	expect(leastSide('normal', 256, 256)).toBeLessThan(2);
	expect(leastSide('normal', 128, 32, true)).toBeLessThan(leastSide('normal', 128, 32));
});

test('a pointer at the edge or beyond it meets the outermost cell', () => {
	const all = whole(4, 4);
	expect(cellAt(1, 1, all, 4, 4)).toEqual({ row: 3, column: 3 });
	expect(cellAt(-0.2, 0.5, all, 4, 4)).toEqual({ row: 2, column: 0 });
});

test('a pointer meets the cell that a zoomed drawing shows there', () => {
	expect(cellAt(0.5, 0.5, { row: 10, column: 20, rows: 8, columns: 8 }, 64, 64)).toEqual({ row: 14, column: 24 });
});

test('a cell lies where the pointer meets it', () => {
	const seen = { row: 8, column: 4, rows: 16, columns: 16 };
	expect(place({ row: 12, column: 8 }, seen)).toBe('left:25%;top:25%;width:6.25%;height:6.25%');
	expect(cellAt(0.26, 0.26, seen, 64, 64)).toEqual({ row: 12, column: 8 });
});

test('a fast stroke leaves no gap', () => {
	const passed = stroke({ row: 0, column: 0 }, { row: 2, column: 5 });
	expect(passed).toHaveLength(5);
	expect(passed.at(-1)).toEqual({ row: 2, column: 5 });
	const columns = passed.map(({ column }) => column);
	expect(columns).toEqual([1, 2, 3, 4, 5]);
});

test('zooming out stops at the whole, and zooming in at eight cells', () => {
	const all = whole(64, 64);
	expect(zoomed(all, 0.1, { row: 30, column: 30 }, 64, 64)).toEqual(all);
	expect(zoomed(all, 1000, { row: 30, column: 30 }, 64, 64)).toMatchObject({ rows: 8, columns: 8 });
});

test('zooming at a corner stays inside the matrix', () => {
	expect(zoomed(whole(64, 64), 4, { row: 63, column: 0 }, 64, 64)).toEqual({
		row: 48,
		column: 0,
		rows: 16,
		columns: 16
	});
});

test('walking out of sight moves the stretch just enough', () => {
	const seen = { row: 10, column: 10, rows: 8, columns: 8 };
	expect(reveal(seen, { row: 18, column: 12 })).toEqual({ ...seen, row: 11 });
	expect(reveal(seen, { row: 12, column: 3 })).toEqual({ ...seen, column: 3 });
	expect(reveal(seen, { row: 12, column: 12 })).toEqual(seen);
});
