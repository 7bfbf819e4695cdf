import { cells, choice, number } from '#params/kinds.ts';

/**
 * What a reader can change: the kind of mask, its size, and single cells by hand; which token is replaced to see what
 * moves, and the draw of what replaces it.
 */
export const params = {
	mask: choice('causal', ['causal', 'none', 'window', 'prefix', 'padding']),
	size: number(4, { min: 1, max: 256, step: 1 }),
	cells: cells(),
	touch: number(9, { min: 0, max: 255, step: 1 }),
	draw: number(58, { min: 0, max: 9999, step: 1 })
};
