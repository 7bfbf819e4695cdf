/** Well-known models by their public configurations, and what their caches hold and save. */
import { bytesPerToken, multiplyAdds, type ModelShape } from './arithmetic.ts';

/** A model that others have published. */
export interface KnownModel extends ModelShape {
	readonly name: string;
	/** The most tokens it was made for. */
	readonly context: number;
	/** Keys farther back than this are never looked at again. */
	readonly window?: number;
	/** Where the configuration stands. */
	readonly source: string;
}

const FP16 = 2;
const SEVEN_B = { layers: 32, heads: 32, d_model: 4096, d_head: 128, gated: true } as const;

/** Sizes from each model's `config.json`. */
export const knownModels: readonly KnownModel[] = [
	{
		name: 'GPT-2 small',
		layers: 12,
		heads: 12,
		kvHeads: 12,
		d_model: 768,
		d_head: 64,
		d_mlp: 3072,
		d_vocab: 50_257,
		gated: false,
		context: 1024,
		source: 'https://huggingface.co/openai-community/gpt2/blob/main/config.json'
	},
	{
		...SEVEN_B,
		name: 'Llama 2 7B',
		kvHeads: 32,
		d_mlp: 11_008,
		d_vocab: 32_000,
		context: 4096,
		source: 'https://huggingface.co/meta-llama/Llama-2-7b-hf/blob/main/config.json'
	},
	{
		...SEVEN_B,
		name: 'Llama 3 8B',
		kvHeads: 8,
		d_mlp: 14_336,
		d_vocab: 128_256,
		context: 8192,
		source: 'https://huggingface.co/meta-llama/Meta-Llama-3-8B/blob/main/config.json'
	},
	{
		...SEVEN_B,
		name: 'Mistral 7B v0.1',
		kvHeads: 8,
		d_mlp: 14_336,
		d_vocab: 32_000,
		context: 32_768,
		window: 4096,
		source: 'https://huggingface.co/mistralai/Mistral-7B-v0.1/blob/main/config.json'
	}
];

/** What a well-known model's cache comes to at some length. */
export interface KnownCache {
	readonly name: string;
	readonly source: string;
	readonly heads: number;
	readonly kvHeads: number;
	/** Tokens of text: what was asked, or the most that the model was made for. */
	readonly tokens: number;
	/** Tokens held: fewer where a window forgets. */
	readonly held: number;
	readonly perToken: number;
	readonly bytes: number;
	/** Multiply-adds of the step that reads the last token. */
	readonly with: number;
	readonly without: number;
}

/** The caches of all well-known models in fp16 after a text of so many tokens. */
export function knownCaches(asked: number): readonly KnownCache[] {
	return knownModels.map((model) => {
		const tokens = Math.min(asked, model.context);
		const held = Math.min(tokens, model.window ?? tokens);
		const perToken = bytesPerToken(model, FP16);
		return {
			name: model.name,
			source: model.source,
			heads: model.heads,
			kvHeads: model.kvHeads,
			tokens,
			held,
			perToken,
			bytes: perToken * held,
			with: multiplyAdds(model, 1, held),
			without: multiplyAdds(model, tokens, held)
		};
	});
}
