import { expect, test } from '@playwright/test';
import { open, panel, tokens } from './page.ts';

test.describe('generation', () => {
	test('adds a token at each step and takes it back', async ({ page }) => {
		await open(page);
		const before = await tokens(page);
		await page.getByRole('button', { name: 'Step', exact: true }).click();
		await expect.poll(async () => (await tokens(page)).length).toBe(before.length + 1);
		await page.getByRole('button', { name: 'Back', exact: true }).click();
		await expect.poll(() => tokens(page)).toEqual(before);
	});

	test('runs until it is stopped', async ({ page }) => {
		await open(page);
		const before = (await tokens(page)).length;
		await page.getByRole('button', { name: 'Run', exact: true }).click();
		await expect.poll(async () => (await tokens(page)).length).toBeGreaterThan(before + 2);
		await page.getByRole('button', { name: 'Stop', exact: true }).click();
		await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible();
	});

	test('draws the same tokens again from the link', async ({ page, context }) => {
		await open(page, '/?v=1&temp=1.5&seed=7&n=6');
		await expect.poll(async () => (await tokens(page)).length).toBe(20);
		const other = await context.newPage();
		await open(other, '/?v=1&temp=1.5&seed=7&n=6');
		await expect.poll(() => tokens(other)).toEqual(await tokens(page));
	});

	test('shows one row more in the cache of every layer', async ({ page }) => {
		await open(page, '/?v=1&n=1');
		await expect(panel(page, 'kv-cache')).toContainText('meets 15 keys');
		await page.getByRole('button', { name: 'Step', exact: true }).click();
		await expect(panel(page, 'kv-cache')).toContainText('meets 16 keys');
	});
});
