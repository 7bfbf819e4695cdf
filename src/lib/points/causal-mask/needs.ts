/** One block before its mask, and the same model under the reader's mask. */
export const needs = {
	model: { scores: 'blocks.{layer}.attn.attn_scores_scaled', logits: 'logits' },
	changed: {
		scaled: 'blocks.{layer}.attn.attn_scores_scaled',
		scores: 'blocks.{layer}.attn.attn_scores',
		pattern: 'blocks.{layer}.attn.pattern',
		logits: 'logits'
	}
} as const;
