import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extentAround, extentOf } from './matrix-zoom.ts';
import { whole } from './matrix.ts';

test('no zoom shows the whole', () => {
	const seen = extentOf({ x: 0, y: 0, k: 1 }, 64, 64, 320, 320);
	expect([seen.row + 0, seen.column + 0, seen.rows, seen.columns]).toEqual([0, 0, 64, 64]);
});

test('a zoom by four, moved by a drawing to the left, shows the second quarter', () => {
	expect(extentOf({ x: -320, y: -640, k: 4 }, 64, 64, 320, 320)).toEqual({
		row: 32,
		column: 16,
		rows: 16,
		columns: 16
	});
});

test('a rectangle of any shape gives a stretch inside the matrix and in its proportions', () => {
	const fraction = fc.double({ min: 0, max: 1, noNaN: true });
	const corners = fc.tuple(fraction, fraction, fraction, fraction);
	fc.assert(
		fc.property(corners, ([a, b, c, d]) => {
			const [x0, x1, y0, y1] = [Math.min(a, b), Math.max(a, b), Math.min(c, d), Math.max(c, d)];
			const seen = extentAround([[x0, y0], [x1, y1]], whole(64, 32), 64, 32); // prettier-ignore
			expect(seen.rows / 64).toBeCloseTo(seen.columns / 32);
			expect(seen.row).toBeGreaterThanOrEqual(0);
			expect(seen.column).toBeGreaterThanOrEqual(0);
			expect(seen.row + seen.rows).toBeLessThanOrEqual(64 + 1e-9);
			expect(seen.column + seen.columns).toBeLessThanOrEqual(32 + 1e-9);
		}),
		{ seed: 7 }
	);
});
