/** Everything that is added to the stream, the stream after each addition with its norm's scale, and the way out. */
export const needs = {
	model: {
		embed: 'embed',
		posEmbed: 'pos_embed',
		start: 'blocks.0.resid_pre',
		attnOut: 'blocks.*.attn_out',
		mlpOut: 'blocks.*.mlp_out',
		mid: 'blocks.*.resid_mid',
		post: 'blocks.*.resid_post',
		scaleBeforeAttn: 'blocks.*.ln1.scale',
		scaleBeforeMlp: 'blocks.*.ln2.scale',
		finalScale: 'ln_final.scale',
		logits: 'logits'
	},
	without: { logits: 'logits' },
	weights: { w: 'ln_final.w', b: 'ln_final.b', W_U: 'W_U' }
} as const;
