import type { Sketch } from '#marks/sketch.ts';
import type { PositionalEncoding } from './compute.ts';

const SIDE = 32;

/** The corner of the table, or how far each prediction moved in the shuffle; a flat line where there is neither. */
export function sketch({ table, order }: PositionalEncoding): Sketch {
	if (!table) return { kind: 'lines', lines: order ? [order.seeing, order.blind] : [[0, 0]] };
	const [height, width] = [Math.min(SIDE, table.places), Math.min(SIDE, table.dims)];
	const corner = Array.from({ length: height * width }, (_, i) => {
		return table.data[Math.floor(i / width) * table.dims + (i % width)] ?? 0;
	});
	return { kind: 'matrix', data: corner, rows: height, columns: width, scale: { kind: 'diverging', max: table.max } };
}
