import { choice, number, toggle } from '#params/kinds.ts';

/** What a reader can change: whose vector is followed, into which output of which matrix, and who asks whom. */
export const params = {
	token: choice('query', ['query', 'key']),
	part: choice('q', ['q', 'k', 'v']),
	dim: number(0, { min: 0, max: 511, step: 1 }),
	swap: toggle(false)
};
