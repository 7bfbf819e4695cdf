import { describe, expect, test } from 'vitest';
import { gallery } from '../../../tests/gallery/gallery.ts';
import { barsPath, linePaths } from './sketch.ts';
import Sketch from './Sketch.svelte';

gallery('Sketch', Sketch, {
	'a matrix higher than wide': {
		sketch: { kind: 'matrix', data: [1, 0, 0.5, 0.5], rows: 4, columns: 1, scale: { kind: 'sequential', max: 1 } }
	},
	'bars of both signs': { sketch: { kind: 'bars', values: [1, -0.5, 0] } },
	'two lines': {
		sketch: {
			kind: 'lines',
			lines: [
				[0, 1, 4],
				[0, 1, 1]
			]
		}
	}
});

describe('bars', () => {
	test('reach from their common zero to their values', () => {
		expect(barsPath([3, -1])).toBe('M5 0h40v75h-40zM55 75h40v25h-40z');
	});
	test('of nothing are hairlines, and of no number are none', () => {
		expect(barsPath([0, NaN])).toBe('M5 100h40v1h-40z');
	});
});

describe('lines', () => {
	test('share one range', () => {
		expect(
			linePaths([
				[0, 10],
				[5, 5]
			])
		).toEqual(['M0 100L100 0', 'M0 50L100 50']);
	});
	test('of a single value reach across', () => {
		expect(linePaths([[7]])).toEqual(['M0 50L100 50']);
	});
	test('leave out what is not finite', () => {
		expect(linePaths([[0, -Infinity, 2]])).toEqual(['M0 100L100 0']);
	});
	test('of nothing are empty', () => {
		expect(linePaths([[], [NaN]])).toEqual(['', '']);
	});
});
