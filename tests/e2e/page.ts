/** What every end-to-end test does: opens an address and waits until the panels show a model's own numbers. */
import { existsSync, readdirSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';

/** The five panels that a first visit opens, by the raw number of their points. */
export const FIRST_PANELS = ['self-attention', 'scaling', 'causal-mask', 'rope', 'kv-cache'] as const;

/** Every knowledge point that has a page. */
export const POINT_PAGES = readdirSync('src/lib/points', { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name);

/** Those that have a panel: the others are shown by training. */
export const POINTS = POINT_PAGES.filter((id) => existsSync(`src/lib/points/${id}/point.ts`));

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

/** Waits until nothing that is on show is still being computed. */
export async function settled(page: Page): Promise<void> {
	await page.locator('[data-settled]').waitFor();
}

/** Every visible text below 24 pixels on the screen: its size in the style, times what the page and a drawing enlarge it by. */
export async function smallTexts(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const found: string[] = [];
		const walker = document.createTreeWalker(document.querySelector('.site') ?? document, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const element = node.parentElement;
			const text = node.textContent?.trim();
			if (!element || !text || element.closest('script, style, noscript, option, .unseen')) continue;
			const range = document.createRange();
			range.selectNodeContents(node);
			const { width, height, bottom } = range.getBoundingClientRect();
			if (width < 2 || height < 2 || bottom < 0) continue;
			if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
			const drawn = element instanceof SVGGraphicsElement ? element.getScreenCTM() : undefined;
			const enlarged = drawn ? Math.hypot(drawn.a, drawn.b) : element.currentCSSZoom;
			const size = parseFloat(getComputedStyle(element).fontSize) * enlarged;
			// A number that does not fit its cell has no size, and is not printed.
			if (size > 0 && size < 23.9) found.push(`${size.toFixed(1)} ${element.tagName}: ${text.slice(0, 30)}`);
		}
		return [...new Set(found)].slice(0, 20);
	});
}
