import { choice, number } from '#params/kinds.ts';

/** What a reader can change: the kind of positions looked at, how far to move, and the draw of the shuffle. */
export const params = {
	kind: choice('sinusoidal', ['sinusoidal', 'learned', 'rotary', 'none']),
	shift: number(4, { min: 1, max: 1000, step: 1 }),
	seed: number(1, { min: 0, max: 9999, step: 1 })
};
