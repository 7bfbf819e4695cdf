import { choice, number } from '#params/kinds.ts';

/** What a reader can change: which norm, what the vector is multiplied by, what becomes of a neighbour, and a feature. */
export const params = {
	norm: choice('ln1', ['ln1', 'ln2', 'final']),
	scale: number(1, { min: 0.1, max: 10, step: 0.1 }),
	neighbour: choice('without', ['without', 'copy']),
	dim: number(0, { min: 0, max: 4095, step: 1 })
};
