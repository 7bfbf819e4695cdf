/**
 * Draws the README's picture from the real page: builds it, opens it, waits for the model, takes `docs/playground.png`.
 *
 *     npm run -s picture
 */
import { spawnSync } from 'node:child_process';
import { chromium } from 'playwright';
import { startPreview } from './bench/preview.ts';
import { browserFlags, ensureBrowser } from './browser.ts';

const PICTURE = 'docs/playground.png';
const SIZE = { width: 1440, height: 900 };

if (spawnSync('npm', ['run', '-s', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0) process.exit(1);
const server = await startPreview();
try {
	await draw(server.address);
	console.log(PICTURE);
} finally {
	server.close();
}

async function draw(address: string): Promise<void> {
	const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags() });
	try {
		const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 2, colorScheme: 'light' });
		await page.goto(address);
		await page.waitForSelector('[data-ready]');
		// The panels below the first are drawn when they are near: the picture shows no more than the first screen.
		await page.waitForLoadState('networkidle');
		await page.screenshot({ path: PICTURE, animations: 'disabled' });
	} finally {
		await browser.close();
	}
}
