import { afterEach, describe, expect, test, vi } from 'vitest';
import { mask } from './testing/fakes.ts';
import { holdFrames, opened, quiet, TEXT } from './testing/opened.ts';

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe('links on the page', () => {
	test('speak of a change once it has been painted', async () => {
		const { page } = await opened();
		const paint = holdFrames();
		page.choose({ head: 1 });
		expect(page.search).toBe('?v=1');
		paint();
		expect(page.search).toBe('?v=1&h=1');
	});
	test('speak of it at once to whom the address must be settled', async () => {
		const { page } = await opened();
		holdFrames();
		page.choose({ head: 1 });
		await page.settled();
		expect(page.search).toBe('?v=1&h=1');
	});
});

describe('the address', () => {
	test('follows typing late, and in place', async () => {
		const { page, address } = await opened();
		page.setText('a b');
		await quiet();
		expect(address.history).toEqual(['https://here/']);
		vi.advanceTimersByTime(150);
		await quiet();
		expect(address.history).toEqual(['https://here/?v=1&t=a+b']);
	});
	test('takes a step for a model, a panel and a suggestion', async () => {
		const { page, address } = await opened();
		page.setModel('reader');
		page.toggle('ffn');
		page.apply(
			{ label: { en: '', zh: '' }, text: 'x y', focus: { layer: 1 }, params: { size: 1 }, generate: 2 },
			mask.id
		);
		await quiet();
		expect(address.history.map((href) => new URL(href).search)).toEqual([
			'',
			'?v=1&m=reader',
			'?v=1&m=reader&open=self-attention,causal-mask,kv-cache,ffn',
			'?v=1&m=reader&t=x+y&l=1&n=2&open=self-attention,causal-mask,kv-cache,ffn&causal-mask.size=1'
		]);
	});
	test('comes to say what the link of a suggestion said', async () => {
		const { page, address } = await opened('/?h=1');
		const suggestion = {
			label: { en: '', zh: '' },
			model: 'reader',
			text: 'x y',
			params: { size: 1 },
			sampling: { temperature: 0 }
		};
		const link = page.linkOf(suggestion, mask.id);
		page.apply(suggestion, mask.id);
		await quiet();
		expect(link).toBe('?v=1&m=reader&t=x+y&h=1&temp=0&causal-mask.size=1');
		expect(address.read().search).toBe(link);
	});
	test('is not changed by asking for the link of a suggestion', async () => {
		const { page, address } = await opened();
		page.linkOf({ label: { en: '', zh: '' }, text: 'x y' }, mask.id);
		await quiet();
		expect([address.history, page.text]).toEqual([['https://here/'], TEXT]);
	});
	test('has what was typed written before a step', async () => {
		const { page, address } = await opened();
		page.setText('a b');
		page.toggle('ffn');
		await quiet();
		expect(address.history[0]).toBe('https://here/?v=1&t=a+b');
	});
	test('brings everything back when the reader goes back, and forward', async () => {
		const { page, address } = await opened('/?t=a+b');
		page.setModel('reader');
		await quiet();
		address.go(-1);
		await quiet();
		expect([page.model, page.run?.model.id]).toEqual(['storyteller', 'storyteller']);
		address.go(1);
		await quiet();
		expect(page.model).toBe('reader');
	});
	test('is not written over by what was typed before going back', async () => {
		const { page, address } = await opened('/?t=a+b');
		page.toggle('ffn');
		await quiet();
		page.setText('typed');
		address.go(-1);
		await quiet();
		vi.advanceTimersByTime(1000);
		await quiet();
		expect([address.read().search, page.text]).toEqual(['?t=a+b', 'a b']);
	});
	test('holds a long text in its hash, and opens the same', async () => {
		const text = '头灯 '.repeat(600).trim();
		const { page, address } = await opened();
		page.setText(text);
		await quiet();
		await page.settled();
		await vi.waitUntil(() => page.hash);
		expect([page.search, page.hash]).toEqual(['?v=1', address.read().hash]);
		const other = await opened(address.read().href);
		// Unpacking works on a thread of its own.
		await vi.waitUntil(() => other.page.text !== TEXT);
		expect(other.page.text).toBe(text);
	});
	test('keeps a fragment that is not a state', async () => {
		const { page, address } = await opened('/#scaling');
		page.setText('a');
		await page.settled();
		expect(address.read().hash).toBe('#scaling');
	});
	test('is left alone after the page has stopped', async () => {
		const { page, address, stop, engine } = await opened();
		stop();
		page.setText('a');
		vi.advanceTimersByTime(1000);
		await quiet();
		expect([address.history, engine.closed]).toEqual([['https://here/'], true]);
	});
});
