import { afterEach, describe, expect, test, vi } from 'vitest';
import { fullParams } from './reader.ts';
import { mask, storageOf } from './testing/fakes.ts';
import { opened, quiet } from './testing/opened.ts';

afterEach(() => void vi.useRealTimers());

test('parameters that a careless test would take for absent are the reader’s own', async () => {
	const { page } = await opened();
	page.setParams(mask.id, { whole: false, size: 0, note: '' });
	expect(page.paramsOf(mask.id)).toMatchObject({ whole: false, size: 0, note: '', mask: 'causal' });
});

test('a value that a parameter cannot have changes nothing', async () => {
	const { page } = await opened();
	page.setParams(mask.id, { size: NaN, mask: 'all', stranger: 1 });
	expect(page.paramsOf(mask.id)).toEqual(fullParams(mask));
});

describe('a page about one point', () => {
	test('asks for that point alone, whatever a link opens', async () => {
		const { page, engine } = await opened('/?open=ffn', { only: mask.id });
		expect([page.open, page.reading?.id]).toEqual([[mask.id], mask.id]);
		expect(Object.keys(engine.asked[0]?.variations ?? {})).toEqual(['model', 'causal-mask.changed']);
	});
	test('hands on what a link opens on the board', async () => {
		expect((await opened('/?open=ffn', { only: mask.id })).page.search).toBe('?v=1&open=ffn');
	});
});

describe('settings', () => {
	test('are remembered', async () => {
		const storing = storageOf();
		const { page } = await opened('/', { storing });
		page.setLook('theme', 'projector');
		page.setBackend('cpu');
		expect((await opened('/', { storing })).page).toMatchObject({ theme: 'projector', backend: 'cpu' });
	});
	test('give way to a link', async () => {
		const { page, engine } = await opened('/?theme=light&backend=webgl', {
			storing: storageOf({ 'headlight.theme': 'dark', 'headlight.backend': 'cpu' })
		});
		expect([page.theme, page.backend, engine.backends]).toEqual(['light', 'webgl', ['webgl']]);
	});
	test('of the look are remembered one by one', async () => {
		const storing = storageOf();
		const { page } = await opened('/', { storing });
		page.setLook('colors', 'cividis');
		page.setLook('digits', 'e3');
		const { page: later } = await opened('/?digits=2', { storing });
		expect([later.look('colors'), later.look('digits'), later.look('signs')]).toEqual(['cividis', '2', 'blue-rust']);
	});
	test('are not lost to a link that says otherwise', async () => {
		const storing = storageOf({ 'headlight.colors': 'grey' });
		await opened('/?colors=viridis', { storing });
		expect((await opened('/', { storing })).page.look('colors')).toBe('grey');
	});
	test('that are damaged are as good as none', async () => {
		expect(
			(await opened('/', { storing: storageOf({ 'headlight.theme': 'pink', 'headlight.backend': '' }) })).page
		).toMatchObject({ theme: 'system', backend: undefined });
	});
	test('do not leak into a link that the reader copies', async () => {
		expect((await opened('/', { storing: storageOf({ 'headlight.theme': 'dark' }) })).page.search).toBe('?v=1');
	});
	test('of a backend reach the engine before its first question, and another asks again', async () => {
		const { page, engine } = await opened('/?backend=wasm');
		page.setBackend(undefined);
		await quiet();
		expect([engine.backends, engine.asked.length]).toEqual([['wasm', undefined], 2]);
	});
});

test('a prediction is remembered, and is in no link', async () => {
	const { page } = await opened();
	page.predict(mask.id, 0);
	expect([page.predicted(mask.id), page.search]).toEqual([0, '?v=1']);
});

describe('one panel alone', () => {
	test('is in the link, as a step of the history', async () => {
		const { page, address } = await opened();
		page.maximize(mask.id);
		await page.settled();
		expect([page.search, address.history.length]).toEqual(['?v=1&max=causal-mask', 2]);
	});
	test('is open, whatever else is', async () => {
		expect((await opened('/?open=&max=ffn')).page.open).toEqual(['ffn']);
	});
});

test('what is hidden is in the link in the order of the page', async () => {
	const { page } = await opened();
	page.hide(['heads', 'header']);
	expect([page.hidden, page.search]).toEqual([['header', 'heads'], '?v=1&hide=header,heads']);
});
