import type { Sketch } from '#marks/sketch.ts';
import { take } from '#num/named.ts';
import type { MultiHead } from './compute.ts';

/** The patterns of the focused layer's heads, side by side. */
export function sketch({ patterns, focus, sizes }: MultiHead): Sketch {
	const { heads, tokens } = sizes;
	const columns = heads * tokens;
	const data = new Float32Array(tokens * columns);
	for (let head = 0; head < heads; head++) {
		for (let query = 0; query < tokens; query++) {
			const row = take(patterns, { layer: focus.layer, head, query }).data;
			data.set(row, query * columns + head * tokens);
		}
	}
	return { kind: 'matrix', data, rows: tokens, columns, scale: { kind: 'sequential', max: 1 } };
}
