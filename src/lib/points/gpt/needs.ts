/** What flows through every box of the focused block, what each block leaves in the stream, and the same run timed. */
export const needs = {
	model: {
		embed: 'embed',
		pos_embed: 'pos_embed',
		stream: 'blocks.*.resid_post',
		ln1: 'blocks.{layer}.ln1.normalized',
		q: 'blocks.{layer}.attn.q',
		k: 'blocks.{layer}.attn.k',
		v: 'blocks.{layer}.attn.v',
		rotate: 'blocks.{layer}.attn.rot_q',
		scores: 'blocks.{layer}.attn.attn_scores_raw',
		scale: 'blocks.{layer}.attn.attn_scores_scaled',
		mask: 'blocks.{layer}.attn.attn_scores',
		softmax: 'blocks.{layer}.attn.pattern',
		weigh: 'blocks.{layer}.attn.z',
		output: 'blocks.{layer}.attn_out',
		add1: 'blocks.{layer}.resid_mid',
		ln2: 'blocks.{layer}.ln2.normalized',
		mlp_in: 'blocks.{layer}.mlp.pre',
		activation: 'blocks.{layer}.mlp.post',
		mlp_out: 'blocks.{layer}.mlp_out',
		add2: 'blocks.{layer}.resid_post',
		ln_final: 'ln_final.normalized',
		unembed: 'logits'
	},
	timed: { logits: 'logits' }
} as const;
