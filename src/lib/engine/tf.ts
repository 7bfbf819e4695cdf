/**
 * The one door to TensorFlow.js: the operations that the forward pass is written in.
 *
 * Only functional operations, so that a bundle holds these and no more. Every matrix product passes through here and is
 * counted, so that what a run cost is known from the shapes that ran.
 */
import {
	backend,
	concat,
	dispose,
	getBackend,
	matMul as product,
	reshape,
	slice,
	tidy,
	transpose,
	type Tensor,
	type TensorContainer
} from '@tensorflow/tfjs-core';

export {
	add,
	cast,
	clone,
	div,
	env,
	erf,
	exp,
	fill,
	gather,
	greater,
	keep,
	less,
	max,
	mean,
	memory,
	mul,
	pad,
	registerBackend,
	relu,
	removeBackend,
	setBackend,
	sigmoid,
	softmax,
	sqrt,
	square,
	sub,
	sum,
	tensor,
	where,
	zeros,
	zerosLike,
	type Tensor
} from '@tensorflow/tfjs-core';

export { concat, dispose, getBackend, reshape, slice, tidy, transpose };

let counted = 0;

/** How many multiply-adds all matrix products so far took; a run's are the difference of two readings. */
export function multiplyAddsSoFar(): number {
	return counted;
}

/** True where an operation has computed when it returns: not on a graphics processor, which is only told what to do. */
export function computesAtOnce(): boolean {
	return getBackend() === 'wasm' || getBackend() === 'cpu';
}

/** The product of two matrices, or of as many pairs of them as their common first axis holds; counted. */
export function matMul(a: Tensor, b: Tensor, transposeB = false): Tensor {
	const inner = a.shape.at(-1) ?? 1;
	const outer = b.shape.at(transposeB ? -2 : -1) ?? 1;
	const each = (a.shape.at(-2) ?? 1) * inner * outer;
	counted += a.rank === 3 ? (a.shape[0] ?? 1) * each : each;
	const apart = splitting && a.rank === 3 && each >= WORTH_SPLITTING && getBackend() === 'wasm';
	return apart ? oneByOne(a, transposeB ? transpose(b, [0, 2, 1]) : b) : product(a, b, false, transposeB);
}

let splitting = true;

/** Hands batches to the backend whole from now on: for training, which brings a kernel of its own for them. */
export function multiplyBatchesWhole(): void {
	splitting = false;
}

// Measured: from here on, cutting out the matrices costs less than it saves.
const WORTH_SPLITTING = 2 ** 15;

/** Batches of matrices multiplied singly: WebAssembly is 5 to 15 times faster at plain matrices than at batches. */
function oneByOne(a: Tensor, b: Tensor): Tensor {
	const [count = 0, rows = 0, inner = 0] = a.shape;
	const columns = b.shape[2] ?? 0;
	const products = Array.from({ length: count }, (_, i) =>
		product(
			reshape(slice(a, [i, 0, 0], [1, rows, inner]), [rows, inner]),
			reshape(slice(b, [i, 0, 0], [1, inner, columns]), [inner, columns])
		)
	);
	return reshape(concat(products, 0), [count, rows, columns]);
}

/** What `make` returns, with all tensors in it however deep; every other tensor that it made is disposed. */
export function tidyAll<T extends object>(make: () => T): T {
	// TensorFlow.js searches any object, but its types ask for an index signature, which interfaces lack.
	return tidy(make as () => TensorContainer & T);
}

/** Disposes all tensors in an object, however deep. */
export function disposeAll(tensors: object): void {
	// As above.
	dispose(tensors as TensorContainer);
}

/** The memory that a tensor's values lie in, where JavaScript can write to it: WebAssembly's heap, and plain arrays. */
export function memoryOf(tensor: Tensor): Float32Array | undefined {
	// What these two backends keep values in is not in the interface that all share, but public in each of them.
	switch (getBackend()) {
		case 'wasm':
			return (backend() as object as WasmMemory).typedArrayFromHeap(tensor);
		case 'cpu':
			return (backend() as object as CpuMemory).data.get(tensor.dataId).values;
		default:
			return undefined;
	}
}

interface WasmMemory {
	typedArrayFromHeap(tensor: Tensor): Float32Array;
}

interface CpuMemory {
	readonly data: { get(dataId: object): { readonly values: Float32Array } };
}
