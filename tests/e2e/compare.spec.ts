/** Two runs side by side. */
import { expect, test } from '@playwright/test';
import { open, ready } from './page.ts';

test('a head beside its neighbour: a cell is pointed at in all figures, and one link restores the pair', async ({
	page
}) => {
	await open(page, '/compare/?backend=wasm&l=2&h=1&b.h=3');
	await expect(page.getByText('layer 2, head 1', { exact: true })).toBeVisible();
	await expect(page.getByText('layer 2, head 3', { exact: true })).toBeVisible();
	const difference = page.getByRole('grid', { name: 'The difference, B less A' });
	await difference.locator('[id$="-5-2"]').hover();
	await expect(page.locator('.three + p')).toContainText('“to” gives “and”');
	await difference.locator('[id$="-5-2"]').click();
	await page.waitForURL((url) => url.search.includes('q=5&k=2&') && url.search.includes('b.h=3'));
	await page.reload();
	await ready(page);
	await expect(page.locator('.three + p')).toContainText('“to” gives “and”');
});

test('two models run in one engine, and what each says next stands side by side', async ({ page }) => {
	await open(page, '/compare/?backend=wasm');
	await page.getByRole('button', { name: 'another model' }).click();
	await page.waitForURL((url) => url.search.includes('b.m=storyteller-gpt2'));
	const row = page.getByRole('row', { name: /^Mary/ });
	await expect(row.getByRole('cell')).toHaveCount(3);
	await expect(row.getByRole('cell').last()).toContainText(/0\.\d{3}/);
	expect(page.workers().length).toBe(1);
});

test('texts of different lengths are compared as far as they begin alike, and the page says so', async ({ page }) => {
	await open(page, '/compare/?backend=wasm&t=The+cat+sat+down&b.t=The+cat+ran');
	await expect(page.getByText('Only their first 2, which are the same, have a counterpart.')).toBeVisible();
});

test('the playground leads here with its state', async ({ page }) => {
	await open(page, '/?backend=wasm&t=The+cat+sat');
	await page.getByRole('link', { name: 'Compare' }).click();
	await page.waitForURL(/compare\/\?.*t=The\+cat\+sat/);
	await ready(page);
	await expect(page.locator('textarea')).toHaveCount(2);
});

test('edited and original: an edit of one run is in the link, and a click brings the model back as it is', async ({
	page
}) => {
	await open(page, '/compare/?backend=wasm&l=2&h=1&causal-mask.mask=none');
	const [a, b] = [page.getByRole('region', { name: 'Run A' }), page.getByRole('region', { name: 'Run B' })];
	// What was changed in a panel of the playground is offered for the whole run.
	await page.getByRole('button', { name: 'the changes made in panels' }).click();
	await expect(b.getByRole('button', { name: 'no mask' })).toHaveAttribute('aria-pressed', 'true');
	await expect(a.getByRole('button', { name: 'no mask' })).toHaveAttribute('aria-pressed', 'false');
	await page.waitForURL((url) => url.searchParams.get('b.e')?.includes('"none"') ?? false);
	await expect(page.getByRole('button', { name: /^head 1 \d+%$/ })).toBeVisible();
	await page.reload();
	await ready(page);
	await b.getByRole('button', { name: 'Take all out' }).click();
	await expect(page.getByText('not a number differs')).toBeVisible();
	await b.getByRole('button', { name: 'head 2.1 off' }).click();
	await expect(page.getByRole('row', { name: /^Mary/ }).getByRole('cell').last()).toContainText(/[+−]\d/);
});

test('scores are compared as weights are, and the link says which', async ({ page }) => {
	await open(page, '/compare/?backend=wasm&l=2&h=1&b.h=3');
	await page.getByText('scores into softmax', { exact: true }).click();
	await expect(page.getByText(/“to” asks “.+”: \S+ in A and \S+ in B/)).toBeVisible();
	await page.waitForURL((url) => url.searchParams.get('show') === 'scaled');
	await page.reload();
	await expect(page.getByRole('grid', { name: /^Run A, scores into softmax/ })).toBeVisible();
});
