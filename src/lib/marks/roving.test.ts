import { expect, test } from 'vitest';
import { moveCell, moveIndex, PAGE } from './roving.ts';

const middle = { row: 20, column: 20 };

test('arrows move by one', () => {
	expect(moveCell('ArrowUp', middle, 64, 64)).toEqual({ row: 19, column: 20 });
	expect(moveCell('ArrowDown', middle, 64, 64)).toEqual({ row: 21, column: 20 });
	expect(moveCell('ArrowLeft', middle, 64, 64)).toEqual({ row: 20, column: 19 });
	expect(moveCell('ArrowRight', middle, 64, 64)).toEqual({ row: 20, column: 21 });
});

test('Page keys move by rows', () => {
	expect(moveCell('PageDown', middle, 64, 64)).toEqual({ row: 20 + PAGE, column: 20 });
	expect(moveCell('PageUp', middle, 64, 64)).toEqual({ row: 20 - PAGE, column: 20 });
});

test('Home and End go along the row, and with control to the corners', () => {
	expect(moveCell('Home', middle, 64, 48)).toEqual({ row: 20, column: 0 });
	expect(moveCell('End', middle, 64, 48)).toEqual({ row: 20, column: 47 });
	expect(moveCell('Home', middle, 64, 48, true)).toEqual({ row: 0, column: 0 });
	expect(moveCell('End', middle, 64, 48, true)).toEqual({ row: 63, column: 47 });
});

test('no key leaves the matrix', () => {
	expect(moveCell('ArrowUp', { row: 0, column: 0 }, 4, 4)).toEqual({ row: 0, column: 0 });
	expect(moveCell('PageDown', { row: 3, column: 0 }, 4, 4)).toEqual({ row: 3, column: 0 });
	expect(moveIndex('ArrowRight', 3, 4)).toBe(3);
	expect(moveIndex('PageUp', 3, 40)).toBe(0);
});

test('other keys are left to the page', () => {
	expect(moveIndex('Tab', 3, 4)).toBeUndefined();
	expect(moveCell('a', middle, 64, 64)).toBeUndefined();
});
