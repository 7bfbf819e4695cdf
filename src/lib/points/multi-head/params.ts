import { number, toggle } from '#params/kinds.ts';
import { heads } from './heads.ts';

/** The target that stands for the likeliest next token. */
export const LIKELIEST = -1;

/** What a reader can change: which heads are off, whether all layers are shown, and whose logit is followed. */
export const params = {
	off: heads(),
	all: toggle(false),
	target: number(LIKELIEST, { min: LIKELIEST, max: 999_999, step: 1 })
};
