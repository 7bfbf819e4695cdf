import type { Sketch } from '#marks/sketch.ts';
import type { Autoregressive } from './compute.ts';

/** How probable each token of the text was. */
export function sketch({ sentence, step }: Autoregressive): Sketch {
	const own = sentence.factors.map(({ probability }) => probability);
	return { kind: 'bars', values: own.length > 0 ? own : (step?.rows.map(({ value }) => value) ?? []) };
}
