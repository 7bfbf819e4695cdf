/** What one block's norms read and give, the last one too, how large the stream is before each, and the run scaled. */
export const needs = {
	model: {
		pre: 'blocks.{layer}.resid_pre',
		mid: 'blocks.{layer}.resid_mid',
		posts: 'blocks.*.resid_post',
		attnOut: 'blocks.{layer}.attn_out',
		mlpOut: 'blocks.{layer}.mlp_out',
		ln1: 'blocks.{layer}.ln1.normalized',
		ln2: 'blocks.{layer}.ln2.normalized',
		final: 'ln_final.normalized',
		scales1: 'blocks.*.ln1.scale',
		scales2: 'blocks.*.ln2.scale',
		scaleFinal: 'ln_final.scale',
		first: 'blocks.0.resid_pre',
		firstScale: 'blocks.0.ln1.scale',
		logits: 'logits'
	},
	weights: {
		w1: 'blocks.{layer}.ln1.w',
		b1: 'blocks.{layer}.ln1.b',
		w2: 'blocks.{layer}.ln2.w',
		b2: 'blocks.{layer}.ln2.b',
		wFinal: 'ln_final.w',
		bFinal: 'ln_final.b'
	},
	scaled: { logits: 'logits' }
} as const;
