import { expect, test } from 'vitest';
import { scaleOf } from '#theme/scale.ts';
import { drawingOf, matchesDrawing } from '../../../tests/gallery/gallery.ts';
import { isMasked, matrixPixels } from './matrix-paint.ts';

const size = 24;
const at = (f: (row: number, column: number) => number) =>
	Float32Array.from({ length: size * size }, (_, i) => f(Math.floor(i / size), i % size));

const pictures = {
	'a sink and a diagonal': at((row, column) =>
		column > row ? -Infinity : column === 0 ? 0.7 : column === row ? 0.3 : 0
	),
	'a wave of both signs': at((row, column) => Math.cos((row - column) / 3))
};

for (const [name, data] of Object.entries(pictures)) {
	for (const [ground, dark] of [
		['light', false],
		['dark', true]
	] as const) {
		// prettier-ignore
		test(`paints ${name} on a ${ground} ground`, async () => {
			const scale = scaleOf({ kind: name.includes('signs') ? 'diverging' : 'sequential', max: 1 }, { dark });
			const pixels = matrixPixels({ data, rows: size, columns: size }, scale);
			await matchesDrawing('matrix-paint', `${name} ${ground}`, drawingOf(pixels, size));
		});
	}
}

test('each cell takes the colour that its scale gives its value', () => {
	const scale = scaleOf({ kind: 'diverging', max: 2 });
	const pixels = matrixPixels({ data: [-2, 0, 2], rows: 1, columns: 3 }, scale);
	const hex = (i: number) =>
		`#${[...pixels.slice(i * 4, i * 4 + 3)].map((c) => c.toString(16).padStart(2, '0')).join('')}`;
	expect([hex(0), hex(1), hex(2)]).toEqual([scale.color(-2), scale.color(0), scale.color(2)]);
});

test('closed cells are left clear, so that the hatching shows', () => {
	const cells = { data: [1, -Infinity, NaN, 1], rows: 2, columns: 2, masked: (row: number) => row === 1 };
	const pixels = matrixPixels(cells, scaleOf({ kind: 'sequential', max: 1 }));
	expect([3, 7, 11, 15].map((i) => pixels[i])).toEqual([255, 0, 0, 0]);
});

test('an open zero is paper, not closed', () => {
	expect(isMasked({ data: [0], rows: 1, columns: 1 }, 0, 0)).toBe(false);
});

test('there are as many pixels as cells, and those without a value are clear', () => {
	const pixels = matrixPixels({ data: [1], rows: 1, columns: 2 }, scaleOf({ kind: 'sequential', max: 1 }));
	expect([pixels.length, pixels[3], pixels[7]]).toEqual([8, 255, 0]);
});

test('a value that is missing is closed', () => {
	expect(isMasked({ data: [], rows: 1, columns: 1 }, 0, 0)).toBe(true);
});
