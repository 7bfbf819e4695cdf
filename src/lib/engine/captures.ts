/**
 * Every value of a forward pass that may be read or replaced: its name and its axes.
 *
 * Names are TransformerLens names without `hook_`. They are addresses, in links and on the command line,
 * and never change once released. `{layer}` stands for a block's number.
 */
import type { Named } from '#num/named.ts';

/** An axis of a captured value. */
export type Axis =
	'layer' | 'head' | 'kv_head' | 'pos' | 'query' | 'key' | 'one' | 'd_model' | 'd_head' | 'd_mlp' | 'd_vocab';

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

/** A name of the table, with `{layer}` where a block's number belongs. */
export type CapturePattern = keyof typeof CAPTURES;

type In<Pattern extends string, Block extends string | number> = Pattern extends `${infer Before}{layer}${infer After}`
	? `${Before}${Block}${After}`
	: Pattern;

/** The name of one captured value: `blocks.2.attn.pattern`. */
export type CaptureName = In<CapturePattern, number>;

/** A capture asked of every block at once: `blocks.*.attn.pattern`. Its values gain a first axis, `layer`. */
export type EveryLayer = Exclude<In<CapturePattern, '*'>, CapturePattern>;

/** What a point may ask for: the focused block's value, one block's, or every block's. */
export type CaptureRequest = CapturePattern | CaptureName | EveryLayer;

/** Captures that some architectures lack: no learned positions, no rotation, no gate, no middle of the stream. */
export type SometimesAbsent = In<
	| 'pos_embed'
	| 'blocks.{layer}.attn.rot_q'
	| 'blocks.{layer}.attn.rot_k'
	| 'blocks.{layer}.resid_mid'
	| 'blocks.{layer}.mlp.pre_linear',
	'{layer}' | '*' | number
>;

type PatternOf<Request extends CaptureRequest> = {
	[Pattern in CapturePattern]: Request extends In<Pattern, '{layer}' | '*' | number> ? Pattern : never;
}[CapturePattern];

/** The axes of what a request answers. */
export type AxesOf<Request extends CaptureRequest> =
	(typeof CAPTURES)[PatternOf<Request>][number] | (Request extends EveryLayer ? 'layer' : never);

/** The value that a request answers; `undefined` where an architecture lacks it. */
export type Captured<Request extends CaptureRequest> =
	Named<AxesOf<Request>> | (Request extends SometimesAbsent ? undefined : never);

export type { Edit, MaskKind } from './edits.ts';
