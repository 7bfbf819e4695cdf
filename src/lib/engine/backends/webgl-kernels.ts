/** The WebGL backend and its kernels, as one chunk that is loaded where WebGL runs. */
import '@tensorflow/tfjs-backend-webgl/dist/register_all_kernels';

export { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/backend_webgl';
export { setWebGLContext } from '@tensorflow/tfjs-backend-webgl/dist/canvas_util';
