/** What goes into one block's FFN, its neurons and what comes out; its weights; and the prediction with a part switched off. */
export const needs = {
	model: {
		x: 'blocks.{layer}.ln2.normalized',
		pre: 'blocks.{layer}.mlp.pre',
		post: 'blocks.{layer}.mlp.post',
		out: 'blocks.{layer}.mlp_out',
		scale: 'ln_final.scale',
		logits: 'logits'
	},
	off: { logits: 'logits' },
	weights: {
		W_in: 'blocks.{layer}.mlp.W_in',
		b_in: 'blocks.{layer}.mlp.b_in',
		W_gate: 'blocks.{layer}.mlp.W_gate',
		b_gate: 'blocks.{layer}.mlp.b_gate',
		W_out: 'blocks.{layer}.mlp.W_out',
		b_out: 'blocks.{layer}.mlp.b_out',
		b_Q: 'blocks.{layer}.attn.b_Q',
		b_K: 'blocks.{layer}.attn.b_K',
		b_V: 'blocks.{layer}.attn.b_V',
		b_O: 'blocks.{layer}.attn.b_O',
		ln1_w: 'blocks.{layer}.ln1.w',
		ln1_b: 'blocks.{layer}.ln1.b',
		ln2_w: 'blocks.{layer}.ln2.w',
		ln2_b: 'blocks.{layer}.ln2.b',
		ln_final_w: 'ln_final.w',
		W_U: 'W_U'
	}
} as const;
