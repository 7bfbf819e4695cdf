import type { Answers } from '#points/define.ts';

/** The run through the cache with all that it holds, and the same run in one pass to compare it with. */
export const needs = {
	model: {
		logits: 'logits',
		k: 'blocks.*.attn.k',
		rot_k: 'blocks.*.attn.rot_k',
		v: 'blocks.*.attn.v'
	},
	cached: {
		logits: 'logits',
		k: 'blocks.*.attn.k',
		rot_k: 'blocks.*.attn.rot_k',
		v: 'blocks.*.attn.v',
		pattern: 'blocks.{layer}.attn.pattern'
	}
} as const;

/** What answers them. */
export type CacheAnswers = Answers<typeof needs>;
