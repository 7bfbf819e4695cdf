/** Multi-head attention, step by step, with grouped key/value heads and room for a cache. */
import type { KVCache } from './cache.ts';
import type { ModelConfig } from './config.ts';
import { CLOSED_BELOW } from './mask.ts';
import { rotate, type Rotation } from './rotary.ts';
import type { Tap } from './tap.ts';
import { add, cast, greater, matMul, max, mul, reshape, softmax, sum, transpose, type Tensor } from './tf.ts';
import type { AttentionWeights } from './weights.ts';

/** What the blocks of one pass share. */
export interface PassTensors {
	readonly config: ModelConfig;
	/** The position of the first token. */
	readonly start: number;
	readonly tap: Tap;
	/** [query, key]: 0 where open, CLOSED elsewhere. */
	readonly mask: Tensor;
	readonly rotation?: Rotation | undefined;
	readonly cache?: KVCache | undefined;
	/** How many texts of one length lie one after another; each attends to itself alone. */
	readonly texts: number;
	/** True when nothing is edited: steps that only edits make necessary are left out. */
	readonly plain: boolean;
}

/** What attention adds to the stream, [pos, d_model], from its normed input of the same shape (Vaswani et al., 2017). */
export function attention(x: Tensor, w: AttentionWeights, layer: number, pass: PassTensors): Tensor {
	const { config, start, tap, mask, rotation, cache, texts, plain } = pass;
	const at = `blocks.${layer}.attn` as const;
	const q = apart(tap(`${at}.q`, heads(linear(x, w.W_Q, w.b_Q), config.heads)), texts); // [head, pos, d_head]
	const k = apart(tap(`${at}.k`, heads(linear(x, w.W_K, w.b_K), config.kvHeads)), texts); // [kv_head, pos, d_head]
	const v = apart(tap(`${at}.v`, heads(linear(x, w.W_V, w.b_V), config.kvHeads)), texts); // [kv_head, pos, d_head]
	const rot_q = rotation ? tap(`${at}.rot_q`, rotate(q, rotation)) : q; // [head, pos, d_head]
	const rot_k = rotation ? tap(`${at}.rot_k`, rotate(k, rotation)) : k; // [kv_head, pos, d_head]
	const { keys, values } = cache?.append(layer, start, rot_k, v) ?? { keys: rot_k, values: v }; // [kv_head, key, d_head]
	const raw = tap(`${at}.attn_scores_raw`, grouped(rot_q, keys, true)); // [head, query, key]
	const scaled = tap(`${at}.attn_scores_scaled`, mul(raw, config.scale)); // [head, query, key]
	const scores = tap(`${at}.attn_scores`, add(scaled, mask)); // [head, query, key]
	const pattern = tap(`${at}.pattern`, plain ? softmax(scores) : weigh(scores)); // [head, query, key]
	const z = tap(`${at}.z`, together(grouped(pattern, values), texts)); // [head, pos, d_head]
	if (plain) return linear(joined(z), w.W_O, w.b_O); // [pos, d_model]
	const result = tap(`${at}.result`, matMul(z, outputByHead(w.W_O, config))); // [head, pos, d_model]
	return tap(`blocks.${layer}.attn_out`, plus(sum(result, 0), w.b_O)); // [pos, d_model]
}

/** x W + b, for x of [pos, inputs]. */
export function linear(x: Tensor, W: Tensor, b: Tensor | undefined): Tensor {
	return plus(matMul(x, W), b);
}

function plus(x: Tensor, b: Tensor | undefined): Tensor {
	return b ? add(x, b) : x;
}

/** [pos, head · d_head] as [head, pos, d_head]. */
export function heads(x: Tensor, count: number): Tensor {
	const [length = 0, width = 0] = x.shape;
	return transpose(reshape(x, [length, count, width / count]), [1, 0, 2]);
}

/** [head, text · pos, d_head] as [head · text, pos, d_head]: nothing moves, so every text is a head of its own. */
function apart(x: Tensor, texts: number): Tensor {
	const [count = 0, length = 0, width = 0] = x.shape;
	return texts === 1 ? x : reshape(x, [count * texts, length / texts, width]);
}

function together(x: Tensor, texts: number): Tensor {
	const [count = 0, length = 0, width = 0] = x.shape;
	return texts === 1 ? x : reshape(x, [count / texts, length * texts, width]);
}

/** [head, pos, d_head] as [pos, head · d_head]. */
function joined(z: Tensor): Tensor {
	const [count = 0, length = 0, width = 0] = z.shape;
	return reshape(transpose(z, [1, 0, 2]), [length, count * width]);
}

function outputByHead(W_O: Tensor, { heads, d_head, d_model }: ModelConfig): Tensor {
	return reshape(W_O, [heads, d_head, d_model]);
}

/**
 * Each head's [row, inner] times its group's [inner, column], or that one's transpose.
 * Heads that share a key/value head are folded into rows: broadcasting them would be wrong on WebAssembly.
 */
function grouped(a: Tensor, b: Tensor, transposeB = false): Tensor {
	const [count = 0, length = 0, inner = 0] = a.shape;
	const groups = b.shape[0] ?? 0;
	if (groups === count) return matMul(a, b, transposeB);
	const folded = reshape(a, [groups, (count / groups) * length, inner]);
	return reshape(matMul(folded, b, transposeB), [count, length, -1]);
}

/** The softmax of each row; a query to which nothing is open weighs nothing. */
function weigh(scores: Tensor): Tensor {
	const anyOpen = cast(greater(max(scores, -1, true), CLOSED_BELOW), 'float32');
	return mul(softmax(scores), anyOpen);
}
