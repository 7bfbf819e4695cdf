/** Lessons: those that ship, and the reader's own from recording to sharing. */
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { open, panel, ready, tokens } from './page.ts';

const recorder = (page: Page) => page.getByRole('dialog', { name: 'Your lesson' });
const place = (page: Page) => page.locator('.ways p');

for (const [id, steps, language] of [
	['attention', 6, '/zh'],
	['scaling', 5, ''],
	['kv-cache', 6, '']
] as const)
	test(`every step of ${language}/present/?lesson=${id} opens whole and draws`, async ({ page }) => {
		test.slow();
		await open(page, `${language}/present/?lesson=${id}`);
		for (let at = 1; at <= steps; at++) {
			await expect(place(page)).toHaveText(`${at} / ${steps}`);
			await page.locator('[data-settled]').waitFor();
			await expect(page.locator('article .view:not(.waiting)')).toBeVisible();
			await expect(page.locator('.failure, .notice')).toHaveCount(0);
			// The step that takes the mask away says that cache and recomputing part.
			if (id === 'kv-cache') await expect(page.getByText('Not the same result')).toHaveCount(at === 5 ? 1 : 0);
			await page.keyboard.press('ArrowRight');
		}
	});

test('is recorded, edited, kept through a reload, taken back, and played', async ({ page }) => {
	await open(page, '/?v=1&t=Lily+saw+Tom&p=scaling');
	await page.getByRole('button', { name: 'Lesson' }).click();
	await recorder(page).getByRole('button', { name: 'Record this state' }).click();
	await page.locator('textarea').first().fill('Tom saw Lily');
	await recorder(page).getByRole('button', { name: 'Record this state' }).click();
	await expect(recorder(page).getByRole('listitem')).toHaveCount(2);
	await recorder(page).getByRole('button', { name: 'Edit' }).first().click();
	await recorder(page).getByLabel('Caption').first().fill('Who saw whom?');
	await recorder(page).getByLabel('Question').first().fill('Why?');
	await recorder(page).getByLabel('Answer, hidden').first().fill('Because.');
	await page.reload();
	await ready(page);
	await page.getByRole('button', { name: 'Lesson' }).click();
	await expect(recorder(page).getByRole('listitem').first()).toContainText('Who saw whom?');
	await recorder(page).getByRole('button', { name: 'Remove' }).first().click();
	await expect(recorder(page).getByRole('listitem')).toHaveCount(1);
	// What was pressed has gone: the keyboard goes on at the way back.
	await expect(recorder(page).getByRole('button', { name: 'Undo' })).toBeFocused();
	await recorder(page).getByRole('button', { name: 'Undo' }).click();
	await recorder(page).getByRole('link', { name: 'Play' }).click();
	await ready(page);
	await expect(page.getByText('Who saw whom?')).toBeVisible();
	await expect(page.getByText('Because.')).toHaveCount(0);
	await page.keyboard.press('a');
	await expect(page.getByText('Because.')).toBeVisible();
	await page.keyboard.press('ArrowRight');
	await expect.poll(() => tokens(page)).toEqual(['Tom', 'saw', 'Lily']);
});

test('goes out as a file and as a link, and comes back; what is none is refused in a sentence', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await open(page, '/?v=1&t=Lily+saw+Tom&open=scaling&p=scaling');
	await page.getByRole('button', { name: 'Lesson' }).click();
	await recorder(page).getByRole('button', { name: 'Record this state' }).click();
	await recorder(page).getByLabel('Title').fill('Mine');
	await recorder(page).getByRole('button', { name: 'Copy the lesson’s link' }).click();
	await expect(recorder(page).getByRole('button', { name: 'Link copied' })).toBeVisible();
	const link = await page.evaluate(() => navigator.clipboard.readText());
	const downloading = page.waitForEvent('download');
	await recorder(page).getByRole('button', { name: 'Save as a file' }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toBe('Mine.headlight.json');
	const file = await readFile(await download.path(), 'utf8');
	const give = (buffer: string) =>
		page
			.locator('input[type=file]')
			.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(buffer) });
	await give(file.slice(0, -30));
	await expect(recorder(page).getByRole('status')).toContainText('damaged');
	await give(file.replace('"headlight-lesson": 1', '"headlight-lesson": 2'));
	await expect(recorder(page).getByRole('status')).toContainText('newer version');
	await expect(recorder(page).getByRole('listitem')).toHaveCount(1);
	await recorder(page).getByRole('button', { name: 'New lesson' }).click();
	await expect(recorder(page).getByRole('listitem')).toHaveCount(0);
	await give(file);
	await expect(recorder(page).getByRole('listitem')).toHaveCount(1);
	await expect(recorder(page).getByLabel('Title')).toHaveValue('Mine');

	const elsewhere = await (await page.context().browser()?.newContext())?.newPage();
	if (!elsewhere) throw new Error('there is a browser');
	await open(elsewhere, link);
	await expect(elsewhere.locator('aside')).toContainText('Mine');
	await expect(panel(elsewhere, 'scaling')).toBeVisible();
	await elsewhere.goto('/present/?v=1&t=Lily+saw+Tom#lesson=AAAA');
	await elsewhere.reload();
	await ready(elsewhere);
	await expect(elsewhere.getByText('is damaged or cut short')).toBeVisible();
	await expect.poll(() => tokens(elsewhere)).toEqual(['Lily', 'saw', 'Tom']);
});
