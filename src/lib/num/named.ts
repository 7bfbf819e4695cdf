/** Values laid out row by row, whose axes have names: what leaves the engine and what every point computes with. */
export interface Named<Axis extends string = string> {
	/** Names of the axes, outermost first. */
	readonly axes: readonly Axis[];
	/** Lengths of the axes, in the same order. */
	readonly shape: readonly number[];
	/** `shape` multiplied together many values; the last axis varies fastest. */
	readonly data: Float32Array;
}
