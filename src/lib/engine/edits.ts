/**
 * An edit is data: it says at which captured values to intervene, and how. It fits in a link and crosses to the worker.
 *
 * `at` is a capture's name, in which `*` matches any characters, dots too. `head`, `query`, `key` and `pos` narrow the
 * edit to one index of that axis (a negative index counts from the end); an axis left out means all of it.
 */
import type { Axis } from './captures.ts';

/** Which of an edit's values are meant: one index for each narrowed axis. */
export type Where = { readonly [axis in Exclude<Axis, 'layer'>]?: number };

/** The shapes a mask can take. `prefix` sees its first `size` tokens both ways; `padding` hides the first `size` tokens. */
export type MaskKind = 'causal' | 'none' | 'window' | 'prefix' | 'padding';

/** A cell of a mask painted by hand, opened or closed on top of the kind. */
export interface MaskCell {
	readonly query: number;
	readonly key: number;
	readonly open: boolean;
}

/** An intervention in a forward pass. */
export type Edit = { readonly at: string } & Where &
	(
		| { readonly do: 'zero' }
		| { readonly do: 'scale'; readonly by: number }
		| { readonly do: 'set'; readonly to: number }
		/** Adds normal noise of standard deviation `std`, the same for the same seed on every backend. */
		| { readonly do: 'noise'; readonly std: number; readonly seed: number }
		/** At `attn_scores_scaled`: the raw scores pass unscaled. */
		| { readonly do: 'unscale' }
		/** At `rot_q` or `rot_k`: the vectors pass unrotated, as if every token stood at one place. */
		| { readonly do: 'unrotate' }
		/** At `resid_mid` or `resid_post`: what the sublayer before it computed, or both side by side, is all that the stream holds. */
		| { readonly do: 'unskip' }
		/** At `attn_scores`: another mask over the scaled scores. Window `size` w: key j is open to query i iff i − w < j ≤ i. */
		| {
				readonly do: 'mask';
				readonly kind: MaskKind;
				readonly size?: number;
				readonly cells?: readonly MaskCell[];
		  }
		/** Replaces the value with the one it has in a run on another text (cut or kept to the common positions). */
		| {
				readonly do: 'swap';
				readonly text?: string;
				readonly ids?: readonly number[];
				readonly edits?: readonly Edit[];
		  }
	);
