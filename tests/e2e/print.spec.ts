/** What a reader gets on paper. */
import { expect, test } from '@playwright/test';
import { open } from './page.ts';

test('a point prints light, without controls, with its link and the code to scan beneath', async ({ page }) => {
	await open(page, '/points/causal-mask/?v=1&l=1&theme=dark&backend=wasm');
	await page.emulateMedia({ media: 'print' });
	const site = page.locator('.site');
	await expect(site).toHaveCSS('background-color', 'rgb(255, 255, 255)');
	await expect(page.locator('button:visible, nav:visible, textarea:visible, input[type=range]:visible')).toHaveCount(0);
	const foot = site.locator('> .foot');
	await expect(foot).toContainText('/points/causal-mask/?v=1&l=1');
	await expect(foot.locator('svg')).toBeVisible();
	await expect(page.locator('article .view')).toContainText('softmax');
});

test('each open panel of the playground is on a page of its own', async ({ page }) => {
	await open(page, '/?v=1&open=self-attention,scaling&backend=wasm');
	await expect(page.locator('article .view.waiting')).toHaveCount(0);
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.board > .place').first()).toHaveCSS('break-after', 'page');
	const pdf = await page.pdf();
	expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(2);
});

test('a step of a lesson prints light, without its bar, with its link and the code to scan', async ({ page }) => {
	await open(page, '/present/?lesson=scaling&step=2&theme=dark&backend=wasm');
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.site')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
	await expect(page.locator('.bar .ways')).toBeHidden();
	await expect(page.locator('.site > .foot svg')).toBeVisible();
});
