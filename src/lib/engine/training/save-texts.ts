/** The two files of a saved folder that are text. */
import { configOf } from './model.ts';
import type { RunSettings } from './settings.ts';
import { TASKS, type TaskName } from './tasks/tasks.ts';

/** A `config.json` as the `transformers` library writes it. */
export function configText(settings: RunSettings): string {
	const config = configOf(settings);
	const { layers, heads, d_model, d_mlp, d_vocab, context, tied, epsilon, activation } = config;
	const common = { vocab_size: d_vocab, tie_word_embeddings: tied, dtype: 'float32' };
	const written =
		config.positions.kind === 'rotary'
			? {
					architectures: ['GPTNeoXForCausalLM'],
					model_type: 'gpt_neox',
					hidden_size: d_model,
					num_hidden_layers: layers,
					num_attention_heads: heads,
					intermediate_size: d_mlp,
					hidden_act: activation,
					layer_norm_eps: epsilon,
					max_position_embeddings: context,
					rotary_pct: 1,
					rotary_emb_base: config.positions.theta,
					rope_theta: config.positions.theta,
					use_parallel_residual: false,
					...common
				}
			: {
					architectures: ['GPT2LMHeadModel'],
					model_type: 'gpt2',
					n_embd: d_model,
					n_layer: layers,
					n_head: heads,
					n_inner: d_mlp,
					n_positions: context,
					activation_function: activation,
					layer_norm_epsilon: epsilon,
					...common
				};
	return `${JSON.stringify(written, undefined, 2)}\n`;
}

/**
 * A `tokenizer.json`: a character a token, or a word a token where the task's are words. The vocabulary has no sign for
 * what it does not know, and no model was trained on one: such a character is read as the first token.
 */
export function tokenizerText(name: TaskName): string {
	const { vocabulary } = TASKS[name];
	const vocab = Object.fromEntries(vocabulary.map((token, id) => [token, id]));
	const words = vocabulary.some((token) => token.length > 1);
	const model = words
		? {
				type: 'WordPiece',
				unk_token: vocabulary[0],
				continuing_subword_prefix: '##',
				max_input_chars_per_word: 100,
				vocab
			}
		: { type: 'BPE', unk_token: vocabulary[0], continuing_subword_prefix: null, merges: [], vocab };
	const written = {
		version: '1.0',
		truncation: null,
		padding: null,
		added_tokens: [],
		normalizer: null,
		pre_tokenizer: words ? { type: 'WhitespaceSplit' } : null,
		post_processor: null,
		decoder: words ? { type: 'WordPiece', prefix: '##', cleanup: false } : { type: 'Fuse' },
		model
	};
	return `${JSON.stringify(written, undefined, 2)}\n`;
}
