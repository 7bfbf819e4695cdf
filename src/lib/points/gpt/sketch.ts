import type { Sketch } from '#marks/sketch.ts';
import type { Gpt } from './compute.ts';

/** The parameters of the boxes, in order. */
export function sketch({ rows }: Gpt): Sketch {
	return { kind: 'bars', values: rows.map(({ parameters }) => parameters) };
}
