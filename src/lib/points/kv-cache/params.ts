import { number } from '#params/kinds.ts';

/** What a reader can change: how many tokens well-known models are asked to hold. */
export const params = {
	tokens: number(4096, { min: 256, max: 131_072, step: 256 })
};
