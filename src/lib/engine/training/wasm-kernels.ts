/**
 * Three kernels of the WebAssembly backend, written anew, since training spends nearly all of its time in them.
 *
 * - BatchMatMul has a fast path for one pair of matrices as they lie; transposed ones and batches take a loop that is 10
 *   to 20 times slower, and those are what a backward pass is made of. Here matrices are transposed first, and every pair
 *   of a batch takes the fast path, as a view of the memory that the batch lies in.
 * - Slice copies all of its input before it takes a part. Here only the part is read.
 * - UnsortedSegmentSum, the gradient of an embedding, is missing.
 *
 * They hold for whatever uses the backend from then on: the lab installs them in its own worker.
 */
import { sizeOf } from '#num/named.ts';
import { getKernel, getWasm, registerKernel, unregisterKernel, type KernelInput, type WasmBackend } from './tf.ts';

/** Replaces the three kernels; does nothing the second time, or where there is no WebAssembly. */
export function installWasmKernels(): void {
	if (installed || !getWasm()) return;
	installed = true;
	addSegmentSum();
	replaceMatMul();
	replaceSlice();
}

let installed = false;

/** Adds the kernel that the backend lacks, and leaves the others as they are: what training would be like without them. */
export function addSegmentSum(): void {
	if (!getWasm()) return;
	if (getKernel('UnsortedSegmentSum', 'wasm')) return;
	registerKernel({
		kernelName: 'UnsortedSegmentSum',
		backendName: 'wasm',
		kernelFunc({ inputs, backend: anyBackend, attrs }) {
			// What the registry hands a kernel is untyped; these are the backend's own.
			const backend = anyBackend as WasmBackend;
			const { x, segmentIds } = inputs as { x: KernelInput; segmentIds: KernelInput };
			const { numSegments } = attrs as { numSegments: number };
			const out = backend.makeOutput([numSegments, ...x.shape.slice(1)], 'float32');
			const width = sizeOf(x.shape.slice(1));
			const sums = backend.typedArrayFromHeap(out).fill(0);
			const rows = backend.typedArrayFromHeap(x);
			for (const [row, segment] of backend.typedArrayFromHeap(segmentIds).entries()) {
				// Ids outside the table count for nothing, as in the other backends.
				if (segment < 0 || segment >= numSegments) continue;
				for (let i = 0; i < width; i++)
					sums[segment * width + i] = (sums[segment * width + i] ?? 0) + (rows[row * width + i] ?? 0);
			}
			return out;
		}
	});
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

function replaceMatMul(): void {
	let multiply: Product | undefined;
	replace('BatchMatMul', ({ inputs, backend: anyBackend, attrs }) => {
		const backend = anyBackend as WasmBackend;
		const { a, b } = inputs as { a: KernelInput; b: KernelInput };
		const { transposeA, transposeB } = attrs as { transposeA: boolean; transposeB: boolean };
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
			// Views of their own: the backend remembers a matrix by its number, and would not see it change.
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
	});
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
function turned(backend: WasmBackend, { dataId, shape, dtype }: KernelInput): KernelInput {
	const [rows = 0, columns = 0] = shape.slice(-2);
	const out = backend.makeOutput([...shape.slice(0, -2), columns, rows], 'float32');
	const from = backend.typedArrayFromHeap({ dataId, shape, dtype });
	const to = backend.typedArrayFromHeap(out);
	for (let start = 0; start < from.length; start += rows * columns)
		for (let column = 0; column < columns; column++)
			for (let row = 0; row < rows; row++) to[start + column * rows + row] = from[start + row * columns + column] ?? 0;
	return out;
}

function replaceSlice(): void {
	replace('Slice', ({ inputs, backend: anyBackend, attrs }) => {
		const backend = anyBackend as WasmBackend;
		const { x } = inputs as { x: KernelInput };
		const { begin, size } = attrs as { begin: number | number[]; size: number | number[] };
		const from = x.shape.map((_, dim) => (Array.isArray(begin) ? (begin[dim] ?? 0) : dim === 0 ? begin : 0));
		const shape = x.shape.map((length, dim) => {
			const asked = Array.isArray(size) ? (size[dim] ?? -1) : dim === 0 ? size : -1;
			return asked === -1 ? length - (from[dim] ?? 0) : asked;
		});
		const out = backend.makeOutput(shape, x.dtype);
		if (sizeOf(shape) > 0)
			copyPart(backend.typedArrayFromHeap(x), x.shape, backend.typedArrayFromHeap(out), from, shape);
		return out;
	});
}

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

type Kernel = Parameters<typeof registerKernel>[0]['kernelFunc'];

function replace(kernelName: string, kernelFunc: Kernel): void {
	unregisterKernel(kernelName, 'wasm');
	registerKernel({ kernelName, backendName: 'wasm', kernelFunc });
}
