import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { ready } from './page.ts';

/** Few steps of a small model, on the backend that is there everywhere. */
const SMALL = 'backend=wasm&width=16&batch=4&steps=20';

async function trained(page: Page, steps: number): Promise<void> {
	await expect.poll(async () => page.locator('progress').evaluate((bar: HTMLProgressElement) => bar.value)).toBe(steps);
}

test('a model is trained, its heads can be watched again from the start, and saved', async ({ page }) => {
	await page.goto(`/lab/?v=1&${SMALL}`);
	await ready(page);
	await page.getByRole('button', { name: 'Train' }).click();
	await trained(page, 20);
	await expect(page.getByText('Done.')).toBeVisible();
	const scrubber = page.getByLabel('Step looked at');
	await scrubber.focus();
	await page.keyboard.press('Home');
	await expect(page.locator('output')).toHaveText('after step 0');
	await page.waitForURL(/at=0/);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save the model' }).click();
	expect((await download).suggestedFilename()).toBe('headlight-repeat.zip');
});

test('two runs differ in what the link says, in step, and axe finds nothing serious', async ({ page }) => {
	await page.goto(`/lab/?v=1&${SMALL}&against=optimizer:sgd`);
	await ready(page);
	await expect(page.getByText('Optimizer: A AdamW, B SGD')).toBeVisible();
	await page.getByRole('button', { name: 'One step' }).click();
	await trained(page, 1);
	await expect(page.getByRole('button', { name: 'run B, layer 0, head 0' })).toBeVisible();
	const { violations } = await new AxeBuilder({ page }).analyze();
	const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
	expect(bad.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test('a choice is in the address, and the link brings it back in Chinese', async ({ page }) => {
	await page.goto(`/lab/?v=1&${SMALL}`);
	await ready(page);
	await page.getByLabel('Schedule').selectOption('cosine');
	await page.waitForURL(/schedule=cosine/);
	await page.goto(page.url().replace('/lab/', '/zh/lab/'));
	await ready(page);
	await expect(page.getByLabel('学习率调度')).toHaveValue('cosine');
});

test('a point is shown by training: a change is a link that Back undoes, and only its own set-up is judged', async ({
	page
}) => {
	await page.goto('/points/gradient-clipping/?v=1&backend=wasm&steps=20&batch=4');
	await ready(page);
	await page.getByRole('button', { name: 'Train' }).click();
	await trained(page, 20);
	await expect(page.getByText('You have changed the set-up')).toBeVisible();
	await page.getByRole('link', { name: 'No bad batch' }).click();
	await page.waitForURL(/spoilt=0/);
	await page.goBack();
	await page.waitForURL(/steps=20/);
	await page.getByRole('button', { name: 'Hardly anything' }).click();
	await expect(page.getByText('Noted. Train both runs to the end')).toBeVisible();
});

test('the lab fits a phone', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto(`/lab/?v=1&${SMALL}&against=layers:1`);
	await ready(page);
	await expect(page.getByRole('button', { name: 'run B, layer 0, head 0' })).toBeVisible();
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
