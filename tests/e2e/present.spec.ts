/** A state before a class: stepping, looking, leaving, the second window. */
import { expect, test, type Page } from '@playwright/test';
import { open, panel, POINTS, ready, settled, smallTexts, tokens } from './page.ts';

const place = (page: Page) => page.locator('.ways p');

test('one panel at a time: forward, and back to what was before', async ({ page }) => {
	await open(page, '/present/?v=1&t=Lily+saw+Tom&open=self-attention,causal-mask,scaling');
	await expect(panel(page, 'self-attention')).toBeVisible();
	await expect(place(page)).toHaveText('1 / 3');
	await page.keyboard.press('PageDown');
	await expect(panel(page, 'scaling')).toBeVisible();
	await expect(page.locator('article[aria-labelledby^="panel-"]')).toHaveCount(1);
	await page.keyboard.press('3');
	await panel(page, 'causal-mask').getByText('none', { exact: true }).click();
	await page.keyboard.press('PageUp');
	await expect(panel(page, 'scaling')).toBeVisible();
	await expect(page).not.toHaveURL(/causal-mask\.mask/);
	await page.keyboard.press('ArrowLeft');
	await expect(panel(page, 'self-attention')).toBeVisible();
});

test('keys blank the screen, light a spot, list themselves, and leave with the same state', async ({ page }) => {
	await open(page, '/present/?v=1&t=Lily+saw+Tom&l=1&open=scaling');
	await page.getByRole('button', { name: 'Keys' }).focus();
	await page.keyboard.press('b');
	const dark = page.getByRole('button', { name: 'The screen is blank' });
	await expect(dark).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await expect(dark).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Keys' })).toBeFocused();
	await page.keyboard.press('s');
	await expect(page.locator('.light')).toBeVisible();
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog')).toContainText('a spotlight that follows the pointer');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await page.keyboard.press('Escape');
	await page.waitForURL(/\/\?v=1&t=Lily\+saw\+Tom&l=1&open=scaling$/);
	await ready(page);
	await expect.poll(() => tokens(page)).toEqual(['Lily', 'saw', 'Tom']);
});

test('the second window shows the next step and drives the first', async ({ page, context }) => {
	await open(page, '/present/?lesson=attention');
	const opening = context.waitForEvent('page');
	await page.keyboard.press('n');
	const notes = await opening;
	await expect(notes.getByRole('region', { name: 'Next' })).toContainText('Every token is a list of numbers');
	await notes.getByRole('button', { name: 'Next →' }).click();
	await expect(place(page)).toHaveText('2 / 6');
	await expect(notes.getByRole('region', { name: 'The class sees' })).toContainText('Are query and key');
	await page.close();
	await expect(notes.getByRole('status')).toContainText('has been closed');
});

test('says so in a sentence where a second window is refused', async ({ page }) => {
	await page.addInitScript(() => (window.open = () => null));
	await open(page, '/present/?v=1');
	await page.keyboard.press('n');
	await expect(page.getByRole('status').filter({ hasText: 'second window' })).toBeVisible();
});

test('a finger steps, by swipe and by button', async ({ browser }) => {
	const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
	const page = await context.newPage();
	await open(page, '/present/?lesson=attention');
	await page.getByRole('button', { name: 'Next' }).tap();
	await expect(place(page)).toHaveText('2 / 6');
	await swipe(page, 320, 60);
	await expect(place(page)).toHaveText('3 / 6');
	await swipe(page, 60, 320);
	await expect(place(page)).toHaveText('2 / 6');
	await context.close();
});

test('for a projector no text of any panel is smaller than 24 pixels on a screen of 1920 by 1080', async ({ page }) => {
	test.slow();
	await page.setViewportSize({ width: 1920, height: 1080 });
	await open(page, `/present/?v=1&theme=projector&backend=wasm&n=2&open=${POINTS.join(',')}`);
	await page.keyboard.press('c');
	await page.keyboard.press('1');
	for (let at = 1; at <= POINTS.length; at++) {
		await expect(place(page)).toHaveText(`${at} / ${POINTS.length}`);
		await settled(page);
		await expect.poll(() => smallTexts(page), `panel ${at}`).toEqual([]);
		await page.keyboard.press('PageDown');
	}
	await page.goto('/present/?theme=projector&lesson=scaling');
	await ready(page);
	await page.keyboard.press('a');
	await page.keyboard.press('?');
	await expect.poll(() => smallTexts(page), 'a lesson').toEqual([]);
});

/** Swipes across the heading, which nothing else makes use of. */
async function swipe(page: Page, from: number, to: number): Promise<void> {
	await page.locator('h1').evaluate(
		(target, [from, to]) => {
			const at = (clientX: number) => [new Touch({ identifier: 1, target, clientX, clientY: 100 })];
			const send = (type: string, touches: Touch[], changedTouches: Touch[]) =>
				target.dispatchEvent(new TouchEvent(type, { touches, changedTouches, bubbles: true }));
			send('touchstart', at(from), at(from));
			send('touchend', [], at(to));
		},
		[from, to] as const
	);
}
