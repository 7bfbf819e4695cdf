import { expect, test } from '@playwright/test';

test('says in one sentence what this machine will do, and what it was measured on', async ({ page }) => {
	await page.goto('/check/');
	const verdict = page.locator('[data-verdict]');
	await expect(verdict).toHaveAttribute('data-verdict', /quick|fair|slow/);
	await expect(page.getByText(/\d+ tokens a second/)).toBeVisible();
	await expect(page.getByText('WebGPU exists here only as an imitation')).toBeVisible();
});

test('says why, where nothing can be computed', async ({ page }) => {
	await page.route('**/model.safetensors', (route) => route.abort());
	await page.goto('/zh/check/');
	await expect(page.locator('[data-verdict="failed"]')).toContainText('取不到模型文件');
});
