/** One block's queries and keys before and after rotation, and its scores here and with every position moved. */
export const needs = {
	model: {
		q: 'blocks.{layer}.attn.q',
		k: 'blocks.{layer}.attn.k',
		rot_q: 'blocks.{layer}.attn.rot_q',
		rot_k: 'blocks.{layer}.attn.rot_k',
		scores: 'blocks.{layer}.attn.attn_scores_scaled'
	},
	shifted: {
		rot_q: 'blocks.{layer}.attn.rot_q',
		rot_k: 'blocks.{layer}.attn.rot_k',
		scores: 'blocks.{layer}.attn.attn_scores_scaled'
	}
} as const;
