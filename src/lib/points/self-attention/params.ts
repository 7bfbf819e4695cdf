import { choice, number } from '#params/kinds.ts';

/** What a reader can change: whether the tokens are shuffled, with positions and mask or without, and into which order. */
export const params = {
	shuffle: choice('no', ['no', 'placed', 'placeless']),
	order: number(3, { min: 0, max: 9999, step: 1 })
};
