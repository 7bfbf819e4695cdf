import type { Sketch } from '#marks/sketch.ts';
import type { Residual } from './compute.ts';

/** What each part adds to the logit, in order. */
export function sketch({ steps }: Residual): Sketch {
	return { kind: 'bars', values: steps.map(({ contribution }) => contribution) };
}
