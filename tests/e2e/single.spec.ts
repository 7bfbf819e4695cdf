/** The site in one file, opened from a disk with no network: `npm run build:single` comes first. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { open, panel, ready, textBox, tokens } from './page.ts';

const PATH = resolve('headlight.html');
const FILE = pathToFileURL(PATH).href;
/** A text, a head and a cell. */
const STATE = '?v=1&t=Tom+and+Lily+and+Ben&l=1&h=2&q=3&k=1&backend=wasm';

/** What the first panel says of the chosen cell. */
async function readout(page: Page): Promise<string> {
	return panel(page, 'self-attention').getByText('blocks.1.attn.pattern[2, 3, 1]').first().innerText();
}

test.describe('the site in one file', () => {
	test('computes the numbers of the served page for the same link, without a network', async ({ page, context }) => {
		await open(page, `/${STATE}`);
		const served = await readout(page);
		await context.setOffline(true);
		await open(page, `${FILE}#/${STATE}`);
		expect(await readout(page)).toBe(served);
	});

	test('keeps what a reader types in a link that opens it again', async ({ page, context }) => {
		await open(page, `${FILE}#/?v=1&backend=wasm`);
		await textBox(page).fill('Tom gave');
		await expect.poll(() => tokens(page)).toEqual(['Tom', 'gave']);
		await expect.poll(() => page.url()).toContain('#/?v=1&t=Tom+gave');
		const another = await context.newPage();
		await open(another, page.url());
		expect(await tokens(another)).toEqual(['Tom', 'gave']);
	});

	test('goes to a point’s page, on into the other language, and back', async ({ page }) => {
		await open(page, `${FILE}#/${STATE}`);
		await panel(page, 'self-attention').getByRole('link', { name: 'point 1' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Whose query, whose key?');
		await expect(page.locator('.katex').first()).toBeVisible();
		await page.getByRole('link', { name: '中文' }).click();
		await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
		await ready(page);
		expect(await tokens(page)).toEqual(['Tom', 'and', 'Lily', 'and', 'Ben']);
		await page.goBack();
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	});

	test('trains in the lab', async ({ page }) => {
		await page.goto(`${FILE}#/lab/?backend=wasm`);
		await page.getByRole('button', { name: 'One step' }).click();
		await expect(page.getByText('step 1 of')).toBeVisible();
	});

	test('hands out the model that it holds, byte for byte', async ({ page }) => {
		await page.goto(`${FILE}#/models/`);
		const coming = page.waitForEvent('download');
		await page.getByRole('link', { name: 'model.safetensors' }).first().click();
		const saved = readFileSync(await (await coming).path());
		expect(saved.equals(readFileSync('static/models/storyteller/model.safetensors'))).toBe(true);
	});

	test('asks nothing of anyone, and says so to a reader who would share or embed it', async ({ page }) => {
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await open(page, `${FILE}#/${STATE}`);
		await page.getByRole('button', { name: 'Share' }).click();
		await expect(page.getByRole('dialog').getByText('opens this file in its place')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Embed' })).toHaveCount(0);
		expect(asked.filter((url) => !/^(blob|data):/.test(url))).toEqual([`${FILE}#/${STATE}`.split('#')[0]]);
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id }) => id)).toEqual([]);
	});
});
