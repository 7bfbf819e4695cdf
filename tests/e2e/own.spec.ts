/** A model of the reader's own: trained in the lab or opened from files, run in the playground, kept in this browser. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { open, panel, ready, textBox, tokens } from './page.ts';

const SMALL = 'backend=wasm&width=16&batch=4&steps=10';

/** Trains a small model for ten steps. */
async function train(page: Page): Promise<void> {
	await page.goto(`/lab/?v=1&${SMALL}`);
	await ready(page);
	await page.getByRole('button', { name: 'Train', exact: true }).click();
	await expect(page.getByText('Done.')).toBeVisible();
}

const field = (page: Page) => page.locator('input[type=file]');
const list = (page: Page) => page.getByRole('combobox', { name: 'Model' });

test('a model trained in the lab runs in the playground, and is there again after the page is opened anew', async ({
	page
}) => {
	await train(page);
	await page.getByRole('button', { name: 'Open in the playground' }).click();
	await page.waitForURL(/m=own-[0-9a-f]{8}/);
	await ready(page);
	await expect(list(page).locator('option:checked')).toHaveText('Repeat, 10 steps');
	const text = await textBox(page).inputValue();
	expect(text).toMatch(/^[a-x]{32}$/);
	expect((await tokens(page)).join('')).toBe(text);
	await page.reload();
	await ready(page);
	await expect(page.getByText('2 layers × 2 heads').first()).toBeAttached();
	await expect(panel(page, 'self-attention').getByRole('grid').first()).toBeVisible();
	await expect(list(page).locator('option:checked')).toHaveText('Repeat, 10 steps');
});

test('an archive that the lab saved is opened, says what its vocabulary lacks, and is removed again', async ({
	page
}) => {
	await train(page);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save the model' }).click();
	const archive = await (await download).path();
	await open(page);
	await list(page).selectOption('Open a file …');
	const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	await field(page).setInputFiles({
		name: 'cat.png',
		mimeType: 'image/png',
		buffer: Buffer.from('a picture of a cat')
	});
	await expect(page.getByText('This is no model that can be opened here')).toBeVisible();
	await expect(list(page)).toHaveValue('storyteller');
	await field(page).setInputFiles(archive);
	await page.waitForURL(/m=own-/);
	await expect(page.getByText('The model’s vocabulary lacks some of this text')).toBeVisible();
	await list(page).selectOption('Open a file …');
	await page.getByRole('button', { name: 'Remove headlight-repeat' }).click();
	await page.getByRole('button', { name: 'Yes, remove it' }).click();
	await expect(list(page)).toHaveValue('storyteller');
});

test('a link to a model that is not in this browser says so, and keeps the rest', async ({ page }) => {
	await page.goto('/?v=1&m=own-0123abcd&t=abcabc');
	await expect(page.getByText('a model of the sender’s own that is not in this browser')).toBeVisible();
	await page.getByRole('button', { name: 'Open a file …' }).click();
	await expect(page.getByRole('heading', { name: 'A model of your own' })).toBeVisible();
	await page.keyboard.press('Escape');
	await list(page).selectOption('storyteller');
	await ready(page);
	expect(await textBox(page).inputValue()).toBe('abcabc');
});
