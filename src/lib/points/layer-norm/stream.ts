/** How large one token's stream is before every norm of the model, and around one of them. */
import { take, valueAt, type Named } from '#num/named.ts';
import { momentsOf, type NormKind } from './norm.ts';

/** The stream's size before one norm. */
export interface Before {
	readonly norm: 'ln1' | 'ln2' | 'final';
	readonly layer: number;
	/** √(variance + ε) or the root mean square, as the model divided by it. */
	readonly scale: number;
}

/** What is divided by, layer by layer. */
export interface Scales {
	readonly scales1: Named<'layer' | 'pos' | 'one'>;
	readonly scales2: Named<'layer' | 'pos' | 'one'>;
	readonly scaleFinal: Named<'pos' | 'one'>;
}

/** A token's stream before each norm, from the bottom to the top. */
export function streamOf({ scales1, scales2, scaleFinal }: Scales, pos: number): Before[] {
	const layers = scales1.shape[scales1.axes.indexOf('layer')] ?? 0;
	const blocks = Array.from({ length: layers }, (_, layer): Before[] => [
		{ norm: 'ln1', layer, scale: valueAt(scales1, { layer, pos, one: 0 }) },
		{ norm: 'ln2', layer, scale: valueAt(scales2, { layer, pos, one: 0 }) }
	]);
	return [...blocks.flat(), { norm: 'final', layer: layers, scale: valueAt(scaleFinal, { pos, one: 0 }) }];
}

/** A sublayer with its norm before it, and with the same sum normalized after it. */
export interface Sublayer {
	readonly name: 'attention' | 'ffn';
	/** Sizes: of the stream, of what the norm gives before weight and bias and after, of what the sublayer adds, of the sum. */
	readonly stream: number;
	readonly plain: number;
	readonly read: number;
	readonly added: number;
	readonly sum: number;
	/** Of the sum once normalized, as post-norm would hand it on. */
	readonly after: number;
}

/** The size of a vector as its norm sees it: the standard deviation, or the root mean square. */
export function sizeOf(vector: ArrayLike<number>, kind: NormKind): number {
	return Math.sqrt(momentsOf(vector, kind).square);
}

/** One token's vector of a value. */
export function rowOf(value: Named<'pos' | 'd_model'>, pos: number): Float32Array {
	return take(value, { pos }).data;
}
