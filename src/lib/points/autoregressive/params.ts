import { text } from '#params/kinds.ts';

/** What a reader can change: the branch looked along past the end of the text, as ids of tokens. */
export const params = {
	branch: text('', { max: 60 })
};
