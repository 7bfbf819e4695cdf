/** What the model says after every token, and what it would say if the text went on along the reader's branch. */
export const needs = {
	model: { logits: 'logits' },
	ahead: { logits: 'logits' }
} as const;
