/** Llama (Touvron et al., 2023): RMSNorm, rotary positions, grouped key/value heads, and a gated FFN (SwiGLU). */
import * as v from 'valibot';
import { field, headSize, parseFields, unsupported, type ModelConfig } from '../config.ts';
import { rotaryFields, rotaryPositions } from '../rotary-config.ts';
import { asTensor, transposed, WeightReader, type AttentionWeights, type BlockWeights } from '../weights.ts';
import type { Architecture } from './architecture.ts';

const fields = v.looseObject({
	...rotaryFields,
	vocab_size: field.count(),
	hidden_size: field.count(),
	num_hidden_layers: field.count(),
	num_attention_heads: field.count(),
	num_key_value_heads: field.maybeCount(),
	head_dim: field.maybeCount(),
	intermediate_size: field.count(),
	hidden_act: field.activationOr('silu'),
	rms_norm_eps: field.positiveOr(1e-6),
	attention_bias: field.flagOr(false),
	mlp_bias: field.flagOr(false),
	tie_word_embeddings: field.flagOr(false)
});

/** The Llama architecture. */
export const llama: Architecture = {
	config(raw) {
		const read = parseFields(fields, raw);
		const heads = read.num_attention_heads;
		const kvHeads = read.num_key_value_heads ?? heads;
		if (heads % kvHeads !== 0) unsupported(`${kvHeads} key/value heads do not divide ${heads} heads`);
		const d_head = read.head_dim ?? headSize(read.hidden_size, heads);
		return {
			architecture: 'llama',
			layers: read.num_hidden_layers,
			heads,
			kvHeads,
			d_model: read.hidden_size,
			d_head,
			d_mlp: read.intermediate_size,
			d_vocab: read.vocab_size,
			context: read.max_position_embeddings,
			positions: rotaryPositions(read, d_head, 1),
			norm: 'rms',
			activation: read.hidden_act,
			parallel: false,
			tied: read.tie_word_embeddings,
			epsilon: read.rms_norm_eps,
			scale: 1 / Math.sqrt(d_head),
			gated: true,
			attentionBias: read.attention_bias,
			mlpBias: read.mlp_bias
		};
	},
	weights(stored, config) {
		const { d_model, d_vocab, layers, tied } = config;
		const read = new WeightReader(stored);
		const embedding = read.matrix('model.embed_tokens.weight', d_vocab, d_model);
		const weights = {
			W_E: asTensor(embedding),
			blocks: Array.from({ length: layers }, (_, layer) => blockOf(read, `model.layers.${layer}`, config)),
			ln_final: read.norm('model.norm', d_model, false),
			W_U: asTensor(transposed(tied ? embedding : read.matrix('lm_head.weight', d_vocab, d_model)))
		};
		return { weights, parameters: read.parameters };
	}
};

function blockOf(read: WeightReader, at: string, config: ModelConfig): BlockWeights {
	const { d_model, d_mlp, mlpBias } = config;
	const mlp = `${at}.mlp`;
	return {
		ln1: read.norm(`${at}.input_layernorm`, d_model, false),
		attn: attentionOf(read, `${at}.self_attn`, config),
		ln2: read.norm(`${at}.post_attention_layernorm`, d_model, false),
		mlp: {
			W_gate: read.dense(`${mlp}.gate_proj.weight`, d_model, d_mlp),
			b_gate: read.vector(`${mlp}.gate_proj.bias`, d_mlp, mlpBias),
			W_in: read.dense(`${mlp}.up_proj.weight`, d_model, d_mlp),
			b_in: read.vector(`${mlp}.up_proj.bias`, d_mlp, mlpBias),
			W_out: read.dense(`${mlp}.down_proj.weight`, d_mlp, d_model),
			b_out: read.vector(`${mlp}.down_proj.bias`, d_model, mlpBias)
		}
	};
}

function attentionOf(read: WeightReader, at: string, config: ModelConfig): AttentionWeights {
	const { d_model, attentionBias } = config;
	const queries = config.heads * config.d_head;
	const keys = config.kvHeads * config.d_head;
	return {
		W_Q: read.dense(`${at}.q_proj.weight`, d_model, queries),
		b_Q: read.vector(`${at}.q_proj.bias`, queries, attentionBias),
		W_K: read.dense(`${at}.k_proj.weight`, d_model, keys),
		b_K: read.vector(`${at}.k_proj.bias`, keys, attentionBias),
		W_V: read.dense(`${at}.v_proj.weight`, d_model, keys),
		b_V: read.vector(`${at}.v_proj.bias`, keys, attentionBias),
		W_O: read.dense(`${at}.o_proj.weight`, queries, d_model),
		b_O: read.vector(`${at}.o_proj.bias`, d_model, attentionBias)
	};
}
