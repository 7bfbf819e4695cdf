/** GPT-2 (Radford et al., 2019): learned positions, LayerNorm before each part, one matrix for q, k and v. */
import * as v from 'valibot';
import { field, headSize, parseFields, unsupported, type ModelConfig } from '../config.ts';
import { asTensor, transposed, WeightReader, type BlockWeights } from '../weights.ts';
import { splitQkv, type Architecture } from './architecture.ts';

const fields = v.looseObject({
	vocab_size: field.countOr(50257),
	n_positions: field.maybeCount(),
	n_ctx: field.maybeCount(),
	n_embd: field.countOr(768),
	n_layer: field.countOr(12),
	n_head: field.countOr(12),
	n_inner: field.maybeCount(),
	activation_function: field.activationOr('gelu_new'),
	layer_norm_epsilon: field.positiveOr(1e-5),
	scale_attn_weights: field.flagOr(true),
	scale_attn_by_inverse_layer_idx: field.flagOr(false),
	add_cross_attention: field.flagOr(false),
	tie_word_embeddings: field.flagOr(true)
});

/** The GPT-2 architecture. */
export const gpt2: Architecture = {
	config(raw) {
		const read = parseFields(fields, raw);
		if (read.add_cross_attention) unsupported('cross-attention is not known');
		if (read.scale_attn_by_inverse_layer_idx) unsupported('scores scaled by their block are not known');
		const d_head = headSize(read.n_embd, read.n_head);
		return {
			architecture: 'gpt2',
			layers: read.n_layer,
			heads: read.n_head,
			kvHeads: read.n_head,
			d_model: read.n_embd,
			d_head,
			d_mlp: read.n_inner ?? 4 * read.n_embd,
			d_vocab: read.vocab_size,
			context: read.n_positions ?? read.n_ctx ?? 1024,
			positions: { kind: 'learned' },
			norm: 'layer',
			activation: read.activation_function,
			parallel: false,
			tied: read.tie_word_embeddings,
			epsilon: read.layer_norm_epsilon,
			scale: read.scale_attn_weights ? 1 / Math.sqrt(d_head) : 1,
			gated: false,
			attentionBias: true,
			mlpBias: true
		};
	},
	weights(stored, config) {
		const { d_model, d_vocab, context, layers, tied } = config;
		const read = new WeightReader(stored, 'transformer.');
		const embedding = read.matrix('wte.weight', d_vocab, d_model);
		const weights = {
			W_E: asTensor(embedding),
			W_pos: asTensor(read.matrix('wpe.weight', context, d_model)),
			blocks: Array.from({ length: layers }, (_, layer) => blockOf(read, `h.${layer}`, config)),
			ln_final: read.norm('ln_f', d_model, true),
			W_U: asTensor(transposed(tied ? embedding : read.matrix('lm_head.weight', d_vocab, d_model)))
		};
		return { weights, parameters: read.parameters };
	}
};

/** Its dense layers are stored [in, out]: they are multiplied as they are. */
function blockOf(read: WeightReader, at: string, { d_model, d_mlp }: ModelConfig): BlockWeights {
	const part = (index: number) => Array.from({ length: d_model }, (_, i) => index * d_model + i);
	return {
		ln1: read.norm(`${at}.ln_1`, d_model, true),
		attn: {
			...splitQkv(
				read.matrix(`${at}.attn.c_attn.weight`, d_model, 3 * d_model),
				read.row(`${at}.attn.c_attn.bias`, 3 * d_model),
				part
			),
			W_O: asTensor(read.matrix(`${at}.attn.c_proj.weight`, d_model, d_model)),
			b_O: read.vector(`${at}.attn.c_proj.bias`, d_model)
		},
		ln2: read.norm(`${at}.ln_2`, d_model, true),
		mlp: {
			W_in: asTensor(read.matrix(`${at}.mlp.c_fc.weight`, d_model, d_mlp)),
			b_in: read.vector(`${at}.mlp.c_fc.bias`, d_mlp),
			W_out: asTensor(read.matrix(`${at}.mlp.c_proj.weight`, d_mlp, d_model)),
			b_out: read.vector(`${at}.mlp.c_proj.bias`, d_model)
		}
	};
}
