import { cells, choice, number } from '#params/kinds.ts';

/** What a reader can change: the kind of mask, its size, and single cells by hand. */
export const params = {
	mask: choice('causal', ['causal', 'none', 'window', 'prefix', 'padding']),
	size: number(4, { min: 1, max: 256, step: 1 }),
	cells: cells()
};
