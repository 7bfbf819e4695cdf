/**
 * Measures the built page in Chromium, as its reader meets it: from the key that is pressed to the paint that follows.
 *
 * The page says that its first heatmap is real by `data-ready` on the board, that nothing is under way any more by
 * `data-settled`, and counts the answers it has painted in `data-painted` on the root; a control that chooses a head has
 * `data-head`, its number.
 */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright';
import { browserFlags } from '../browser.ts';
import { figure, quantile, type Figure } from './figure.ts';
import { instrument } from './instrument.ts';

const BACKEND = 'wasm';
const [KEYSTROKES, CHANGES, COLD_STARTS, WARM_UP] = [40, 30, 5, 5];

/** Between two inputs, so that all work of one is over before the next. */
const PAUSE = 400;

/** About 15 tokens. */
const SENTENCE = 'Tom gave the lamp to Lily, and Lily gave the lamp to Tom. ';

/** The page's figures, in Chromium at `executablePath`, from a server at `address`. */
export async function measurePage(executablePath: string, address: string): Promise<Figure[]> {
	const browser = await chromium.launch({ executablePath, args: browserFlags() });
	try {
		const conditions = `Chromium ${browser.version()}, ${BACKEND}, 1440×900, local server`;
		return [
			...(await coldStarts(browser, address, conditions)),
			...(await keystrokes(browser, address, conditions)),
			await headChanges(browser, address, conditions, 4, 'change of head to its figures painted'),
			await headChanges(browser, address, conditions, 20, 'another head’s 256-token heatmaps painted')
		];
	} finally {
		await browser.close();
	}
}

async function coldStarts(browser: Browser, address: string, conditions: string): Promise<Figure[]> {
	const times: number[] = [];
	let sizes = { gzip: 0, brotli: 0 };
	for (let start = 0; start < COLD_STARTS; start++) {
		const page = await newPage(browser);
		const bodies = collectBodies(page);
		await page.goto(`${address}?v=1&backend=${BACKEND}`);
		const ready = await page.evaluate(() => window.headlightBench.ready());
		times.push(ready);
		const end = (await page.evaluate(() => performance.timeOrigin)) + ready;
		sizes = compressed((await Promise.all(bodies)).filter(({ begun }) => begun <= end).map(({ body }) => body));
		await page.context().close();
	}
	const first = `${conditions}, empty cache, median of ${COLD_STARTS}`;
	return [
		figure('cold start to the first real heatmap', quantile(times, 0.5), 'ms', 1500, first),
		figure('scripts, styles and wasm until then, brotli', sizes.brotli, 'bytes', 350_000, conditions),
		figure('scripts, styles and wasm until then, gzip', sizes.gzip, 'bytes', undefined, conditions)
	];
}

interface Fetched {
	/** In milliseconds since 1970. */
	readonly begun: number;
	readonly body: Buffer;
}

/**
 * Of the page, of its worker and of what keeps it offline: not all of that shows among the page's own resources.
 * What is begun after the first heatmap is for later.
 */
function collectBodies(page: Page): Promise<Fetched>[] {
	const bodies: Promise<Fetched>[] = [];
	page.context().on('response', (response) => {
		const { pathname } = new URL(response.url());
		if (!/\.(js|css|wasm)$/.test(pathname)) return;
		const body = response.body().catch(() => Buffer.alloc(0));
		const begun = response.request().timing().startTime;
		bodies.push(body.then((body) => ({ begun, body })));
	});
	return bodies;
}

function compressed(bodies: readonly Buffer[]) {
	const total = (compress: (body: Buffer) => Buffer) => bodies.reduce((sum, body) => sum + compress(body).length, 0);
	return { gzip: total(gzipSync), brotli: total(brotliCompressSync) };
}

async function keystrokes(browser: Browser, address: string, conditions: string): Promise<Figure[]> {
	const page = await openWith(browser, address, 4);
	const box = page.locator('textarea').first();
	await box.focus();
	await page.keyboard.press('End');
	const [inView, all]: [number[], number[]] = [[], []];
	for (let i = 0; i < WARM_UP + KEYSTROKES; i++) {
		// Another text every time: one that was typed before is remembered.
		inView.push(await timed(page, () => page.keyboard.press('abcdefghij'.charAt(i % 10))));
		all.push(await page.evaluate(() => window.headlightBench.settled()));
	}
	await page.context().close();
	const how = `${conditions}, about 60 tokens, ${KEYSTROKES} keystrokes`;
	const p95 = (times: readonly number[]) => quantile(times.slice(WARM_UP), 0.95);
	return [
		figure('keystroke to the panels in view painted, p95', p95(inView), 'ms', 100, how),
		figure('keystroke to all five panels up to date, in view or not, p95', p95(all), 'ms', 100, how)
	];
}

async function headChanges(
	browser: Browser,
	address: string,
	conditions: string,
	sentences: number,
	what: string
): Promise<Figure> {
	const page = await openWith(browser, address, sentences);
	const times: number[] = [];
	for (let i = 0; i < WARM_UP + CHANGES; i++) {
		const control = page.locator(`[data-head="${(i + 1) % 4}"]`).first();
		await control.scrollIntoViewIfNeeded();
		const box = await control.boundingBox();
		if (!box) throw new Error('no head can be chosen');
		// By the mouse alone: what clicks an element looks at what lies there while it does, for as long as the page takes.
		await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
		await page.mouse.down();
		times.push(await timed(page, () => page.mouse.up()));
	}
	await page.context().close();
	return figure(`${what}, median`, quantile(times.slice(WARM_UP), 0.5), 'ms', 16, `${conditions}, ${CHANGES} changes`);
}

/** Milliseconds from an input to its paint. */
async function timed(page: Page, act: () => Promise<void>): Promise<number> {
	await page.waitForTimeout(PAUSE);
	await page.evaluate(() => window.headlightBench.arm());
	await act();
	return page.evaluate(() => window.headlightBench.painted());
}

async function openWith(browser: Browser, address: string, sentences: number): Promise<Page> {
	const page = await newPage(browser);
	await page.goto(`${address}?v=1&backend=${BACKEND}&t=${encodeURIComponent(SENTENCE.repeat(sentences))}`);
	await page.evaluate(() => window.headlightBench.ready());
	return page;
}

async function newPage(browser: Browser): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	page.setDefaultTimeout(60_000);
	// What runs this script names functions by a helper that the browser does not have.
	await page.addInitScript({ content: `{ const __name = (named) => named; (${instrument.toString()})(); }` });
	return page;
}
