import { readdirSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { POINT_PAGES, POINTS as PANELS, ready } from './page.ts';

const POINTS = POINT_PAGES.map((id) => `/points/${id}/`);
const MODELS = readdirSync('static/models').map((name) => `/models/${name}/`);
const LIVE = new Set(['/', '/compare/', '/embed/', '/lab/', '/present/?lesson=scaling&step=2', ...POINTS, ...MODELS]);
const PAGES = [...LIVE, '/points/', '/questions/', '/models/', '/lessons/', '/present/notes/', '/check/'];

// Colours are the themes', names and labels the languages': each is looked at once on every page.
const LOOKS = [
	['', 'light'],
	['/zh', 'dark']
] as const;

// axe takes its time over every cell: a grid of few has the same names, roles and colours as one of many.
const SHORT = '?v=1&t=Lily+saw+Tom';
const RUNS: ReadonlySet<string> = new Set(['/', '/embed/', ...PANELS.map((id) => `/points/${id}/`)]);
const addressOf = (path: string) =>
	path === '/compare/' ? `${path}${SHORT}&b.h=1` : RUNS.has(path) ? path + SHORT : path;

for (const [language, colorScheme] of LOOKS)
	for (const path of PAGES)
		test(`axe finds nothing serious on ${language}${path}, ${colorScheme}`, async ({ page }) => {
			test.slow();
			await page.emulateMedia({ colorScheme });
			await page.goto(language + addressOf(path));
			if (LIVE.has(path)) await ready(page);
			const { violations } = await new AxeBuilder({ page }).analyze();
			const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
			expect(bad.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
		});

test('no page scrolls sideways on a phone', async ({ page }) => {
	test.slow();
	await page.setViewportSize({ width: 360, height: 740 });
	for (const path of PAGES.flatMap((one) => [one, `/zh${one}`])) {
		await page.goto(path);
		if (LIVE.has(path.replace('/zh', ''))) await ready(page);
		// Polled: a panel that has just arrived is measured before it settles.
		const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		await expect.poll(beyond, path).toBeLessThanOrEqual(0);
	}
});
