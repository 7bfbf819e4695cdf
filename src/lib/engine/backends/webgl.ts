/** WebGL 2 on a canvas of our own, since the library does not tell when its context is lost. */
import { env, registerBackend, removeBackend } from '../tf.ts';
import { awaitLoss, soundsLikeSoftware, Unavailable, type Found, type Opened } from './found.ts';

/** The graphics processor through WebGL 2. */
export async function findWebGL(): Promise<Found> {
	const gl = context();
	const info = gl.getExtension('WEBGL_debug_renderer_info');
	const device = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
	return { device, software: soundsLikeSoftware(device), open: () => open(gl) };
}

function context(): WebGL2RenderingContext {
	if (typeof OffscreenCanvas === 'undefined') throw new Unavailable('there is no OffscreenCanvas');
	const gl = new OffscreenCanvas(1, 1).getContext('webgl2', {
		alpha: false,
		antialias: false,
		depth: false,
		stencil: false,
		premultipliedAlpha: false,
		preserveDrawingBuffer: false
	});
	if (!gl) throw new Unavailable('there is no WebGL 2');
	return gl;
}

async function open(gl: WebGL2RenderingContext): Promise<Opened> {
	const { MathBackendWebGL, setWebGLContext } = await import('./webgl-kernels.ts');
	const { lost, isLost, tell } = awaitLoss();
	gl.canvas.addEventListener('webglcontextlost', () => tell('the WebGL context was lost'));
	setWebGLContext(2, gl);
	env().set('WEBGL_VERSION', 2);
	// 16-bit floats would corrupt token ids above 2,048.
	if (!env().getBool('WEBGL_RENDER_FLOAT32_CAPABLE')) throw new Unavailable('it computes in 16 bits only');
	const backend = new MathBackendWebGL();
	registerBackend('webgl', () => backend);
	return {
		lost,
		// The context knows before the event comes.
		isLost: () => isLost() || gl.isContextLost(),
		lose: () => gl.getExtension('WEBGL_lose_context')?.loseContext(),
		close: () => removeBackend('webgl')
	};
}
