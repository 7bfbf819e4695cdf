/** The WebGPU backend and its kernels, as one chunk that is loaded where WebGPU runs. */
import '@tensorflow/tfjs-backend-webgpu/dist/register_all_kernels';

export { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu';
