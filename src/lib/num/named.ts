/** Values laid out row by row, whose axes have names: what leaves the engine and what every point computes with. */
export interface Named<Axis extends string = string> {
	/** Names of the axes, outermost first. */
	readonly axes: readonly Axis[];
	/** Lengths of the axes, in the same order. */
	readonly shape: readonly number[];
	/** `shape` multiplied together many values; the last axis varies fastest. */
	readonly data: Float32Array;
}

/** One index for some of a value's axes; a negative index counts from the end. */
export type IndexOf<Axis extends string> = { readonly [axis in Axis]?: number };

/** Values with named axes; throws a RangeError when the shape does not hold them. */
export function named<const Axis extends string>(
	axes: readonly Axis[],
	shape: readonly number[],
	data: Float32Array
): Named<Axis> {
	if (axes.length !== shape.length || data.length !== sizeOf(shape))
		throw new RangeError(`${data.length} values do not fill [${axes.join(' ')}] of [${shape.join(' ')}]`);
	return { axes, shape, data };
}

/** How many values a shape holds; 1 for the empty shape. */
export function sizeOf(shape: readonly number[]): number {
	return shape.reduce((size, length) => size * length, 1);
}

/** What remains at one index of each named axis, without those axes: a view where its values lie together, else a copy. */
export function take<Axis extends string, const At extends IndexOf<Axis>>(
	value: Named<Axis>,
	at: At
): Named<Exclude<Axis, keyof At>> {
	const fixed = value.axes.map((axis, dim) => placeOn(value, dim, at[axis]));
	const kept = value.axes.flatMap((_, dim) => (fixed[dim] === undefined ? [dim] : []));
	const shape = kept.map((dim) => value.shape[dim] ?? 0);
	// The axes of `at` are exactly those left out, which the filter cannot tell the compiler.
	const axes = kept.map((dim) => value.axes[dim]) as Exclude<Axis, keyof At>[];
	return { axes, shape, data: pick(value, fixed, sizeOf(shape)) };
}

/** The single value at one index of every axis; throws a RangeError when an index lies outside. */
export function valueAt<Axis extends string>(value: Named<Axis>, at: { readonly [axis in Axis]: number }): number {
	let place = 0;
	for (const [dim, axis] of value.axes.entries())
		place = place * (value.shape[dim] ?? 0) + (placeOn(value, dim, at[axis]) ?? 0);
	return value.data[place] ?? NaN;
}

/** The rows of a value along its last axis, in order, as views: all other axes run together. */
export function rows(value: Named): Float32Array[] {
	const width = value.shape.at(-1) ?? 1;
	const count = width === 0 ? 0 : value.data.length / width;
	return Array.from({ length: count }, (_, row) => value.data.subarray(row * width, (row + 1) * width));
}

function placeOn(value: Named, dim: number, index: number | undefined): number | undefined {
	if (index === undefined) return undefined;
	const length = value.shape[dim] ?? 0;
	const place = index < 0 ? length + index : index;
	if (!Number.isInteger(place) || place < 0 || place >= length)
		throw new RangeError(`${value.axes[dim]} ${index} is not one of ${length}`);
	return place;
}

function pick(value: Named, fixed: readonly (number | undefined)[], size: number): Float32Array {
	const strides = value.shape.map((_, dim) => sizeOf(value.shape.slice(dim + 1)));
	const start = fixed.reduce<number>((sum, place, dim) => sum + (place ?? 0) * (strides[dim] ?? 0), 0);
	const lastFixed = fixed.findLastIndex((place) => place !== undefined);
	const leading = fixed.slice(0, lastFixed + 1).every((place, dim) => place !== undefined || value.shape[dim] === 1);
	if (leading) return value.data.subarray(start, start + size);
	const open = fixed.flatMap((place, dim) => (place === undefined ? [dim] : []));
	const data = new Float32Array(size);
	for (let i = 0; i < size; i++) {
		let rest = i;
		let from = start;
		for (const dim of open.toReversed()) {
			const length = value.shape[dim] ?? 1;
			from += (rest % length) * (strides[dim] ?? 0);
			rest = Math.floor(rest / length);
		}
		data[i] = value.data[from] ?? NaN;
	}
	return data;
}
