/** One block's scores, and the logits with scaling and without. */
export const needs = {
	model: {
		raw: 'blocks.{layer}.attn.attn_scores_raw',
		scores: 'blocks.{layer}.attn.attn_scores',
		logits: 'logits'
	},
	unscaled: { logits: 'logits' }
} as const;
