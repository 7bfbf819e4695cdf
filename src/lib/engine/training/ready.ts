import { forgetMatrices, restoreWasmKernels } from '../backends/wasm-kernels.ts';
import { addSegmentSum } from './segment-sum.ts';

/** Makes the current backend fit to train; `stock` brings back the library's own kernels, to measure what ours are worth. */
export function prepareToTrain(kernels: 'ours' | 'stock' = 'ours'): void {
	addSegmentSum();
	if (kernels === 'ours') forgetMatrices();
	else restoreWasmKernels();
}
