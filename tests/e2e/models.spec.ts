import { expect, test, type Page } from '@playwright/test';
import { ready } from './page.ts';

const ATLAS = '/models/storyteller/';

async function openAtlas(page: Page, path = ATLAS): Promise<void> {
	await page.goto(path);
	await ready(page);
}

/** The places of all heads, in the order in which they stand. */
async function places(page: Page): Promise<string[]> {
	return page.locator('.heads h2').allInnerTexts();
}

/** True where a thumbnail shows more than one colour. */
async function isDrawn(page: Page, index: number): Promise<boolean> {
	return page
		.locator('.heads canvas')
		.nth(index)
		.evaluate((canvas) => {
			if (!(canvas instanceof HTMLCanvasElement)) return false;
			const { width, height } = canvas;
			const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
			const colours = new Set<string>();
			for (let i = 0; i < pixels.length; i += 4) colours.add([pixels[i], pixels[i + 1], pixels[i + 2]].join());
			return colours.size > 1;
		});
}

test.describe('the atlas of a model', () => {
	test('shows the pattern of every head, computed here', async ({ page }) => {
		await openAtlas(page);
		const count = await page.locator('.heads > li').count();
		await expect(page.locator('.heads canvas')).toHaveCount(count);
		for (let index = 0; index < count; index++) await expect.poll(() => isDrawn(page, index)).toBe(true);
	});

	test('opens a head in the playground', async ({ page }) => {
		await openAtlas(page);
		const name = (await places(page)).at(-1) ?? '';
		await page.getByRole('link', { name, exact: true }).click();
		await ready(page);
		await expect(page.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true');
	});

	test('is there in Chinese', async ({ page }) => {
		await openAtlas(page, `/zh${ATLAS}`);
		expect((await places(page))[0]).toBe('第 0 层第 0 个头');
		await page.getByRole('link', { name: '第 1 层第 2 个头', exact: true }).click();
		await ready(page);
		await expect(page.getByRole('button', { name: '第 1 层第 2 个头' })).toHaveAttribute('aria-pressed', 'true');
	});

	test('stands in the order that the address asks for, and back', async ({ page }) => {
		await openAtlas(page);
		const before = await places(page);
		const sorting = page.getByRole('navigation', { name: 'Sort by' });
		await sorting.getByRole('link', { name: 'previous token head' }).click();
		await expect(page).toHaveURL(/\?sort=previous$/);
		// The first head of this order is the one whose score is the largest.
		const shown = await page.locator('.heads dl div', { hasText: 'previous token head' }).allInnerTexts();
		const figures = shown.map((text) => Number(/[\d.]+$/.exec(text.trim())?.[0]));
		expect(figures.length).toBeGreaterThan(1);
		expect(figures).toEqual(figures.toSorted((a, b) => b - a));
		const after = await places(page);
		expect(after).not.toEqual(before);
		await page.reload();
		await ready(page);
		await expect.poll(() => places(page)).toEqual(after);
		await page.goBack();
		await expect.poll(() => places(page)).toEqual(before);
	});

	test('is led to by the page of models', async ({ page }) => {
		await page.goto('/models/');
		await page.getByRole('link', { name: 'What each of its heads does' }).first().click();
		await expect(page).toHaveURL(/\/models\/[a-z0-9-]+\/$/);
	});
});

test.describe('the heads beside the board', () => {
	test('say what switching the chosen one off does to the next token', async ({ page }) => {
		await page.goto('/');
		await ready(page);
		const note = page.locator('.note');
		await expect(note).toContainText(/Switching it off: “.+” (falls|rises) by [\d.]+ logits/);
		const before = await note.innerText();
		await page.getByRole('button', { name: 'Layer 0, head 1' }).click();
		await expect(note).toContainText('Layer 0, head 1');
		await expect(note).toContainText(/logits/);
		expect(await note.innerText()).not.toBe(before);
	});
});
