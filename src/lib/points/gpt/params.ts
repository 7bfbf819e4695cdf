import { choice, toggle } from '#params/kinds.ts';

/** What a reader can change: whose map is drawn, and whether each box's time is measured. */
export const params = {
	preset: choice('own', ['own', 'gpt2', 'gpt2-medium', 'gpt2-large', 'gpt2-xl']),
	time: toggle(false)
};
