/** The four GPT-2 (Radford et al., 2019) by their published configurations. */
import type { ModelShape } from './boxes.ts';

/** A model that others have published. */
export interface KnownModel extends ModelShape {
	readonly id: 'gpt2' | 'gpt2-medium' | 'gpt2-large' | 'gpt2-xl';
	readonly name: string;
	/** Where the configuration stands. */
	readonly source: string;
}

const SIZES = [
	{ id: 'gpt2', name: 'GPT-2 small', layers: 12, heads: 12, d_model: 768 },
	{ id: 'gpt2-medium', name: 'GPT-2 medium', layers: 24, heads: 16, d_model: 1024 },
	{ id: 'gpt2-large', name: 'GPT-2 large', layers: 36, heads: 20, d_model: 1280 },
	{ id: 'gpt2-xl', name: 'GPT-2 XL', layers: 48, heads: 25, d_model: 1600 }
] as const;

/** Sizes from each model's `config.json`; what it leaves out is the library's default. */
export const knownModels: readonly KnownModel[] = SIZES.map((size) => ({
	...size,
	kvHeads: size.heads,
	d_head: size.d_model / size.heads,
	d_mlp: 4 * size.d_model,
	d_vocab: 50_257,
	context: 1024,
	positions: { kind: 'learned' },
	norm: 'layer',
	parallel: false,
	gated: false,
	attentionBias: true,
	mlpBias: true,
	tied: true,
	source: `https://huggingface.co/openai-community/${size.id}/blob/main/config.json`
}));
