import { expect, test, type Page } from '@playwright/test';

const box = (page: Page) => page.getByRole('searchbox');
const results = (page: Page) => page.getByRole('search').getByRole('link');

test.describe('the map', () => {
	test('names all thirty before any script has run', async ({ browser }) => {
		const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
		await page.goto('/points/');
		await expect(page.locator('main li')).toHaveCount(30);
	});

	test('is complete where the engine does not start', async ({ page }) => {
		await page.route('**/models/**', (route) => route.abort());
		await page.goto('/points/', { waitUntil: 'networkidle' });
		await expect(page.locator('main li')).toHaveCount(30);
	});

	test('draws stamps from a run of this browser, and nothing moves', async ({ page }) => {
		let go = () => {};
		const measured = new Promise<void>((resolve) => (go = resolve));
		await page.route('**/models/**', async (route) => {
			await measured;
			await route.continue();
		});
		await page.goto('/points/');
		const last = page.locator('main li').last();
		// Those of experiments are drawn from what was measured before, and need no run.
		const drawn = page.locator('li', { has: page.locator('a[href*="self-attention"]') }).locator('.stamp canvas');
		const before = await last.boundingBox();
		await expect(drawn).toHaveCount(0);
		go();
		await expect.poll(() => drawn.count()).toBeGreaterThan(0);
		expect(await last.boundingBox()).toEqual(before);
	});
});

test.describe('the search', () => {
	test('is entered by a key, finds as one types, and says how much', async ({ page }) => {
		await page.goto('/points/', { waitUntil: 'networkidle' });
		await page.keyboard.press('/');
		await expect(box(page)).toBeFocused();
		await page.keyboard.type('divide');
		await expect(page.getByRole('status').filter({ hasText: /point/ })).toHaveText(/\d+ points?, \d+ questions?/);
		await expect(page.locator('mark').first()).toHaveText(/divide/i);
	});

	test('finds Chinese on an English page', async ({ page }) => {
		await page.goto('/points/?s=%E9%94%AE%E5%80%BC%E7%BC%93%E5%AD%98');
		await expect(results(page).first()).toHaveText(/KV cache/);
		await expect(page.locator('mark').first()).toHaveText('键值缓存');
	});

	test('is walked by the arrow keys and opens by Enter', async ({ page }) => {
		await page.goto('/points/', { waitUntil: 'networkidle' });
		await box(page).fill('KV');
		await expect(results(page).first()).toBeVisible();
		await box(page).press('ArrowDown');
		await expect(results(page).first()).toBeFocused();
		await page.keyboard.press('ArrowDown');
		await expect(results(page).nth(1)).toBeFocused();
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('ArrowUp');
		await expect(box(page)).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/points\/kv-cache\/$/);
	});

	test('leads to the question that it found', async ({ page }) => {
		await page.goto('/points/?s=Q10');
		await results(page).first().click();
		await expect(page).toHaveURL(/\/questions\/#q10$/);
		await expect(page.locator('#q10')).toBeInViewport();
	});

	test('is in the address, until Escape clears it', async ({ page }) => {
		await page.goto('/points/', { waitUntil: 'networkidle' });
		await box(page).fill('mask');
		await expect(page).toHaveURL(/\?s=mask$/);
		await page.reload();
		await expect(box(page)).toHaveValue('mask');
		await box(page).press('Escape');
		await expect(page).toHaveURL(/\/points\/$/);
		await expect(page.locator('main li')).toHaveCount(30);
	});

	test('says that nothing was found', async ({ page }) => {
		await page.goto('/zh/points/?s=qwertz');
		await expect(page.getByRole('status').filter({ hasText: '没有找到' })).toContainText('qwertz');
	});
});
