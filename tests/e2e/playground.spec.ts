import { expect, test } from '@playwright/test';
import { FIRST_PANELS, open, panel, textBox, tokens } from './page.ts';

test.describe('the playground', () => {
	test('opens with five panels that show a run', async ({ page }) => {
		await open(page);
		for (const id of FIRST_PANELS) await expect(panel(page, id).locator('.view > :not(.soft)').first()).toBeVisible();
	});

	test('cuts what is typed into tokens', async ({ page }) => {
		await open(page);
		await textBox(page).fill('Tom gave Lily a ball');
		await expect.poll(() => tokens(page)).toEqual(['Tom', 'gave', 'Lily', 'a', 'ball']);
	});

	test('says another next token for another text', async ({ page }) => {
		await open(page);
		const first = page.getByRole('list', { name: 'Next token' }).getByRole('listitem').first();
		await expect(first).toContainText('Mary');
		await textBox(page).fill('When Tom and Lily went to the park, Tom gave a ball to');
		await expect(first).toContainText('Lily');
	});

	test('shows the pieces of a character as that character', async ({ page }) => {
		await open(page);
		await textBox(page).fill('😀');
		// Polled as a whole: until the answer comes, the tokens of the text before are on show.
		const arePieces = (texts: string[]) => texts.length > 1 && texts.every((text) => text.startsWith('😀'));
		await expect.poll(async () => arePieces(await tokens(page))).toBe(true);
		expect((await tokens(page)).join('')).not.toContain('�');
	});

	test('frames a clicked cell in all four squares and in the tokens', async ({ page }) => {
		await open(page);
		const squares = panel(page, 'self-attention').getByRole('grid');
		const cell = (square: number) => squares.nth(square).getByRole('row').nth(5).getByRole('gridcell').nth(3);
		await cell(0).click();
		for (const square of [0, 1, 2, 3]) await expect(cell(square)).toHaveAttribute('aria-selected', 'true');
		await expect(page.locator('[data-index="5"]')).toHaveClass(/query/);
		await expect(page.locator('[data-index="3"]')).toHaveClass(/key/);
	});

	test('tells the name, place, value and formula of the number under the pointer', async ({ page }) => {
		await open(page, '/?v=1&l=3&h=0');
		const square = panel(page, 'self-attention').getByRole('grid').first();
		await square.getByRole('row').nth(4).getByRole('gridcell').nth(2).hover();
		await expect(panel(page, 'self-attention').locator('.readout').first()).toHaveText(
			/blocks\.3\.attn\.attn_scores_raw\[0, 4, 2\].*“went”.*“and”.*q4·k2 = /
		);
	});

	test('draws the picture of every head on its own button', async ({ page }) => {
		await open(page, '/?v=1&l=2&h=2');
		const heads = page.locator('[data-region="heads"]');
		await expect(heads.getByRole('button')).toHaveCount(16);
		const looks = () =>
			heads.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
				const [context, grid] = [canvas.getContext('2d'), canvas.parentElement];
				if (!context || !grid) return [];
				const [corner, scale] = [canvas.getBoundingClientRect(), canvas.width / canvas.clientWidth];
				return [...grid.querySelectorAll('.picture')].map((picture) => {
					const { x, y, width, height } = picture.getBoundingClientRect();
					const at = [x - corner.x + 1, y - corner.y + 1, width - 2, height - 2].map((side) =>
						Math.round(side * scale)
					);
					const [left = 0, top = 0, across = 1, down = 1] = at;
					const { data } = context.getImageData(left, top, across, down);
					return data.every((value, i) => i % 4 < 3 || value === 255) ? data.join() : 'not covered';
				});
			});
		// Sixteen heads that look at sixteen different things.
		await expect.poll(async () => new Set(await looks()).size).toBe(16);
		expect(await looks()).not.toContain('not covered');
	});

	test('says of which head an example speaks, once another one is chosen', async ({ page }) => {
		await open(page);
		const line = page.locator('.see');
		await expect(line).toContainText('To see:');
		await page.locator('[data-layer="1"][data-head="2"]').click();
		await expect(line).toContainText('To see in layer 2, head 0:');
	});

	test('keeps the buttons of the heads in rows and columns, whichever is chosen', async ({ page }) => {
		await open(page, '/?v=1&l=2&h=2');
		const boxOf = async (layer: number, head: number) =>
			page.locator(`[data-layer="${layer}"][data-head="${head}"]`).boundingBox();
		const [first, below, beside] = [await boxOf(1, 0), await boxOf(2, 0), await boxOf(2, 3)];
		expect(below?.x).toBe(first?.x);
		expect(beside?.y).toBe(below?.y);
		expect(await page.locator('[data-region="heads"] .frame').boundingBox()).toEqual(await boxOf(2, 2));
	});

	test('chooses a head for all panels', async ({ page }) => {
		await open(page);
		await page.getByRole('button', { name: 'Layer 1, head 2' }).click();
		await expect(panel(page, 'kv-cache')).toContainText('layer 1');
		await expect(panel(page, 'self-attention').locator('.readout').first()).toContainText('blocks.1.attn.pattern[2,');
	});

	test('chooses heads by the arrow keys from one tab stop', async ({ page }) => {
		await open(page, '/?v=1&l=3&h=0');
		await page.getByRole('button', { name: 'Layer 3, head 0' }).focus();
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('ArrowRight');
		await expect(page.getByRole('button', { name: 'Layer 2, head 1' })).toBeFocused();
		await expect(page.locator('[data-layer][tabindex="0"]')).toHaveCount(1);
	});

	test('walks a grid by the arrow keys and chooses with Enter', async ({ page }) => {
		await open(page, '/?v=1&q=6&k=2');
		const square = panel(page, 'self-attention').getByRole('grid').first();
		await square.focus();
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('Enter');
		await expect(page.locator('[data-index="5"]')).toHaveClass(/query/);
	});

	test('shows a grid as a table on demand', async ({ page }) => {
		await open(page);
		await panel(page, 'self-attention').getByRole('button', { name: 'Table' }).first().click();
		await expect(panel(page, 'self-attention').getByRole('table')).toContainText('Mary');
	});

	test('reads the text of the panel that is explained', async ({ page }) => {
		await open(page);
		await panel(page, 'rope').getByRole('button', { name: 'Explain' }).click();
		await expect(page.locator('.reading .place')).toHaveText(/Point 18 of 30/);
	});

	test('reveals what is right only after a prediction', async ({ page }) => {
		await open(page);
		await expect(page.locator('.why')).toHaveCount(0);
		await page.locator('.predict button').first().click();
		await expect(page.locator('.why')).toHaveText(/Yes\.|Not so\./);
	});

	test('folds a panel and opens it again', async ({ page }) => {
		await open(page);
		await panel(page, 'rope').getByRole('button', { name: 'Fold' }).click();
		await expect(panel(page, 'rope')).toHaveCount(0);
		await page.getByRole('group', { name: 'Folded panels' }).getByRole('button', { name: /RoPE/ }).click();
		await expect(panel(page, 'rope')).toBeVisible();
	});

	test('paints every cell of a text too long for elements', async ({ page }) => {
		await open(page, `/?v=1&t=${encodeURIComponent('Tom gave the lamp to Lily. '.repeat(8))}`);
		const squares = panel(page, 'self-attention').locator('.steps canvas');
		await expect(squares).toHaveCount(4);
		/** How much of a canvas is painted, and in how many colours. */
		const look = (square: number) =>
			squares.nth(square).evaluate((canvas: HTMLCanvasElement) => {
				const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
				const colours = new Set<string>();
				let painted = 0;
				for (let i = 0; i < data.length; i += 4) {
					if (data[i + 3] === 255) painted++;
					colours.add([data[i], data[i + 1], data[i + 2]].join());
				}
				return { painted: painted / (data.length / 4), colours: colours.size };
			});
		for (const square of [0, 1]) await expect.poll(async () => (await look(square)).painted).toBe(1);
		for (const square of [0, 1, 2, 3]) expect((await look(square)).colours).toBeGreaterThan(20);
		// Half of a square and its diagonal are open.
		expect((await look(2)).painted).toBeGreaterThan(0.5);
		expect((await look(2)).painted).toBeLessThan(0.55);
	});

	test('shows 256 tokens without a sideways scroll of the page', async ({ page }) => {
		await open(page, `/?v=1&t=${'Tom+gave+the+lamp+to+Lily.+'.repeat(40)}`);
		await expect.poll(async () => (await tokens(page)).length).toBe(256);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
	});

	test('says what computes and why nothing better does', async ({ page }) => {
		await open(page);
		await page.locator('.pill', { hasText: 'WebAssembly' }).click();
		const card = page.getByRole('dialog', { name: 'Where it computes' });
		await expect(card).toContainText('WebGPU exists here only as an imitation on the processor');
	});

	test('computes on the backend that a link forces', async ({ page }) => {
		await open(page, '/?v=1&backend=cpu&t=Tom');
		await expect(page.locator('.pill', { hasText: 'JavaScript' })).toBeVisible();
	});
});
