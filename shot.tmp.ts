import { chromium } from 'playwright';
import { browserFlags } from './scripts/browser.ts';
import { startPreview } from './scripts/bench/preview.ts';
const server = await startPreview();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: browserFlags() });
const shots = JSON.parse(process.argv[2]!) as [string, number, number, string, string?][];
for (const [path, width, height, file, scheme] of shots) {
	const page = await (await browser.newContext({ viewport: { width, height }, colorScheme: (scheme ?? 'light') as 'light' })).newPage();
	page.on('console', (m) => console.log(path, m.type(), m.text().slice(0, 200)));
	await page.goto(server.address + path);
	await page.waitForSelector('[data-ready]', { timeout: 20000 }).catch(() => 0);
	await page.waitForTimeout(2500);
	await page.screenshot({ path: `/tmp/prof/${file}.png` });
	await page.close();
}
await browser.close(); server.close();
