/** What every end-to-end test does: opens an address and waits until the panels show a model's own numbers. */
import type { Locator, Page } from '@playwright/test';

/** The five panels that a first visit opens, by the raw number of their points. */
export const FIRST_PANELS = ['self-attention', 'scaling', 'causal-mask', 'rope', 'kv-cache'] as const;

/** Opens an address and waits for the first real heatmap. */
export async function open(page: Page, path = '/'): Promise<void> {
	await page.goto(path);
	await ready(page);
}

/** Waits until the board shows a run. */
export async function ready(page: Page): Promise<void> {
	await page.locator('[data-ready]').waitFor();
}

/** A panel of the board by its point's id. */
export function panel(page: Page, id: string): Locator {
	return page.locator(`article[aria-labelledby="panel-${id}"]`);
}

/** The text that each token shows, in order. */
export async function tokens(page: Page): Promise<string[]> {
	const texts = await page.locator('[data-index] .text').allInnerTexts();
	return texts.map((text) => text.replace('·', '').trim());
}

/** The box that the reader types into. */
export function textBox(page: Page): Locator {
	return page.locator('textarea');
}

/** A query that the codec of links writes late, waited for. */
export async function linkWith(page: Page, part: string): Promise<string> {
	await page.waitForURL((url) => url.search.includes(part));
	return page.url();
}
