import { number, toggle } from '#params/kinds.ts';

/** What a reader can change: the draw of random vectors, and whether the whole model runs unscaled. */
export const params = {
	seed: number(7, { min: 0, max: 9999, step: 1 }),
	whole: toggle(false)
};
