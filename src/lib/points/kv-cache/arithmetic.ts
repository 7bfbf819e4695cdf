/** What a pass costs and what a cache holds, from a model's shape alone. */
import type { RunFacts } from '#points/define.ts';

/** The sizes that decide both. */
export interface ModelShape extends Pick<
	RunFacts['model'],
	'layers' | 'heads' | 'kvHeads' | 'd_model' | 'd_head' | 'd_mlp' | 'd_vocab'
> {
	/** Whether the FFN multiplies by a second factor (SwiGLU): three matrices instead of two. */
	readonly gated: boolean;
}

/** The shape of a model that runs here. */
export function shapeOf(model: RunFacts['model']): ModelShape {
	return { ...model, gated: model.architecture === 'llama' };
}

/** Multiply-adds of every matrix product in a pass of so many queries over so many keys, closed cells included. */
export function multiplyAdds(shape: ModelShape, queries: number, keys: number): number {
	const { layers, heads, kvHeads, d_model, d_head, d_mlp, d_vocab, gated } = shape;
	const projections = 2 * queries * d_model * d_head * (heads + kvHeads); // W_Q and W_O, W_K and W_V
	const attention = 2 * heads * queries * keys * d_head; // q·k, and the weighted sum of values
	const mlp = (gated ? 3 : 2) * queries * d_model * d_mlp;
	return layers * (projections + attention + mlp) + queries * d_model * d_vocab;
}

/** Bytes that one token's keys and values take, over all layers. */
export function bytesPerToken(
	{ layers, kvHeads, d_head }: Pick<ModelShape, 'layers' | 'kvHeads' | 'd_head'>,
	bytesPerNumber: number
): number {
	return 2 * layers * kvHeads * d_head * bytesPerNumber;
}
