/** GPT-NeoX and Pythia (Black et al., 2022): rotary positions on part of each head, attention and FFN often in parallel. */
import * as v from 'valibot';
import { field, headSize, parseFields, type ModelConfig } from '../config.ts';
import { rotaryFields, rotaryPositions } from '../rotary-config.ts';
import { asTensor, transposed, WeightReader, type BlockWeights } from '../weights.ts';
import { splitQkv, type Architecture } from './architecture.ts';

const fields = v.looseObject({
	...rotaryFields,
	vocab_size: field.count(),
	hidden_size: field.count(),
	num_hidden_layers: field.count(),
	num_attention_heads: field.count(),
	intermediate_size: field.count(),
	hidden_act: field.activationOr('gelu'),
	layer_norm_eps: field.positiveOr(1e-5),
	use_parallel_residual: field.flagOr(true),
	attention_bias: field.flagOr(true),
	tie_word_embeddings: field.flagOr(false)
});

/** The GPT-NeoX architecture. */
export const neox: Architecture = {
	config(raw) {
		const read = parseFields(fields, raw);
		const d_head = headSize(read.hidden_size, read.num_attention_heads);
		return {
			architecture: 'gpt_neox',
			layers: read.num_hidden_layers,
			heads: read.num_attention_heads,
			kvHeads: read.num_attention_heads,
			d_model: read.hidden_size,
			d_head,
			d_mlp: read.intermediate_size,
			d_vocab: read.vocab_size,
			context: read.max_position_embeddings,
			positions: rotaryPositions(read, d_head, 0.25),
			norm: 'layer',
			activation: read.hidden_act,
			parallel: read.use_parallel_residual,
			tied: read.tie_word_embeddings,
			epsilon: read.layer_norm_eps,
			scale: 1 / Math.sqrt(d_head),
			gated: false,
			attentionBias: read.attention_bias,
			mlpBias: true
		};
	},
	weights(stored, config) {
		const { d_model, d_vocab, layers, tied } = config;
		const read = new WeightReader(stored);
		const embedding = read.matrix('gpt_neox.embed_in.weight', d_vocab, d_model);
		// The library's own name within the model since its fifth version; most files keep the older one.
		const head = read.has('lm_head.weight') ? 'lm_head.weight' : 'embed_out.weight';
		const weights = {
			W_E: asTensor(embedding),
			blocks: Array.from({ length: layers }, (_, layer) => blockOf(read, `gpt_neox.layers.${layer}`, config)),
			ln_final: read.norm('gpt_neox.final_layer_norm', d_model, true),
			W_U: asTensor(transposed(tied ? embedding : read.matrix(head, d_vocab, d_model)))
		};
		return { weights, parameters: read.parameters };
	}
};

function blockOf(read: WeightReader, at: string, config: ModelConfig): BlockWeights {
	const { d_model, d_mlp, heads, d_head, attentionBias } = config;
	// q, k and v of one head stand together, then those of the next.
	const part = (index: number) =>
		Array.from({ length: d_model }, (_, i) => (3 * Math.floor(i / d_head) + index) * d_head + (i % d_head));
	const qkv = `${at}.attention.query_key_value`;
	const width = 3 * heads * d_head;
	return {
		ln1: read.norm(`${at}.input_layernorm`, d_model, true),
		attn: {
			...splitQkv(
				transposed(read.matrix(`${qkv}.weight`, width, d_model)),
				attentionBias ? read.row(`${qkv}.bias`, width) : undefined,
				part
			),
			W_O: read.dense(`${at}.attention.dense.weight`, d_model, d_model),
			b_O: read.vector(`${at}.attention.dense.bias`, d_model, attentionBias)
		},
		ln2: read.norm(`${at}.post_attention_layernorm`, d_model, true),
		mlp: {
			W_in: read.dense(`${at}.mlp.dense_h_to_4h.weight`, d_model, d_mlp),
			b_in: read.vector(`${at}.mlp.dense_h_to_4h.bias`, d_mlp),
			W_out: read.dense(`${at}.mlp.dense_4h_to_h.weight`, d_mlp, d_model),
			b_out: read.vector(`${at}.mlp.dense_4h_to_h.bias`, d_model)
		}
	};
}
