import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { ready } from './page.ts';

const PAGES = [
	'/',
	'/points/',
	'/points/self-attention/',
	'/points/scaling/',
	'/points/causal-mask/',
	'/points/rope/',
	'/points/kv-cache/',
	'/questions/',
	'/models/',
	'/models/storyteller/'
];
const LIVE = new Set(PAGES.filter((path) => path === '/' || /(points|models)\/./.test(path)));

for (const language of ['', '/zh'])
	for (const scheme of ['light', 'dark'] as const)
		for (const path of PAGES)
			test(`axe finds nothing serious on ${language}${path} in ${scheme}`, async ({ page }) => {
				await page.emulateMedia({ colorScheme: scheme });
				await page.goto(language + path);
				if (LIVE.has(path)) await ready(page);
				const { violations } = await new AxeBuilder({ page }).analyze();
				const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
				expect(bad.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
			});

test('no page scrolls sideways on a phone', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	for (const path of PAGES.flatMap((one) => [one, `/zh${one}`])) {
		await page.goto(path);
		if (LIVE.has(path.replace('/zh', ''))) await ready(page);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
	}
});
