/** Every head of the original and of the model without some of them, and the weights that carry a head to a logit. */
export const needs = {
	model: { z: 'blocks.*.attn.z', scale: 'ln_final.scale', logits: 'logits' },
	without: {
		pattern: 'blocks.*.attn.pattern',
		z: 'blocks.*.attn.z',
		attnOut: 'blocks.{layer}.attn_out',
		scale: 'ln_final.scale',
		logits: 'logits'
	},
	weights: {
		W_O: 'blocks.*.attn.W_O',
		b_O: 'blocks.{layer}.attn.b_O',
		w: 'ln_final.w',
		b: 'ln_final.b',
		W_U: 'W_U'
	}
} as const;
