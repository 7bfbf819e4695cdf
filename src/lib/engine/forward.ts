/** The forward pass of a decoder: one line per step, with `tap` where a value may be read or replaced. */
import { activate } from './activations.ts';
import { attention, linear, type PassTensors } from './attention.ts';
import type { KVCache } from './cache.ts';
import type { ModelConfig } from './config.ts';
import { maskValues, type Span } from './mask.ts';
import { rotationOf, type Rotation } from './rotary.ts';
import type { Tap } from './tap.ts';
import { add, div, gather, matMul, mean, mul, sqrt, square, sub, tensor, tidy, type Tensor } from './tf.ts';
import type { BlockWeights, MlpWeights, NormWeights, Weights } from './weights.ts';

/** One pass over a stretch of text, or over several texts of one length that do not see each other. */
export interface Pass {
	/** The texts one after another. */
	readonly ids: readonly number[];
	/** Of one text. */
	readonly span: Span;
	/** Added to every position before rotating. */
	readonly offset: number;
	readonly tap: Tap;
	/** Holds the positions before the span, and takes in those of the span. */
	readonly cache?: KVCache | undefined;
	/** How many texts there are; 1 unless told. */
	readonly texts?: number | undefined;
	/** True when nothing is edited, as in training: `tap` is called for all but each head's result. */
	readonly plain?: boolean | undefined;
}

/** The logits, [pos, d_vocab], of a stretch of text; of several texts one after another. The caller disposes them. */
export function forward(config: ModelConfig, weights: Weights, pass: Pass): Tensor {
	const { tap, span, texts = 1, plain = false } = pass;
	// Heads that share keys would be folded across texts.
	if (texts > 1 && config.kvHeads !== config.heads) throw new RangeError('grouped heads take one text at a time');
	return tidy(() => {
		const shared: PassTensors = {
			config,
			start: span.start,
			tap,
			mask: tensor(maskValues({ kind: 'causal' }, span), [span.count, span.keys]),
			rotation: rotationFor(config, pass),
			cache: pass.cache,
			texts,
			plain
		};
		let x = tidy(() => embed(weights, pass)); // [pos, d_model]
		for (const [layer, block] of weights.blocks.entries()) x = tidy(() => blockOf(config)(x, block, layer, shared)); // [pos, d_model]
		const normalized = config.postNorm ? x : norm(x, weights.ln_final, 'ln_final', shared); // [pos, d_model]
		return tap('logits', matMul(normalized, weights.W_U)); // [pos, d_vocab]
	});
}

function embed({ W_E, W_pos }: Weights, { ids, span, tap }: Pass): Tensor {
	const embedded = tap('embed', gather(W_E, tensor([...ids], [ids.length], 'int32'))); // [pos, d_model]
	if (!W_pos) return embedded;
	const places = ids.map((_, i) => span.start + (i % span.count));
	return add(embedded, tap('pos_embed', gather(W_pos, tensor(places, [places.length], 'int32')))); // [pos, d_model]
}

function blockOf({ parallel, postNorm }: ModelConfig): typeof sequentialBlock {
	if (postNorm) return postNormBlock;
	return parallel ? parallelBlock : sequentialBlock;
}

/** Attention, then the FFN, each added to the stream that the next one reads. */
function sequentialBlock(x: Tensor, w: BlockWeights, layer: number, pass: PassTensors): Tensor {
	const { tap } = pass;
	const at = `blocks.${layer}` as const;
	const pre = tap(`${at}.resid_pre`, x); // [pos, d_model]
	const attnOut = attention(norm(pre, w.ln1, `${at}.ln1`, pass), w.attn, layer, pass); // [pos, d_model]
	const mid = tap(`${at}.resid_mid`, add(pre, attnOut)); // [pos, d_model]
	const mlpOut = mlp(norm(mid, w.ln2, `${at}.ln2`, pass), w.mlp, layer, pass); // [pos, d_model]
	return tap(`${at}.resid_post`, add(mid, mlpOut)); // [pos, d_model]
}

/** As in the first Transformer (Vaswani et al., 2017): the sum is normed, not what each part reads. */
function postNormBlock(x: Tensor, w: BlockWeights, layer: number, pass: PassTensors): Tensor {
	const { tap } = pass;
	const at = `blocks.${layer}` as const;
	const pre = tap(`${at}.resid_pre`, x); // [pos, d_model]
	const attnOut = attention(pre, w.attn, layer, pass); // [pos, d_model]
	const mid = tap(`${at}.resid_mid`, norm(add(pre, attnOut), w.ln1, `${at}.ln1`, pass)); // [pos, d_model]
	const mlpOut = mlp(mid, w.mlp, layer, pass); // [pos, d_model]
	return tap(`${at}.resid_post`, norm(add(mid, mlpOut), w.ln2, `${at}.ln2`, pass)); // [pos, d_model]
}

/** Attention and FFN side by side: both read the same stream. */
function parallelBlock(x: Tensor, w: BlockWeights, layer: number, pass: PassTensors): Tensor {
	const { tap } = pass;
	const at = `blocks.${layer}` as const;
	const pre = tap(`${at}.resid_pre`, x); // [pos, d_model]
	const attnOut = attention(norm(pre, w.ln1, `${at}.ln1`, pass), w.attn, layer, pass); // [pos, d_model]
	const mlpOut = mlp(norm(pre, w.ln2, `${at}.ln2`, pass), w.mlp, layer, pass); // [pos, d_model]
	return tap(`${at}.resid_post`, add(add(pre, attnOut), mlpOut)); // [pos, d_model]
}

/** LayerNorm (Ba et al., 2016), or RMSNorm (Zhang and Sennrich, 2019), which does not subtract the mean. */
function norm(
	x: Tensor,
	{ w, b }: NormWeights,
	at: 'ln_final' | `blocks.${number}.ln${1 | 2}`,
	{ config, tap }: PassTensors
): Tensor {
	const centered = config.norm === 'layer' ? sub(x, mean(x, -1, true)) : x; // [pos, d_model]
	const scale = tap(`${at}.scale`, sqrt(add(mean(square(centered), -1, true), config.epsilon))); // [pos, 1]
	const scaled = mul(div(centered, scale), w); // [pos, d_model]
	return tap(`${at}.normalized`, b ? add(scaled, b) : scaled); // [pos, d_model]
}

/** The feed-forward network; with a gate, SwiGLU (Shazeer, 2020). */
function mlp(x: Tensor, w: MlpWeights, layer: number, { config, tap }: PassTensors): Tensor {
	const at = `blocks.${layer}.mlp` as const;
	const { W_gate, b_gate, W_in, b_in } = w;
	const pre = tap(`${at}.pre`, W_gate ? linear(x, W_gate, b_gate) : linear(x, W_in, b_in)); // [pos, d_mlp]
	const active = activate(config.activation, pre); // [pos, d_mlp]
	const gated = W_gate ? mul(active, tap(`${at}.pre_linear`, linear(x, W_in, b_in))) : active; // [pos, d_mlp]
	const post = tap(`${at}.post`, gated); // [pos, d_mlp]
	return tap(`blocks.${layer}.mlp_out`, linear(post, w.W_out, w.b_out)); // [pos, d_model]
}

function rotationFor({ positions, d_head }: ModelConfig, { span, offset }: Pass): Rotation | undefined {
	if (positions.kind === 'learned') return undefined;
	return rotationOf(positions, d_head, span.start + offset, span.count);
}
