import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { open } from './page.ts';

async function share(page: Page, path: string) {
	await open(page, path);
	await page.getByRole('button', { name: 'Share' }).click();
	return page.getByRole('dialog');
}

test.describe('what is shared', () => {
	test('is the link to the state on show, copied or scanned', async ({ page, context }) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		const dialog = await share(page, '/?v=1&l=1&h=3');
		await expect(dialog.getByRole('textbox')).toHaveValue(/\?v=1&l=1&h=3$/);
		await expect(dialog.getByRole('img', { name: 'QR code' })).toBeVisible();
		await dialog.getByRole('button', { name: 'Copy link' }).click();
		await expect(dialog.getByRole('button', { name: 'Link copied' })).toBeVisible();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\?v=1&l=1&h=3$/);
		const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
		expect(violations.map(({ id }) => id)).toEqual([]);
	});

	test('is selected to be copied by hand where the browser refuses', async ({ page }) => {
		await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
		const dialog = await share(page, '/?v=1&l=1');
		await dialog.getByRole('button', { name: 'Copy link' }).click();
		await expect(dialog.getByText('The link is selected')).toBeVisible();
		expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/\?v=1&l=1$/);
	});

	test('goes to the system’s own dialog where there is one', async ({ page }) => {
		await page.addInitScript(() => {
			const share = async ({ url }: ShareData) => void (document.title = `sent ${url ?? ''}`);
			Object.defineProperty(navigator, 'share', { value: share });
		});
		const dialog = await share(page, '/?v=1&h=3');
		await dialog.getByRole('button', { name: 'Send' }).click();
		await expect(page).toHaveTitle(/^sent http.*\?v=1&h=3$/);
	});

	test('is no QR code where the link is too long for one, and says so', async ({ page }) => {
		const text = Array.from({ length: 240 }, (_, i) => Math.sin(i).toString(36).slice(-8)).join('');
		const dialog = await share(page, `/?v=1&t=${text}`);
		await expect(dialog.getByText('too long for a QR code')).toBeVisible();
		await expect(dialog.getByRole('img')).toHaveCount(0);
	});
});
