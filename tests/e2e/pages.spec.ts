/** Every page in both languages: nothing on the console, whoever wrote what is on it. */
import { readdirSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { ready } from './page.ts';

const points = readdirSync('src/lib/points', { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name);
const live = ['/', '/compare/', '/embed/', '/lab/', '/present/', ...points.map((id) => `/points/${id}/`)];
const lists = ['/points/', '/questions/', '/models/', '/lessons/', '/present/notes/', '/check/'];

// Blocked, it would be said on the console.
test.use({ serviceWorkers: 'allow' });

test('there are points to visit', () => expect(points.length).toBeGreaterThan(0));

for (const language of ['', '/zh'])
	for (const path of [...live, ...lists])
		test(`says nothing on the console on ${language}${path}`, async ({ page }) => {
			const said = listen(page);
			await page.goto(language + path, { waitUntil: 'networkidle' });
			if (live.includes(path)) await drawn(page);
			expect(said).toEqual([]);
		});

/** What a page says on its console, and what is thrown on it and not caught. */
function listen(page: Page): string[] {
	const said: string[] = [];
	page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
	page.on('pageerror', (error) => said.push(`thrown: ${error.message}`));
	page.on('requestfailed', (request) => said.push(`failed: ${request.url()}`));
	return said;
}

/** Waits until each open panel shows a result, and none says that it could not. */
async function drawn(page: Page): Promise<void> {
	await ready(page);
	const panels = page.locator('article[aria-labelledby^="panel-"]');
	await expect(panels.locator('.view.waiting')).toHaveCount(0);
	await expect(panels.locator('.failure')).toHaveCount(0);
}
