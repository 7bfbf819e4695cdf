/** The gradient of an embedding, which the WebAssembly backend lacks. */
import { sizeOf } from '#num/named.ts';
import type { WasmBackend } from '../tf.ts';
import { getKernel, getWasm, registerKernel, type KernelInput } from './tf.ts';

/** Adds the kernel UnsortedSegmentSum to WebAssembly; does nothing the second time, or where that is not what computes. */
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
