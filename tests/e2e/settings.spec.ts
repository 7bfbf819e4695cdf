/** How the page looks, what a link leaves out of it, and one panel alone. */
import { expect, test, type Page } from '@playwright/test';
import { open, panel, POINTS, ready, settled, smallTexts } from './page.ts';

const settings = (page: Page) => page.getByRole('dialog', { name: 'Settings' });

test('a palette and a number of decimals redraw the page, go into the link and are remembered', async ({ page }) => {
	await open(page, '/?backend=wasm');
	await page.getByRole('button', { name: 'Settings' }).click();
	await settings(page).getByRole('radio', { name: 'Cividis' }).check();
	await settings(page).getByRole('radio', { name: '5', exact: true }).check();
	await settings(page).getByRole('button', { name: 'Close' }).click();
	await expect(page.locator('aside.next li').first()).toContainText(/\d\.\d{5}\s*$/);
	await page.waitForURL((url) => url.search.includes('colors=cividis&digits=5'));
	await open(page, '/?v=1&backend=wasm');
	await expect(page.locator('aside.next li').first()).toContainText(/\d\.\d{5}\s*$/);
});

test('the language is among the settings, keeps the state, and is remembered', async ({ page }) => {
	await open(page, '/?backend=wasm&t=Tom+saw+Lily');
	await page.getByRole('button', { name: 'Settings' }).click();
	await settings(page).getByRole('link', { name: '中文' }).click();
	await page.waitForURL((url) => url.pathname === '/zh/' && url.search.includes('t=Tom+saw+Lily'));
	await page.goto('/');
	await page.waitForURL((url) => url.pathname === '/zh/');
	// A link says its own language, whatever is remembered.
	await open(page, '/?v=1&backend=wasm');
	expect(new URL(page.url()).pathname).toBe('/');
});

test('a theme of a link is drawn whatever the device prefers', async ({ page }) => {
	await open(page, '/?backend=wasm&theme=dark');
	await expect(page.locator('.site')).toHaveCSS('background-color', 'rgb(21, 21, 20)');
});

test('what a link hides is gone until everything is shown again', async ({ page }) => {
	await open(page, '/?backend=wasm&hide=header,heads,reading');
	await expect(page.getByRole('toolbar', { name: 'Every head of this run' })).toBeHidden();
	await expect(page.getByRole('navigation')).toBeHidden();
	await page.getByRole('button', { name: 'Show everything' }).click();
	await expect(page.getByRole('toolbar', { name: 'Every head of this run' })).toBeVisible();
	await page.waitForURL((url) => !url.search.includes('hide='));
});

test('a maximized panel is alone and in the link; Escape brings the others and the focus back', async ({ page }) => {
	await open(page, '/?backend=wasm');
	await panel(page, 'scaling').getByRole('button', { name: 'Maximize' }).click();
	await expect(page.locator('article[aria-labelledby^="panel-"]')).toHaveCount(1);
	await page.waitForURL((url) => url.search.includes('max=scaling'));
	await page.reload();
	await ready(page);
	await expect(page.locator('article[aria-labelledby^="panel-"]')).toHaveCount(1);
	await page.keyboard.press('Escape');
	await expect(panel(page, 'scaling').getByRole('button', { name: 'Maximize' })).toBeFocused();
	await expect(page.locator('article[aria-labelledby^="panel-"]')).toHaveCount(5);
});

test('on a projector no text of any maximized panel is under 24 pixels of 1080', async ({ page }) => {
	test.slow();
	await page.setViewportSize({ width: 1920, height: 1080 });
	const only = (id: string) => `/?v=1&backend=wasm&n=2&theme=projector&open=${id}&max=${id}`;
	await open(page, only('self-attention'));
	for (const id of POINTS) {
		await arriveAt(page, only(id));
		await expect(panel(page, id)).toBeVisible();
		await settled(page);
		await expect(page.locator('.view.waiting')).toHaveCount(0);
		await expect.poll(() => smallTexts(page), id).toEqual([]);
	}
});

/** Another link in the same page, as the back button brings one: a load less for each. */
async function arriveAt(page: Page, link: string): Promise<void> {
	await page.evaluate((link) => {
		history.replaceState(history.state, '', link);
		dispatchEvent(new PopStateEvent('popstate'));
	}, link);
}
