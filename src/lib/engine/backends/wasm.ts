/**
 * WebAssembly, one thread: threads would need headers that a static host does not send.
 *
 * In the browser the addresses of the binaries come from the bundler; in Node they are files of the package.
 */
import { env } from '../tf.ts';
import { replaceWasmKernels } from './wasm-kernels.ts';
import { neverLost, Unavailable, type Found } from './found.ts';

/** WebAssembly on the processor. */
export async function findWasm(): Promise<Found> {
	if (typeof WebAssembly === 'undefined') throw new Unavailable('there is no WebAssembly');
	return { device: 'WebAssembly', software: false, open };
}

async function open() {
	const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
	replaceWasmKernels();
	env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
	setWasmPaths(inBrowser() ? addresses() : folder());
	return neverLost();
}

function inBrowser(): boolean {
	return 'WorkerGlobalScope' in globalThis || 'document' in globalThis;
}

function addresses(): Record<string, string> {
	const plain = new URL('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm', import.meta.url).href;
	const simd = new URL('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm', import.meta.url).href;
	return {
		'tfjs-backend-wasm.wasm': plain,
		'tfjs-backend-wasm-simd.wasm': simd,
		// Never fetched, but the library insists on an entry.
		'tfjs-backend-wasm-threaded-simd.wasm': simd
	};
}

function folder(): string {
	const { createRequire } = process.getBuiltinModule('node:module');
	const binary = createRequire(import.meta.url).resolve(
		'@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm'
	);
	return binary.slice(0, -'tfjs-backend-wasm-simd.wasm'.length);
}
