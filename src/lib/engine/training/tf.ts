/**
 * The half of the door to TensorFlow.js that only training needs: gradients, and a kernel that is missing.
 *
 * The library registers no gradient by itself. Those of the forward pass and of the loss are registered here, so that a
 * page that does not train loads none of them.
 */
import {
	backend,
	engine,
	getBackend,
	registerGradient,
	tidy,
	type Tensor,
	type TensorInfo
} from '@tensorflow/tfjs-core';
import { addGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Add_grad';
import { batchMatMulGradConfig } from '@tensorflow/tfjs-core/dist/gradients/BatchMatMul_grad';
import { concatGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Concat_grad';
import { erfGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Erf_grad';
import { gatherGradConfig } from '@tensorflow/tfjs-core/dist/gradients/GatherV2_grad';
import { identityGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Identity_grad';
import { meanGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Mean_grad';
import { multiplyGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Multiply_grad';
import { negGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Neg_grad';
import { divGradConfig } from '@tensorflow/tfjs-core/dist/gradients/RealDiv_grad';
import { reluGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Relu_grad';
import { reshapeGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Reshape_grad';
import { sigmoidGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Sigmoid_grad';
import { sliceGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Slice_grad';
import { softmaxGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Softmax_grad';
import { sqrtGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Sqrt_grad';
import { squareGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Square_grad';
import { subGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Sub_grad';
import { sumGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Sum_grad';
import { transposeGradConfig } from '@tensorflow/tfjs-core/dist/gradients/Transpose_grad';
import type { WasmBackend } from '../tf.ts';

export { getKernel, logSoftmax, minimum, neg, registerKernel } from '@tensorflow/tfjs-core';

for (const gradient of [
	addGradConfig,
	batchMatMulGradConfig,
	concatGradConfig,
	divGradConfig,
	erfGradConfig,
	gatherGradConfig,
	identityGradConfig,
	meanGradConfig,
	multiplyGradConfig,
	negGradConfig,
	reluGradConfig,
	reshapeGradConfig,
	sigmoidGradConfig,
	sliceGradConfig,
	softmaxGradConfig,
	sqrtGradConfig,
	squareGradConfig,
	subGradConfig,
	sumGradConfig,
	transposeGradConfig
])
	registerGradient(gradient);

/** What `loss` returns, a scalar, and its gradient by each of `by`: as many tensors, of the same shapes. */
export function withGradients(loss: () => Tensor, by: readonly Tensor[]): { value: Tensor; gradients: Tensor[] } {
	const { value, grads } = tidy(() => engine().gradients(loss, [...by]));
	return { value, gradients: grads };
}

/** What a kernel is given: where a tensor's values are, and their shape. */
export type KernelInput = TensorInfo;

/** The WebAssembly backend, where it is the one that computes. */
export function getWasm(): WasmBackend | undefined {
	return getBackend() === 'wasm' ? (backend() as object as WasmBackend) : undefined;
}
