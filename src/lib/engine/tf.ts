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
	type TensorContainer,
	type TensorInfo
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
	return product(a, b, false, transposeB);
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
			return (backend() as object as WasmBackend).typedArrayFromHeap(tensor);
		case 'cpu':
			return (backend() as object as CpuMemory).data.get(tensor.dataId).values;
		default:
			return undefined;
	}
}

/** As much of the WebAssembly backend as kernels of our own need; public in it, but not in the interface that all share. */
export interface WasmBackend {
	dataIdNextNumber: number;
	readonly wasm: {
		cwrap(name: string, result: null, parameters: readonly string[]): unknown;
		readonly tfjs: {
			registerTensor(id: number, size: number, address: number): void;
			disposeData(id: number): void;
		};
	};
	makeOutput(shape: readonly number[], dtype: TensorInfo['dtype']): TensorInfo;
	typedArrayFromHeap(tensor: TensorInfo): Float32Array;
	getMemoryOffset(dataId: object): number;
	disposeData(dataId: object): void;
}

interface CpuMemory {
	readonly data: { get(dataId: object): { readonly values: Float32Array } };
}
