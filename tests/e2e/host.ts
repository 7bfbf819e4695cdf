/** A host of the built page that can be stopped, stands under a path of its own, and can publish something else. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.wasm': 'application/wasm',
	'.woff2': 'font/woff2'
};

/** Where the page is, how to stop serving it, and how to publish another text of a file. */
export interface Host {
	readonly address: string;
	close(): Promise<void>;
	publish(path: string, change: (text: string) => string): void;
}

/** Serves `build/` under `/base/`, as a static host does. */
export async function host(base = '/a/base/'): Promise<Host> {
	const changes = new Map<string, (text: string) => string>();
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://here');
		const inside = pathname.startsWith(base) ? normalize(pathname.slice(base.length)) : '..';
		const path = inside === '.' || inside.endsWith('/') ? join(inside, 'index.html') : inside;
		void readFile(join('build', path))
			.then((content) => {
				const change = changes.get(path);
				response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
				response.end(change ? change(content.toString()) : content);
			})
			.catch(() => response.writeHead(404).end());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
		publish: (path, change) => void changes.set(path, change),
		close: async () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}
