import { expect, test } from '@playwright/test';
import { linkWith, open, panel, textBox, tokens } from './page.ts';

test.describe('a link', () => {
	test('restores text, head and cell elsewhere', async ({ page, browser }) => {
		await open(page);
		await textBox(page).fill('Lily saw Tom');
		await page.getByRole('button', { name: 'Layer 2, head 3' }).click();
		await page.locator('[data-index="1"]').click();
		const link = await linkWith(page, 'q=1');

		const elsewhere = await (await browser.newContext()).newPage();
		await open(elsewhere, link);
		await expect.poll(() => tokens(elsewhere)).toEqual(['Lily', 'saw', 'Tom']);
		await expect(elsewhere.getByRole('button', { name: 'Layer 2, head 3' })).toHaveAttribute('aria-pressed', 'true');
		await expect(elsewhere.locator('[data-index="1"]')).toHaveClass(/query/);
	});

	test('restores a switch that a point set, and its being switched off again', async ({ page }) => {
		await open(page, '/?v=1&scaling.whole=1');
		const toggle = panel(page, 'scaling').getByRole('switch');
		await expect(toggle).toBeChecked();
		await toggle.uncheck();
		await page.waitForURL((url) => !url.search.includes('scaling.whole'));
		await page.reload();
		await expect(panel(page, 'scaling').getByRole('switch')).not.toBeChecked();
	});

	test('restores the mask that was painted', async ({ page }) => {
		await open(page, '/?v=1&causal-mask.mask=none');
		await expect(panel(page, 'causal-mask').getByRole('radio', { name: 'none' })).toBeChecked();
		await expect(panel(page, 'causal-mask').locator('.alarm.leaking')).toBeVisible();
	});

	test('keeps its state when the language changes', async ({ page }) => {
		await open(page, '/?v=1&t=Tom+and+Lily&l=1&h=3');
		await page.getByRole('link', { name: '用中文读这一页' }).click();
		await page.locator('[data-ready]').waitFor();
		await expect.poll(() => tokens(page)).toEqual(['Tom', 'and', 'Lily']);
		await expect(page.getByRole('button', { name: '第 1 层第 3 个头' })).toHaveAttribute('aria-pressed', 'true');
	});

	test('goes back to what was before a suggestion was followed, and forward again', async ({ page }) => {
		await open(page, '/?v=1&p=causal-mask');
		const before = page.url();
		await page.locator('.reading ul a').first().click();
		await page.waitForURL((url) => url.href !== before);
		const after = page.url();
		await page.goBack();
		await expect(page).toHaveURL(before);
		await expect(panel(page, 'causal-mask').getByRole('radio', { name: 'causal' })).toBeChecked();
		await page.goForward();
		await expect(page).toHaveURL(after);
		await expect(panel(page, 'causal-mask').getByRole('radio', { name: 'causal' })).not.toBeChecked();
	});
});
