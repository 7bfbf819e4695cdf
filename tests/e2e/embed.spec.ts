/** A panel inside another site's page: what that page gets, and what it cannot take away. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { open, panel } from './page.ts';

let site: Server;
let body = '';

/** Opens a page of another site with this in it; what it hears is kept in `said`. */
async function visit(page: Page, html: string): Promise<void> {
	body = `<!doctype html><script>window.said=[];addEventListener('message',(e)=>said.push(e.data))</script>${html}`;
	await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
}

test.beforeAll(async () => {
	site = createServer((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(body));
	await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
});
test.afterAll(() => void site.close());

const frameOf = (page: Page): FrameLocator => page.frameLocator('iframe');
const shown = (page: Page) => frameOf(page).locator('[data-ready]');
const last = (page: Page, type: string) =>
	page.evaluate(
		(type) => (window as unknown as { said: { type: string }[] }).said.findLast((one) => one.type === type),
		type
	);

test('a frame shows the panel of its link alone, in the look of the link', async ({ page, baseURL }) => {
	await visit(
		page,
		`<iframe src="${baseURL}embed/?v=1&p=scaling&theme=dark&backend=wasm" width="800" height="600"></iframe>`
	);
	await shown(page).waitFor();
	await expect(frameOf(page).locator('article')).toHaveCount(1);
	await expect(frameOf(page).getByRole('navigation')).toHaveCount(0);
	await expect(frameOf(page).locator('.site')).toHaveCSS('background-color', 'rgb(21, 21, 20)');
	const full = frameOf(page).getByRole('link', { name: 'Open in full' });
	await expect(full).toHaveAttribute('href', /\/points\/scaling\/\?v=1&p=scaling&backend=wasm&theme=dark$/);
	await expect(full).toHaveAttribute('rel', 'noopener noreferrer');
});

test('a frame without a site of its own still computes', async ({ page, baseURL }) => {
	await visit(page, `<iframe sandbox="allow-scripts" src="${baseURL}embed/?v=1&p=scaling&backend=wasm"></iframe>`);
	await shown(page).waitFor();
	await expect(frameOf(page).locator('.failure')).toHaveCount(0);
});

test('the page around sets a state, hears it, and hears of its mistakes', async ({ page, baseURL }) => {
	await visit(page, `<iframe src="${baseURL}embed/?v=1&p=scaling&backend=wasm" width="800" height="600"></iframe>`);
	await expect.poll(() => last(page, 'ready')).toEqual({ headlight: 1, type: 'ready' });
	const say = (message: unknown) => page.evaluate((message) => window[0]?.postMessage(message, '*'), message);
	await say({ headlight: 1, type: 'set', search: '?v=1&p=rope&t=Tom+and+Lily&l=1&backend=wasm' });
	await expect
		.poll(() => last(page, 'state'))
		.toMatchObject({ point: 'rope', focus: { layer: 1, query: 2 }, search: expect.stringContaining('t=Tom+and+Lily') });
	await say({ type: 'set', search: 3 });
	expect(await last(page, 'error')).toBeUndefined();
	await say({ headlight: 1, type: 'set', search: 3 });
	await expect.poll(() => last(page, 'error')).toMatchObject({ message: expect.stringMatching(/^[^.]+\.$/) });
});

test('the element makes a frame as high as the panel, and passes on what it says', async ({ page, baseURL }) => {
	await visit(
		page,
		`<script src="${baseURL}headlight-panel.js"></script>
		<headlight-panel point="scaling" search="?v=1&backend=wasm" text="Tom and Lily" lang="zh"></headlight-panel>
		<script>addEventListener('load', () => {}); window.heard = [];
		document.querySelector('headlight-panel').addEventListener('state', (e) => heard.push(e.detail.search))</script>`
	);
	await shown(page).waitFor();
	await expect(frameOf(page).locator('html')).toHaveAttribute('lang', 'zh-CN');
	const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.at(-1));
	await expect.poll(heard).toContain('t=Tom+and+Lily');
	const inside = () =>
		frameOf(page)
			.locator('[data-ready]')
			.evaluate((node) => node.getBoundingClientRect().height);
	const height = () => page.locator('iframe').evaluate((node) => node.getBoundingClientRect().height);
	await expect.poll(async () => Math.abs((await inside()) - (await height()))).toBeLessThan(1);
	await page.evaluate(() => document.querySelector('headlight-panel')?.setAttribute('point', 'rope'));
	await expect.poll(heard).toContain('p=rope');
});

test('a panel offers the code that shows it elsewhere as it is here', async ({ page }) => {
	await open(page, '/?v=1&l=1&backend=wasm');
	await panel(page, 'scaling').getByRole('button', { name: 'Embed' }).click();
	const code = page.getByRole('dialog').getByRole('textbox', { name: 'Code' });
	await expect(code).toHaveValue(/<iframe src="http:[^"]*\/embed\/\?v=1&amp;l=1&amp;backend=wasm&amp;p=scaling"/);
	const html = await code.inputValue();
	await visit(page, html);
	await shown(page).waitFor();
	await expect(frameOf(page).getByRole('heading', { level: 1 })).toContainText('Why divide by');
});
