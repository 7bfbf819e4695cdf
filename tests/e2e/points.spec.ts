import { expect, test } from '@playwright/test';
import { open, panel, ready } from './page.ts';

const PARTS = ['See', 'Try', 'Predict', 'Know', 'Ask'];
const unmasked = /causal-mask\.mask=none/;

test.describe('a point’s page', () => {
	test('has its five parts, each reached from the bar at the top', async ({ page }) => {
		await open(page, '/points/scaling/');
		const bar = page.getByRole('navigation', { name: 'Parts of this page' });
		await expect(bar.getByRole('link')).toHaveText(PARTS);
		for (const name of PARTS) {
			await bar.getByRole('link', { name, exact: true }).click();
			await expect(page.getByRole('heading', { name, exact: true, level: 2 })).toBeFocused();
		}
		expect(new URL(page.url()).hash).toBe('');
	});

	test('says each part in Chinese too', async ({ page }) => {
		await open(page, '/zh/points/scaling/');
		for (const name of ['看', '动手', '先猜', '要点', '面试'])
			await expect(page.getByRole('heading', { name, exact: true, level: 2 })).toBeVisible();
	});

	test('follows a suggestion in place, as a step that Back undoes', async ({ page }) => {
		await open(page, '/points/causal-mask/');
		await page.evaluate(() => document.documentElement.setAttribute('data-same-page', ''));
		const suggestion = page.locator(`section a[href*="causal-mask.mask=none"]`).first();
		const href = await suggestion.getAttribute('href');
		await suggestion.click();
		await expect(page).toHaveURL(unmasked);
		expect(new URL(page.url()).search).toBe(href);
		await expect(panel(page, 'causal-mask').getByRole('radio', { name: 'none' })).toBeChecked();
		await expect(suggestion).toHaveAttribute('aria-current', 'true');
		await page.goBack();
		await expect(panel(page, 'causal-mask').getByRole('radio', { name: 'causal' })).toBeChecked();
		await expect(page.locator('[data-same-page]')).toHaveCount(1);
	});

	test('opens a suggestion in another tab on a click that asks for one', async ({ page, context }) => {
		await open(page, '/points/causal-mask/');
		const [other] = await Promise.all([
			context.waitForEvent('page'),
			page
				.locator('section a[href*="causal-mask.mask=none"]')
				.first()
				.click({ modifiers: ['ControlOrMeta'] })
		]);
		await ready(other);
		await expect(panel(other, 'causal-mask').getByRole('radio', { name: 'none' })).toBeChecked();
		expect(page.url()).not.toMatch(unmasked);
	});

	test('leads to its neighbours by number, and to the map', async ({ page }) => {
		await open(page, '/points/causal-mask/');
		const ways = page.getByRole('navigation', { name: 'Neighbouring points' });
		await ways.locator('[rel="next"]').focus();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/points\/(?!causal-mask)[a-z-]+\/$/);
		await ready(page);
		await page.getByRole('navigation', { name: 'Neighbouring points' }).locator('[rel="prev"]').click();
		await expect(page).toHaveURL(/\/points\/causal-mask\/$/);
		await page.getByRole('link', { name: 'All 30 points' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thirty points');
	});

	test('shows its own panel, whatever a link opens on the board', async ({ page }) => {
		await open(page, '/points/scaling/?v=1&open=rope,kv-cache');
		await expect(panel(page, 'scaling').getByRole('switch')).toBeVisible();
	});
});
