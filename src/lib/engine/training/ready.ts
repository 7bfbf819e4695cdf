import { multiplyBatchesWhole } from '../tf.ts';
import { addSegmentSum, installWasmKernels } from './wasm-kernels.ts';

/** Makes the current backend fit to train; `stock` leaves the library's own kernels, to measure what ours are worth. */
export function prepareToTrain(kernels: 'ours' | 'stock' = 'ours'): void {
	// The gradient of a batch that was cut into matrices would be put together again from whole ones.
	multiplyBatchesWhole();
	if (kernels === 'ours') installWasmKernels();
	else addSegmentSum();
}
