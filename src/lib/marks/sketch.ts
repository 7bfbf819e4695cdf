/** A drawing the size of a stamp, in plain numbers: to recognise, not to read. */
import type { ScaleSpec } from '#theme/scale.ts';

/** A matrix row by row, bars over a common zero, or lines over a common range. */
export type Sketch =
	| {
			readonly kind: 'matrix';
			readonly data: ArrayLike<number>;
			readonly rows: number;
			readonly columns: number;
			readonly scale: ScaleSpec;
	  }
	| { readonly kind: 'bars'; readonly values: ArrayLike<number> }
	| { readonly kind: 'lines'; readonly lines: readonly ArrayLike<number>[] };
