/**
 * Measures what the page promises of its speed, and prints one JSON object: every figure, its unit and its conditions.
 *
 *     npm run -s bench                     the engine in Node, and the page in Chromium
 *     npm run -s bench -- --engine         the engine alone
 */
import { spawnSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { measureEngine } from './bench/engine.ts';
import type { Figure } from './bench/figure.ts';
import { measurePage } from './bench/page.ts';
import { startPreview } from './bench/preview.ts';
import { measureTraining } from './bench/training.ts';
import { ensureBrowser } from './browser.ts';

const MODEL = 'static/models/storyteller';

const machine = {
	processor: cpus()[0]?.model.trim() ?? 'unknown',
	cores: cpus().length,
	memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
	system: `${process.platform} ${process.arch}`,
	/** Of the last minute, before measuring: above 0 the machine had other things to do. */
	load: Math.round((loadavg()[0] ?? 0) * 10) / 10
};
const engine = await measureEngine(MODEL, 'wasm');
const training = await measureTraining();
const page = process.argv.includes('--engine') ? [] : await ofPage();
console.log(JSON.stringify({ machine, figures: [...engine, ...training, ...page] }, null, '\t'));

/** Without a page that can be measured, the engine's figures are still worth having. */
async function ofPage(): Promise<Figure[]> {
	build();
	const server = await startPreview();
	try {
		return await measurePage(ensureBrowser(), server.address);
	} catch (error) {
		console.error(`The page could not be measured: ${String(error)}`);
		process.exitCode = 1;
		return [];
	} finally {
		server.close();
	}
}

function build(): void {
	const { status } = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
		stdio: ['ignore', 'ignore', 'inherit']
	});
	if (status !== 0) throw new Error('vite build failed');
}
