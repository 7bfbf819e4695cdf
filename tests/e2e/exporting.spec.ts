import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { open, panel } from './page.ts';

async function exporting(page: Page, path: string, kind?: string): Promise<Locator> {
	await open(page, path);
	await panel(page, 'causal-mask').getByRole('button', { name: 'Export' }).click();
	const dialog = page.getByRole('dialog');
	if (kind) await dialog.getByText(kind, { exact: true }).click();
	return dialog;
}

async function saved(page: Page, dialog: Locator, button: string): Promise<Buffer> {
	const download = page.waitForEvent('download');
	await dialog.getByRole('button', { name: button }).click();
	return readFile(await (await download).path());
}

/** Width and height that a file of PNG says. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)] as const;

test.describe('a panel as an image', () => {
	test('is lines, areas and letters that say what they show, and pixels of twice and three times its size', async ({
		page
	}) => {
		const dialog = await exporting(page, '/?v=1&n=2&temp=0.5&seed=7');
		const svg = (await saved(page, dialog, 'Save SVG')).toString();
		expect(svg).not.toContain('foreignObject');
		for (const words of ['Causal mask', 'Storyteller', '(temperature 0.5, seed 7)', 'n=2', '>softmax<', '−∞'])
			expect(svg).toContain(words);
		// The formula, in outlines.
		expect(svg).toMatch(/<svg [^>]*viewBox="0 -[\d.]+ \d{5}/);
		const [, width, height] = /<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
		const two = sizeOf(await saved(page, dialog, 'Save PNG 2×'));
		expect(two).toEqual([2 * Number(width), 2 * Number(height)]);
		expect(sizeOf(await saved(page, dialog, 'Save PNG 3×'))[0]).toBe(3 * Number(width));
		const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
		expect(violations.map(({ id }) => id)).toEqual([]);
	});

	test('goes to the clipboard', async ({ page, context }) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		const dialog = await exporting(page, '/?v=1');
		await dialog.getByRole('button', { name: 'Copy image' }).click();
		await expect(dialog.getByText('Copied')).toBeVisible();
		const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((one) => [...one.types]));
		expect(types).toContain('image/png');
	});
});

test('the numbers are those of the panel, with a token before each row', async ({ page }) => {
	const dialog = await exporting(page, '/?v=1&t=%3D1%2B1+Mary&l=1&h=2', 'Numbers');
	const csv = (await saved(page, dialog, 'Save CSV')).toString();
	const report: unknown = JSON.parse((await saved(page, dialog, 'Save JSON')).toString());
	expect(report).toMatchObject({ text: '=1+1 Mary', focus: { layer: 1, head: 2 }, point: { id: 'causal-mask' } });
	const cells = csv.split('\r\n').flatMap((line) => line.split(','));
	expect(cells.filter((cell) => /^[=+@]|^-(?!\d)/.test(cell))).toEqual([]);
	expect(csv).toMatch(/\r\n\d+ ·Mary,(-?[\d.e-]+,)+/);
});

test.describe('the lines of Python', () => {
	test('name the weight that the page shows for the chosen cell', async ({ page }) => {
		const dialog = await exporting(page, '/?v=1&l=2&h=1&q=4&k=2', 'Python');
		const code = await dialog.getByRole('region').innerText();
		expect(code).toContain('layer, head, query, key = 2, 1, 4, 2');
		await page.keyboard.press('Escape');
		const shown = await page.getByText(/gives .* of its attention/).innerText();
		const weight = Number(/# (0\.\d{4}) on the page/.exec(code)?.[1]);
		expect(shown).toContain(`${Math.round(100 * weight)}%`);
	});

	test('are not given for a run with edits, and the dialog says why', async ({ page }) => {
		const edits = encodeURIComponent('[{"at":"blocks.0.attn.pattern","do":"zero","head":1}]');
		const dialog = await exporting(page, `/?v=1&e=${edits}`, 'Python');
		await expect(dialog.getByText('This run is edited')).toBeVisible();
		await expect(dialog.getByRole('region')).toHaveCount(0);
	});
});
