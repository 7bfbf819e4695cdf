/** One block before its mask, the same model under the reader's mask, and under it again with one token replaced. */
export const needs = {
	model: { scores: 'blocks.{layer}.attn.attn_scores_scaled', logits: 'logits' },
	changed: {
		scaled: 'blocks.{layer}.attn.attn_scores_scaled',
		scores: 'blocks.{layer}.attn.attn_scores',
		pattern: 'blocks.{layer}.attn.pattern',
		logits: 'logits'
	},
	touched: { logits: 'logits' }
} as const;
