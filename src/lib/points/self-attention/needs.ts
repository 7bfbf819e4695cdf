/** The captures of one block that the panel draws, and what becomes of one head when the tokens are shuffled. */
export const needs = {
	model: {
		q: 'blocks.{layer}.attn.q',
		k: 'blocks.{layer}.attn.k',
		v: 'blocks.{layer}.attn.v',
		rot_q: 'blocks.{layer}.attn.rot_q',
		rot_k: 'blocks.{layer}.attn.rot_k',
		raw: 'blocks.{layer}.attn.attn_scores_raw',
		scaled: 'blocks.{layer}.attn.attn_scores_scaled',
		scores: 'blocks.{layer}.attn.attn_scores',
		pattern: 'blocks.{layer}.attn.pattern',
		z: 'blocks.{layer}.attn.z'
	},
	written: { pattern: 'blocks.{layer}.attn.pattern', z: 'blocks.{layer}.attn.z' },
	shuffled: { pattern: 'blocks.{layer}.attn.pattern', z: 'blocks.{layer}.attn.z' }
} as const;
