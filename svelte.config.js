import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ fallback: '404.html' }),
		// Relative addresses let one build stand under any base path, and on a disk.
		paths: { relative: true },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', 'wasm-unsafe-eval'],
				'worker-src': ['self', 'blob:'],
				'connect-src': ['self'],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'object-src': ['none'],
				'base-uri': ['none']
			}
		},
		// Registered in `state/offline.svelte.ts`, once the page shows what it is for, and where frames allow it.
		serviceWorker: { register: false },
		prerender: { handleUnseenRoutes: 'fail' },
		typescript: {
			config: (config) => ({
				...config,
				exclude: config.exclude.filter((/** @type {string} */ path) => !path.includes('service-worker')),
				include: [...config.include, '../scripts/**/*.ts', '../*.config.ts', '../eslint.config.js']
			})
		}
	}
};
