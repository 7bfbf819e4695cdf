/**
 * Every value of a forward pass that may be read or replaced, and every weight that may be read: its name and its axes.
 *
 * Names are TransformerLens names without `hook_`. They are addresses, in links and on the command line,
 * and never change once released. `{layer}` stands for a block's number.
 */
import type { Named } from '#num/named.ts';

/** An axis of a captured value. */
export type Axis =
	'layer' | 'head' | 'kv_head' | 'pos' | 'query' | 'key' | 'one' | 'd_model' | 'd_head' | 'd_mlp' | 'd_vocab';

/** An axis of a weight; `position` is a place in the context, which a text need not reach. */
export type WeightAxis = Exclude<Axis, 'pos' | 'query' | 'key' | 'one'> | 'position';

/** The axes of every capture, head first, without a batch. */
export const CAPTURES = {
	embed: ['pos', 'd_model'],
	pos_embed: ['pos', 'd_model'],
	'blocks.{layer}.resid_pre': ['pos', 'd_model'],
	'blocks.{layer}.ln1.scale': ['pos', 'one'],
	'blocks.{layer}.ln1.normalized': ['pos', 'd_model'],
	'blocks.{layer}.attn.q': ['head', 'pos', 'd_head'],
	'blocks.{layer}.attn.k': ['kv_head', 'pos', 'd_head'],
	'blocks.{layer}.attn.v': ['kv_head', 'pos', 'd_head'],
	'blocks.{layer}.attn.rot_q': ['head', 'pos', 'd_head'],
	'blocks.{layer}.attn.rot_k': ['kv_head', 'pos', 'd_head'],
	'blocks.{layer}.attn.attn_scores_raw': ['head', 'query', 'key'],
	'blocks.{layer}.attn.attn_scores_scaled': ['head', 'query', 'key'],
	'blocks.{layer}.attn.attn_scores': ['head', 'query', 'key'],
	'blocks.{layer}.attn.pattern': ['head', 'query', 'key'],
	'blocks.{layer}.attn.z': ['head', 'pos', 'd_head'],
	'blocks.{layer}.attn.result': ['head', 'pos', 'd_model'],
	'blocks.{layer}.attn_out': ['pos', 'd_model'],
	'blocks.{layer}.resid_mid': ['pos', 'd_model'],
	'blocks.{layer}.ln2.scale': ['pos', 'one'],
	'blocks.{layer}.ln2.normalized': ['pos', 'd_model'],
	'blocks.{layer}.mlp.pre': ['pos', 'd_mlp'],
	'blocks.{layer}.mlp.pre_linear': ['pos', 'd_mlp'],
	'blocks.{layer}.mlp.post': ['pos', 'd_mlp'],
	'blocks.{layer}.mlp_out': ['pos', 'd_model'],
	'blocks.{layer}.resid_post': ['pos', 'd_model'],
	'ln_final.scale': ['pos', 'one'],
	'ln_final.normalized': ['pos', 'd_model'],
	logits: ['pos', 'd_vocab']
} as const satisfies Record<string, readonly Axis[]>;

/** The axes of every weight; each matrix multiplies from the right: what it reads comes before what it writes. */
export const WEIGHTS = {
	W_E: ['d_vocab', 'd_model'],
	W_pos: ['position', 'd_model'],
	'blocks.{layer}.ln1.w': ['d_model'],
	'blocks.{layer}.ln1.b': ['d_model'],
	'blocks.{layer}.attn.W_Q': ['head', 'd_model', 'd_head'],
	'blocks.{layer}.attn.W_K': ['kv_head', 'd_model', 'd_head'],
	'blocks.{layer}.attn.W_V': ['kv_head', 'd_model', 'd_head'],
	'blocks.{layer}.attn.W_O': ['head', 'd_head', 'd_model'],
	'blocks.{layer}.attn.b_Q': ['head', 'd_head'],
	'blocks.{layer}.attn.b_K': ['kv_head', 'd_head'],
	'blocks.{layer}.attn.b_V': ['kv_head', 'd_head'],
	'blocks.{layer}.attn.b_O': ['d_model'],
	'blocks.{layer}.ln2.w': ['d_model'],
	'blocks.{layer}.ln2.b': ['d_model'],
	'blocks.{layer}.mlp.W_gate': ['d_model', 'd_mlp'],
	'blocks.{layer}.mlp.b_gate': ['d_mlp'],
	'blocks.{layer}.mlp.W_in': ['d_model', 'd_mlp'],
	'blocks.{layer}.mlp.b_in': ['d_mlp'],
	'blocks.{layer}.mlp.W_out': ['d_mlp', 'd_model'],
	'blocks.{layer}.mlp.b_out': ['d_model'],
	'ln_final.w': ['d_model'],
	'ln_final.b': ['d_model'],
	W_U: ['d_model', 'd_vocab']
} as const satisfies Record<string, readonly WeightAxis[]>;

/** A name of the table, with `{layer}` where a block's number belongs. */
export type CapturePattern = keyof typeof CAPTURES;

/** A name of the table of weights, with `{layer}` where a block's number belongs. */
export type WeightPattern = keyof typeof WEIGHTS;

type In<Pattern extends string, Block extends string | number> = Pattern extends `${infer Before}{layer}${infer After}`
	? `${Before}${Block}${After}`
	: Pattern;

/** The name of one captured value: `blocks.2.attn.pattern`. */
export type CaptureName = In<CapturePattern, number>;

/** The name of one weight: `blocks.2.attn.W_Q`. */
export type WeightName = In<WeightPattern, number>;

/** A value asked of every block at once: `blocks.*.attn.pattern`. Its values gain a first axis, `layer`. */
export type EveryLayer = Exclude<In<CapturePattern | WeightPattern, '*'>, CapturePattern | WeightPattern>;

/** What a point may ask of a run: the focused block's value, one block's, or every block's. */
export type CaptureRequest = CapturePattern | CaptureName | Extract<EveryLayer, In<CapturePattern, '*'>>;

/** What a point may ask of the model itself: the focused block's weight, one block's, or every block's. */
export type WeightRequest = WeightPattern | WeightName | Extract<EveryLayer, In<WeightPattern, '*'>>;

/**
 * Captures that some architectures lack: no learned positions, no rotation, no gate, no middle of the stream; and weights:
 * no biases either.
 */
export type SometimesAbsent = In<
	| 'W_pos'
	| 'ln_final.b'
	| 'blocks.{layer}.mlp.W_gate'
	| Extract<WeightPattern, `blocks.{layer}.${string}.b${string}`>
	| 'pos_embed'
	| 'blocks.{layer}.attn.rot_q'
	| 'blocks.{layer}.attn.rot_k'
	| 'blocks.{layer}.resid_mid'
	| 'blocks.{layer}.mlp.pre_linear',
	'{layer}' | '*' | number
>;

type Tables = typeof CAPTURES & typeof WEIGHTS;

type PatternOf<Request extends CaptureRequest | WeightRequest> = {
	[Pattern in keyof Tables]: Request extends In<Pattern, '{layer}' | '*' | number> ? Pattern : never;
}[keyof Tables];

/** The axes of what a request answers. */
export type AxesOf<Request extends CaptureRequest | WeightRequest> =
	Tables[PatternOf<Request>][number] | (Request extends EveryLayer ? 'layer' : never);

/** The value that a request answers; `undefined` where an architecture lacks it. */
export type Captured<Request extends CaptureRequest | WeightRequest> =
	Named<AxesOf<Request>> | (Request extends SometimesAbsent ? undefined : never);

export type { Edit, MaskKind } from './edits.ts';
