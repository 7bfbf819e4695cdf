import { expect, test } from 'vitest';
import { gallery } from '../../../tests/gallery/gallery.ts';
import { MOST_IN_TABLE, tableSpan } from './matrix-table.ts';
import MatrixTable from './MatrixTable.svelte';

gallery('MatrixTable', MatrixTable, {
	'two by two': {
		cells: { data: [0.25, -Infinity, 0.5, 1], rows: 2, columns: 2 },
		rowLabels: ['a', 'b'],
		columnLabels: ['a', 'b'],
		label: 'Scores',
		format: String
	}
});

test('a small side is shown whole', () => {
	expect(tableSpan(5, 3)).toEqual([0, 1, 2, 3, 4]);
	expect(tableSpan(0, 0)).toEqual([]);
});

test('a large side is shown around the middle one', () => {
	const span = tableSpan(256, 128);
	expect(span).toHaveLength(MOST_IN_TABLE);
	expect([span[0], span.at(-1)]).toEqual([96, 159]);
});

test('the span stops at either end', () => {
	expect(tableSpan(256, 0)[0]).toBe(0);
	expect(tableSpan(256, 255).at(-1)).toBe(255);
});
