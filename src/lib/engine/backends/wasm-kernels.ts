/**
 * Two kernels of the WebAssembly backend, written anew, since a pass spends most of its time in them.
 *
 * - BatchMatMul has a fast path for one pair of matrices as they lie; transposed ones and batches take a loop that is 10
 *   to 20 times slower, and those are what attention and a backward pass are made of. Here matrices are transposed first,
 *   and every pair of a batch takes the fast path, as a view of the memory that the batch lies in.
 * - Slice copies all of its input before it takes a part. Here only the part is read.
 */
import { getKernel, registerKernel, unregisterKernel, type KernelConfig, type TensorInfo } from '@tensorflow/tfjs-core';
import { sizeOf } from '#num/named.ts';
import type { WasmBackend } from '../tf.ts';

type Kernel = KernelConfig['kernelFunc'];

/** The library's own, by their names, where they have been replaced. */
const stock = new Map<string, KernelConfig>();

/** Replaces the two kernels of the backend, which must have registered its own; does nothing the second time. */
export function replaceWasmKernels(): void {
	if (stock.size > 0) return;
	replace('BatchMatMul', multiplier);
	replace('Slice', () => slice);
}

let remembers = true;

/** Lets the backend remember no matrix from now on: for training, which changes them where they lie. */
export function forgetMatrices(): void {
	remembers = false;
}

/** Brings the library's own kernels back: to measure what ours are worth. */
export function restoreWasmKernels(): void {
	for (const own of stock.values()) register(own);
	stock.clear();
}

type Product = (
	a: number,
	aShape: Uint8Array,
	aRank: number,
	b: number,
	bShape: Uint8Array,
	bRank: number,
	transposeA: number,
	transposeB: number,
	out: number
) => void;

function multiplier(own: Kernel): Kernel {
	let multiply: Product | undefined;
	return (given) => {
		const { inputs, backend: anyBackend, attrs } = given;
		// What the registry hands a kernel is untyped; this is the backend's own.
		const backend = anyBackend as WasmBackend;
		const { a, b } = inputs as { a: TensorInfo; b: TensorInfo };
		const { transposeA, transposeB } = attrs as { transposeA: boolean; transposeB: boolean };
		// The backend prepares a weight once, and knows it by its number.
		if (remembers && !transposeA && !transposeB && sizeOf(b.shape.slice(0, -2)) === 1) return own(given);
		multiply ??= backend.wasm.cwrap('BatchMatMul', null, MATMUL_TYPES) as Product;
		const left = transposeA ? turned(backend, a) : a;
		const right = transposeB ? turned(backend, b) : b;
		const [rows = 0, inner = 0] = left.shape.slice(-2);
		const [innerToo = 0, columns = 0] = right.shape.slice(-2);
		const batch = left.shape.slice(0, -2);
		if (inner !== innerToo || batch.join() !== right.shape.slice(0, -2).join())
			throw new RangeError(`[${left.shape.join()}] and [${right.shape.join()}] do not multiply`);
		const out = backend.makeOutput([...batch, rows, columns], 'float32');
		const count = sizeOf(batch);
		const [leftShape, rightShape] = [bytesOf([1, rows, inner]), bytesOf([1, inner, columns])];
		const [leftAt, rightAt, outAt] = [left, right, out].map(({ dataId }) => backend.getMemoryOffset(dataId));
		for (let i = 0; i < count; i++) {
			// Numbers of their own: the backend remembers a matrix by its number, and would not see it change.
			const ids = [
				view(backend, leftAt, i, rows * inner),
				view(backend, rightAt, i, inner * columns),
				view(backend, outAt, i, rows * columns)
			] as const;
			multiply(ids[0], leftShape, 3, ids[1], rightShape, 3, 0, 0, ids[2]);
			for (const id of ids) backend.wasm.tfjs.disposeData(id);
		}
		if (left !== a) backend.disposeData(left.dataId);
		if (right !== b) backend.disposeData(right.dataId);
		return out;
	};
}

const MATMUL_TYPES = ['number', 'array', 'number', 'number', 'array', 'number', 'number', 'number', 'number'];

function bytesOf(shape: readonly number[]): Uint8Array {
	return new Uint8Array(Int32Array.from(shape).buffer);
}

/** Registers part `index`, of `size` values, of what lies at an address, and returns its number. */
function view(backend: WasmBackend, address = 0, index: number, size: number): number {
	const id = backend.dataIdNextNumber++;
	backend.wasm.tfjs.registerTensor(id, size, address + index * size * Float32Array.BYTES_PER_ELEMENT);
	return id;
}

/** Each matrix of a batch, transposed. */
function turned(backend: WasmBackend, { dataId, shape, dtype }: TensorInfo): TensorInfo {
	const [rows = 0, columns = 0] = shape.slice(-2);
	const out = backend.makeOutput([...shape.slice(0, -2), columns, rows], 'float32');
	const from = backend.typedArrayFromHeap({ dataId, shape, dtype });
	const to = backend.typedArrayFromHeap(out);
	for (let start = 0; start < from.length; start += rows * columns)
		for (let column = 0; column < columns; column++)
			for (let row = 0; row < rows; row++) to[start + column * rows + row] = from[start + row * columns + column] ?? 0;
	return out;
}

const slice: Kernel = ({ inputs, backend: anyBackend, attrs }) => {
	const backend = anyBackend as WasmBackend;
	const { x } = inputs as { x: TensorInfo };
	const { begin, size } = attrs as { begin: number | number[]; size: number | number[] };
	const from = x.shape.map((_, dim) => (Array.isArray(begin) ? (begin[dim] ?? 0) : dim === 0 ? begin : 0));
	const shape = x.shape.map((length, dim) => {
		const asked = Array.isArray(size) ? (size[dim] ?? -1) : dim === 0 ? size : -1;
		return asked === -1 ? length - (from[dim] ?? 0) : asked;
	});
	const out = backend.makeOutput(shape, x.dtype);
	if (sizeOf(shape) > 0) copyPart(backend.typedArrayFromHeap(x), x.shape, backend.typedArrayFromHeap(out), from, shape);
	return out;
};

type Values = ReturnType<WasmBackend['typedArrayFromHeap']>;

/** Copies run by run: everything behind the innermost axis that is cut lies together. */
function copyPart(
	source: Values,
	whole: readonly number[],
	target: Values,
	from: readonly number[],
	shape: readonly number[]
): void {
	const cut = Math.max(
		0,
		shape.findLastIndex((length, dim) => length !== whole[dim])
	);
	const behind = sizeOf(whole.slice(cut + 1));
	const run = (shape[cut] ?? 1) * behind;
	const place = shape.slice(0, cut).map(() => 0);
	for (let to = 0; to < target.length; to += run) {
		let at = 0;
		for (const [dim, index] of place.entries()) at = at * (whole[dim] ?? 1) + index + (from[dim] ?? 0);
		const start = (at * (whole[cut] ?? 1) + (from[cut] ?? 0)) * behind;
		target.set(source.subarray(start, start + run), to);
		for (let dim = cut - 1; dim >= 0; dim--) {
			place[dim] = (place[dim] ?? 0) + 1;
			if ((place[dim] ?? 0) < (shape[dim] ?? 0)) break;
			place[dim] = 0;
		}
	}
}

function replace(name: string, by: (own: Kernel) => Kernel): void {
	const own = getKernel(name, 'wasm');
	if (!own) throw new Error(`the backend has no ${name}`);
	stock.set(name, own);
	// With its set-up: a kernel of ours may call the library's own.
	register({ ...own, kernelFunc: by(own.kernelFunc) });
}

function register(kernel: KernelConfig): void {
	unregisterKernel(kernel.kernelName, kernel.backendName);
	registerKernel(kernel);
}
