import { describe, expect, test } from 'vitest';
import { named, rows, take, valueAt } from './named.ts';

const pattern = named(
	['head', 'query', 'key'],
	[2, 3, 4],
	Float32Array.from({ length: 24 }, (_, i) => i)
);

describe('named', () => {
	test('refuses values that do not fill their shape', () => {
		expect(() => named(['pos'], [3], new Float32Array(2))).toThrow(RangeError);
	});

	test('refuses axes and lengths that do not pair up', () => {
		expect(() => named(['pos', 'd_model'], [6], new Float32Array(6))).toThrow(RangeError);
	});
});

describe('take', () => {
	test('drops a leading axis and shares the memory', () => {
		const second = take(pattern, { head: 1 });
		expect([second.axes, second.shape]).toEqual([
			['query', 'key'],
			[3, 4]
		]);
		expect(second.data.buffer).toBe(pattern.data.buffer);
		expect([...second.data]).toEqual([12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]);
	});

	test('drops an inner axis', () => {
		const column = take(pattern, { key: 2 });
		expect([column.axes, column.shape]).toEqual([
			['head', 'query'],
			[2, 3]
		]);
		expect([...column.data]).toEqual([2, 6, 10, 14, 18, 22]);
	});

	test('drops axes on both sides of one that stays', () => {
		expect([...take(pattern, { head: 1, key: 3 }).data]).toEqual([15, 19, 23]);
	});

	test('counts a negative index from the end', () => {
		expect([...take(pattern, { head: -1, query: -1 }).data]).toEqual([20, 21, 22, 23]);
	});

	test('refuses an index outside its axis', () => {
		expect(() => take(pattern, { head: 2 })).toThrow('head 2 is not one of 2');
	});

	test('keeps everything when nothing is asked', () => {
		expect([...take(pattern, {}).data]).toEqual([...pattern.data]);
	});

	test('agrees with reading value by value', () => {
		for (let query = 0; query < 3; query++)
			expect(valueAt(take(pattern, { query }), { head: 1, key: 2 })).toBe(valueAt(pattern, { head: 1, query, key: 2 }));
	});
});

describe('valueAt', () => {
	test('finds a value by the names of its axes, in any order', () => {
		expect(valueAt(pattern, { key: 3, head: 1, query: 0 })).toBe(15);
	});

	test('refuses an index outside its axis', () => {
		expect(() => valueAt(pattern, { head: 0, query: 0, key: 4 })).toThrow(RangeError);
	});
});

test('rows are views along the last axis', () => {
	const lines = rows(take(pattern, { head: 0 }));
	expect(lines.map((row) => [...row])).toEqual([
		[0, 1, 2, 3],
		[4, 5, 6, 7],
		[8, 9, 10, 11]
	]);
	expect(lines[1]?.buffer).toBe(pattern.data.buffer);
});
