import { createHash } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { open, textBox, tokens } from './page.ts';

const WEIGHTS = '**/models/storyteller/model.safetensors';
const CARD = '**/models/storyteller/card.json';
const status = (page: Page) => page.locator('.notices');

test.describe('bad input gets a plain sentence and loses nothing:', () => {
	test('an empty text', async ({ page }) => {
		await open(page);
		await textBox(page).fill('');
		await expect(status(page)).toContainText(/\S/);
		await expect(page.locator('.failure')).toHaveCount(0);
	});

	test('a text after an empty one is read as if nothing had been', async ({ page }) => {
		await open(page);
		await textBox(page).fill('');
		await textBox(page).fill('Tom and Lily');
		await expect.poll(() => tokens(page)).toEqual(['Tom', 'and', 'Lily']);
	});

	test('a text longer than the context is kept whole, its end marked as not seen', async ({ page }) => {
		await open(page);
		const long = 'Tom gave the lamp to Lily. '.repeat(50);
		await textBox(page).fill(long);
		await expect(page.locator('.unseen-text s')).toContainText('Tom gave the lamp');
		await expect(textBox(page)).toHaveValue(long);
	});

	test('a link to an unknown model', async ({ page }) => {
		await open(page, '/?v=1&m=gpt-9&t=Tom');
		await expect(status(page)).toContainText('gpt-9');
		await expect.poll(() => tokens(page)).toEqual(['Tom']);
	});

	test('a link to layer 99', async ({ page }) => {
		await open(page, '/?v=1&l=99&h=0');
		await expect(status(page)).toContainText('l=99');
		await expect(page.getByRole('button', { name: 'Layer 3, head 0' })).toHaveAttribute('aria-pressed', 'true');
	});

	test('a link of nonsense', async ({ page }) => {
		await open(page, '/?v=banana&l=%00&seed=-&open=%F0%9F%92%A9&e=%7B&z#z=!!!');
		await expect(status(page)).toContainText(/\S/);
		await expect.poll(async () => (await tokens(page)).length).toBe(14);
	});

	test('a text in a link that would be markup stays text', async ({ page }) => {
		await open(page, `/?v=1&t=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
		await expect(textBox(page)).toHaveValue('<img src=x onerror=alert(1)>');
		await expect(page.locator('main img')).toHaveCount(0);
	});

	test('a model file that is missing, until it is there again', async ({ page }) => {
		await page.route(WEIGHTS, (route) => route.fulfill({ status: 404, body: '' }));
		await page.goto('/?v=1&t=Tom');
		await expect(page.locator('.failure')).toContainText('incomplete or damaged');
		await expect(textBox(page)).toHaveValue('Tom');
		await page.unroute(WEIGHTS);
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect.poll(() => tokens(page)).toEqual(['Tom']);
	});

	test('a model file that is cut short', async ({ page }) => {
		await page.route(WEIGHTS, async (route) => {
			const body = await (await route.fetch()).body();
			await route.fulfill({ body: body.subarray(0, 1_000_000) });
		});
		await page.goto('/');
		await expect(page.locator('.failure')).toContainText('incomplete or damaged');
	});

	test('a model file of the wrong hash', async ({ page }) => {
		await page.route(WEIGHTS, async (route) => {
			const body = await (await route.fetch()).body();
			body.writeUInt8(body.readUInt8(body.length - 1) ^ 1, body.length - 1);
			await route.fulfill({ body });
		});
		await page.goto('/');
		await expect(page.locator('.failure')).toContainText('incomplete or damaged');
	});

	test('a model whose numbers are not finite', async ({ page }) => {
		let sha256 = '';
		await page.route(WEIGHTS, async (route) => {
			await route.fulfill({ body: await notFinite(await (await route.fetch()).body()) });
		});
		await page.route(CARD, async (route) => {
			const body = await (await page.request.get('/models/storyteller/model.safetensors')).body();
			sha256 = createHash('sha256')
				.update(await notFinite(body))
				.digest('hex');
			const card = (await (await route.fetch()).json()) as { files: Record<string, object> };
			const files = { ...card.files, 'model.safetensors': { bytes: body.length, sha256 } };
			await route.fulfill({ json: { ...card, files } });
		});
		await page.goto('/');
		await expect(page.locator('.failure')).toContainText(/infinite|damaged/);
	});

	test('a tokenizer that is damaged', async ({ page }) => {
		await page.route('**/models/storyteller/tokenizer.json', (route) => route.fulfill({ body: '{"version":' }));
		await page.goto('/?v=1&t=Tom');
		await expect(page.locator('.failure')).toContainText(/tokenizer|damaged/);
		await expect(textBox(page)).toHaveValue('Tom');
	});

	test('the network gone half-way', async ({ page }) => {
		await page.route(WEIGHTS, (route) => route.abort('connectionreset'));
		await page.goto('/?v=1&t=Tom');
		await expect(page.locator('.failure')).toContainText('could not be fetched');
		await expect(textBox(page)).toHaveValue('Tom');
	});

	test('storage that is refused', async ({ page }) => {
		await page.addInitScript(() =>
			Object.defineProperty(window, 'localStorage', {
				get() {
					throw new DOMException('refused', 'SecurityError');
				}
			})
		);
		await open(page);
		await page.getByRole('button', { name: 'Settings' }).click();
		await page.getByRole('radio', { name: 'Dark' }).check();
		await page.keyboard.press('Escape');
		await expect(page.locator('[data-theme="dark"]')).toBeVisible();
	});
});

/** Weights with a NaN among them: the last 16 bits of the file are one. */
async function notFinite(body: Buffer): Promise<Buffer> {
	const changed = Buffer.from(body);
	changed.writeUInt16LE(0x7e00, changed.length - 2);
	return Promise.resolve(changed);
}
