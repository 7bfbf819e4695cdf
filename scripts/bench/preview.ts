/** Serves the built page for measuring, as `npm start` does. */
import { spawn } from 'node:child_process';

/** A server under way: where it answers, and how to end it. */
export interface Preview {
	readonly address: string;
	close(): void;
}

/** Serves what `npm run build` left; throws an Error if no server answers within 30 s. */
export async function startPreview(): Promise<Preview> {
	const port = 4900 + (process.pid % 1000);
	const server = spawn(
		process.execPath,
		['node_modules/vite/bin/vite.js', 'preview', '--port', String(port), '--strictPort'],
		{ stdio: 'ignore' }
	);
	const address = `http://localhost:${port}/`;
	for (let attempt = 0; attempt < 300; attempt++) {
		if (await answers(address)) return { address, close: () => server.kill() };
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	server.kill();
	throw new Error(`vite preview does not answer on ${address}`);
}

async function answers(address: string): Promise<boolean> {
	return fetch(address).then(
		(response) => response.ok,
		() => false
	);
}
