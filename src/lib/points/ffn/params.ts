import { choice, number, toggle } from '#params/kinds.ts';

/** The neuron that is this token's strongest, whichever that is. */
export const STRONGEST = -1;

/** What a reader can change: how neurons stand, which one is looked at, the order of the tokens, and what is switched off. */
export const params = {
	sort: choice('token', ['token', 'text', 'index']),
	neuron: number(STRONGEST, { min: STRONGEST, max: 65535, step: 1 }),
	shuffle: toggle(false),
	off: choice('none', ['none', 'neuron', 'all'])
};
