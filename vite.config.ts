import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { browserFlags, ensureBrowser, SOFTWARE_GRAPHICS } from './scripts/browser.ts';
import { OLDEST_BROWSERS } from './scripts/oldest-browsers.ts';

/** The gradients that training registers, file by file. */
const GRADIENTS = [
	'Add',
	'BatchMatMul',
	'Concat',
	'Erf',
	'GatherV2',
	'Identity',
	'Mean',
	'Multiply',
	'Neg',
	'RealDiv',
	'Relu',
	'Reshape',
	'Sigmoid',
	'Slice',
	'Softmax',
	'Sqrt',
	'Square',
	'Sub',
	'Sum',
	'Transpose'
].map((name) => `@tensorflow/tfjs-core/dist/gradients/${name}_grad`);

const BROWSER_DEPENDENCIES = [
	...GRADIENTS,
	'@huggingface/tokenizers',
	'@tensorflow/tfjs-backend-cpu',
	'@tensorflow/tfjs-backend-wasm',
	'@tensorflow/tfjs-backend-webgl/dist/backend_webgl',
	'@tensorflow/tfjs-backend-webgl/dist/canvas_util',
	'@tensorflow/tfjs-backend-webgl/dist/register_all_kernels',
	'@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu',
	'@tensorflow/tfjs-backend-webgpu/dist/register_all_kernels',
	'@tensorflow/tfjs-core',
	'comlink',
	'valibot'
];

export default defineConfig({
	plugins: [sveltekit(), listing()],
	worker: { format: 'es' },
	// Fonts as data: addresses would break the content security policy.
	build: {
		assetsInlineLimit: 0,
		target: 'es2022',
		cssTarget: OLDEST_BROWSERS
	},
	// As static hosts do: a frame that belongs to no site may fetch the page's files too.
	preview: { cors: { origin: '*' } },
	test: {
		testTimeout: 60_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'node',
					include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts', 'scripts/**/*.test.ts']
				}
			},
			// Looked for, and perhaps installed, only where tests will need it.
			...(process.env['VITEST'] ? [inChromium('webgpu'), inChromium('webgl')] : [])
		]
	}
});

/** The engine's tests in a browser, whose graphics run in software: no page, so none of the page's plugins. */
function inChromium(graphics: 'webgpu' | 'webgl'): TestProjectInlineConfiguration {
	return {
		publicDir: 'static',
		worker: { format: 'es' },
		// Found while tests run, they would make the page load again.
		optimizeDeps: { include: BROWSER_DEPENDENCIES },
		define: { GRAPHICS: JSON.stringify(graphics) },
		test: {
			name: graphics,
			include: ['tests/browser/**/*.test.ts'],
			testTimeout: 120_000,
			// Two browsers that compute on the processor at once would only wait for each other.
			sequence: { groupOrder: graphics === 'webgpu' ? 1 : 2 },
			fileParallelism: false,
			browser: {
				enabled: true,
				headless: true,
				screenshotFailures: false,
				provider: playwright({
					launchOptions: {
						executablePath: ensureBrowser(),
						args: [...browserFlags(), ...SOFTWARE_GRAPHICS[graphics]]
					}
				}),
				instances: [{ browser: 'chromium' }]
			}
		}
	};
}

/** Writes which files the workers consist of: the service worker keeps them, and is told of the page's own alone. */
function listing(): Plugin {
	return {
		name: 'headlight-worker-listing',
		// The workers, each built by itself, are put among the page's files before.
		enforce: 'post',
		generateBundle(_, bundle) {
			const names = Object.keys(bundle).filter((name) => name.includes('/immutable/workers/'));
			if (names.length === 0) return;
			this.emitFile({ type: 'asset', fileName: '_app/immutable/workers/files.json', source: JSON.stringify(names) });
		}
	};
}
