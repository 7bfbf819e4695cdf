import { choice, number } from '#params/kinds.ts';

/** The target that stands for the likeliest next token. */
export const LIKELIEST = -1;

/** What a reader can change: where the skip is taken away, and whose logit is followed. */
export const params = {
	remove: choice('none', ['none', 'attention', 'ffn', 'all']),
	target: number(LIKELIEST, { min: LIKELIEST, max: 999_999, step: 1 })
};
