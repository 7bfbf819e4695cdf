/** What goes into one block's attention, the three matrices, what comes out of them, and the scores they lead to. */
export const needs = {
	model: {
		x: 'blocks.{layer}.ln1.normalized',
		q: 'blocks.{layer}.attn.q',
		k: 'blocks.{layer}.attn.k',
		v: 'blocks.{layer}.attn.v',
		rot_q: 'blocks.{layer}.attn.rot_q',
		rot_k: 'blocks.{layer}.attn.rot_k',
		raw: 'blocks.{layer}.attn.attn_scores_raw',
		scaled: 'blocks.{layer}.attn.attn_scores_scaled',
		scores: 'blocks.{layer}.attn.attn_scores'
	},
	weights: {
		W_Q: 'blocks.{layer}.attn.W_Q',
		W_K: 'blocks.{layer}.attn.W_K',
		W_V: 'blocks.{layer}.attn.W_V',
		b_Q: 'blocks.{layer}.attn.b_Q',
		b_K: 'blocks.{layer}.attn.b_K',
		b_V: 'blocks.{layer}.attn.b_V'
	}
} as const;
