import { choice, number } from '#params/kinds.ts';

/** What a reader can change: how far both tokens move, how far the key alone moves back, and which of it the dials show. */
export const params = {
	shift: number(40, { min: 0, max: 1024, step: 1 }),
	move: number(8, { min: 0, max: 512, step: 1 }),
	dials: choice('own', ['own', 'shifted', 'moved'])
};
