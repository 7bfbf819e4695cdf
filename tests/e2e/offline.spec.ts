/** What opens when the network is gone, and how a new version comes in. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { host } from './host.ts';
import { open, ready, textBox, tokens } from './page.ts';

test.use({ serviceWorkers: 'allow' });

/** Waits until the page of this visit and its model are kept. */
async function kept(page: Page): Promise<void> {
	const files = () =>
		page.evaluate(async () => {
			const name = (await caches.keys()).find((one) => one.startsWith('headlight-model-'));
			return name ? (await (await caches.open(name)).keys()).length : 0;
		});
	await expect.poll(files).toBe(4);
}

test('after one visit the page opens and computes with its server gone, under any path', async ({ page }) => {
	const site = await host();
	await open(page, `${site.address}?v=1&backend=wasm`);
	await kept(page);
	await site.close();
	await page.goto(`${site.address}?v=1&t=Tom+and+Lily&backend=wasm`);
	await ready(page);
	await expect.poll(() => tokens(page)).toEqual(['Tom', 'and', 'Lily']);
	await textBox(page).fill('Tom gave');
	await expect.poll(() => tokens(page)).toEqual(['Tom', 'gave']);
});

test('a new version says that it is ready, and comes in when it is asked to', async ({ page }) => {
	const site = await host();
	await open(page, `${site.address}?v=1&backend=wasm`);
	await kept(page);
	site.publish('service-worker.js', (text) => `${text}\n// another version`);
	await page.goto(`${site.address}?v=1&backend=wasm&t=Tom+and+Lily`);
	await expect(page.getByText('A new version of this page is ready.')).toBeVisible();
	await page.evaluate(() => document.body.classList.add('old'));
	await page.getByRole('button', { name: 'Reload now' }).click();
	await expect(page.locator('body.old')).toHaveCount(0);
	await expect.poll(() => tokens(page)).toEqual(['Tom', 'and', 'Lily']);
	await expect(page.getByText('A new version of this page is ready.')).toHaveCount(0);
	await site.close();
});

test('every file of every worker is listed among those that are kept', () => {
	const folder = '_app/immutable/workers';
	const listed = JSON.parse(readFileSync(`build/${folder}/files.json`, 'utf8')) as string[];
	const built = readdirSync(`build/${folder}`, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name !== 'files.json')
		.map(({ parentPath, name }) => `${parentPath.replaceAll('\\', '/').replace('build/', '')}/${name}`);
	expect(listed.toSorted()).toEqual(built.toSorted());
});
