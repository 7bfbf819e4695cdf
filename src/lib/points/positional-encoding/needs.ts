/** The learned table where there is one; the run with and without its positions, in order and shuffled. */
export const needs = {
	model: { logits: 'logits' },
	weights: { W_pos: 'W_pos' },
	without: { logits: 'logits' },
	seeing: { logits: 'logits' },
	seeingShuffled: { logits: 'logits' },
	blind: { logits: 'logits' },
	blindShuffled: { logits: 'logits' }
} as const;
