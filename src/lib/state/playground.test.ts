import { afterEach, describe, expect, test, vi } from 'vitest';
import type { FailureCode } from '#engine/protocol.ts';
import { FAILURES } from './failures.ts';
import { sayNotice } from './notices.ts';
import { fullParams } from './reader.ts';
import { Playground } from './playground.svelte.ts';
import {
	broken,
	extra,
	FACTS,
	FakeAddress,
	FakeEngine,
	mask,
	MODELS,
	POINTS,
	REFUSED,
	scores,
	storageOf
} from './testing/fakes.ts';
import type { Storing } from './settings.ts';

afterEach(() => void vi.useRealTimers());

const TEXT = '1 2 3 4 5 6 7 8';

/** Lets everything that needs no clock come to its end. */
async function quiet(): Promise<void> {
	// Unpacking and answering take turns that no clock counts; real ones are fine to wait for.
	for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

interface Setting {
	readonly engine?: FakeEngine;
	readonly storing?: Storing;
}

async function opened(href = '/', { engine = new FakeEngine(), storing = storageOf() }: Setting = {}) {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const page = new Playground({
		client: engine.connect,
		models: MODELS,
		points: POINTS,
		language: 'en',
		start: { text: TEXT },
		storing
	});
	const address = new FakeAddress(href);
	const stop = page.listen(address);
	await quiet();
	return { page, engine, address, stop };
}

const failing = (code: FailureCode, detail = 'why') => ({ code, detail });
const notice = (code: Parameters<typeof sayNotice>[0]['code'], what = '') => sayNotice({ code, what });

describe('a first visit', () => {
	test('shows an answer to the starting text', async () => {
		const { page } = await opened();
		expect(page.run?.tokens.map(({ text }) => text).join(' ')).toBe(TEXT);
	});
	test('asks the engine once', async () => expect((await opened()).engine.asked.length).toBe(1));
	test('changes nothing about the address', async () => {
		const { address, page } = await opened('/zh/');
		await page.settled();
		expect(address.history).toEqual(['https://here/zh/']);
	});
	test('looks from the last token at the key that it weighs most, past the first', async () => {
		expect((await opened()).page.focus).toEqual({ layer: 0, head: 0, query: 7, key: 2 });
	});
	test('opens the five panels that are there', async () =>
		expect((await opened()).page.open).toEqual(['self-attention', 'causal-mask', 'kv-cache']));
});

describe('one question', () => {
	test('carries what every open panel needs', async () => {
		const { variations } = (await opened()).engine.asked[0] ?? {};
		expect(Object.keys(variations ?? {})).toEqual(['model', 'causal-mask.changed']);
		expect(variations?.['model']?.captures).toEqual(['blocks.*.attn.pattern', 'logits', 'blocks.*.attn.rot_q']);
	});
	test('gains what a newly opened panel needs', async () => {
		const { page, engine } = await opened();
		page.toggle('ffn');
		await quiet();
		expect(engine.asked[1]?.variations['model']?.captures).toContain('blocks.*.mlp.post');
	});
	test('follows a parameter that a variation depends on', async () => {
		const { page, engine } = await opened();
		page.setParams('causal-mask', { mask: 'none' });
		await quiet();
		expect(engine.asked[1]?.variations['causal-mask.changed']?.edits).toEqual([
			{ at: 'blocks.*.attn.attn_scores', do: 'mask', kind: 'none' }
		]);
	});
	test.each([{ layer: 1 }, { head: 1 }, { query: 3 }, { key: 0 }])(
		'is not asked again for another focus: %j',
		async (focus) => {
			const { page, engine } = await opened();
			page.choose(focus);
			await quiet();
			expect([engine.asked.length, page.focus]).toMatchObject([1, focus]);
		}
	);
	test('is not asked again for a parameter that no variation depends on', async () => {
		const { page, engine } = await opened();
		page.setParams('causal-mask', { size: 9 });
		await quiet();
		expect([engine.asked.length, page.resultOf(mask)]).toMatchObject([1, { params: { size: 9 } }]);
	});
	test('is asked once for several changes of one moment', async () => {
		const { page, engine } = await opened();
		page.setText('a b');
		page.setText('a b c');
		page.step();
		await quiet();
		expect(engine.asked.slice(1).map(({ text, generate }) => [text, generate.count])).toEqual([['a b c', 1]]);
	});
});

describe('an answer', () => {
	test('stays while a newer one is under way', async () => {
		const { page, engine } = await opened();
		engine.answering = () => new Promise(() => undefined);
		page.setText('a b');
		await quiet();
		expect([page.isWorking, page.run?.tokens.length]).toEqual([true, 8]);
	});
	test('that was overtaken never comes to show', async () => {
		const { page, engine } = await opened();
		const gates: (() => void)[] = [];
		engine.answering = () => new Promise((resolve) => gates.push(resolve));
		page.setText('a b');
		await quiet();
		page.setText('a b c');
		await quiet();
		gates[0]?.();
		await quiet();
		expect([page.run?.tokens.length, page.sequence]).toEqual([8, 1]);
		gates[1]?.();
		await quiet();
		expect([page.run?.tokens.length, page.sequence]).toEqual([3, 2]);
	});
	test('gives a point the focused layer, and undefined where an architecture lacks a value', async () => {
		const { page } = await opened('/?l=1');
		expect(page.resultOf(scores)).toMatchObject({ model: { pattern: { shape: [2, 8, 8] }, rotated: undefined } });
	});
	test('is computed with once', async () => {
		const { page } = await opened();
		expect(page.resultOf(scores)).toBe(page.resultOf(scores));
	});
	test('gives no result to a point that asked for nothing yet', async () =>
		expect((await opened()).page.resultOf(extra)).toBeUndefined());
	test('leaves the fault of a computation with its point', async () => {
		const { page } = await opened();
		expect([page.pointFailure(broken.id)?.detail, page.pointFailure(scores.id), page.failure]).toEqual([
			'Error: divided by nothing',
			undefined,
			undefined
		]);
	});
	test('keeps the result of the parameters that it was asked with until the next is there', async () => {
		const { page, engine } = await opened();
		const before = page.resultOf(mask);
		engine.answering = () => new Promise(() => undefined);
		page.setParams('causal-mask', { mask: 'none' });
		await quiet();
		expect(page.resultOf(mask)).toBe(before);
	});
	test('has the patterns of every layer', async () =>
		expect((await opened()).page.patterns?.shape).toEqual([2, 2, 8, 8]));
});

describe('generating', () => {
	test('goes token by token, and back', async () => {
		const { page } = await opened('/?t=a+b');
		page.step();
		page.step();
		await quiet();
		expect(page.run?.tokens.length).toBe(4);
		page.back();
		await quiet();
		expect(page.run?.tokens.length).toBe(3);
	});
	test('runs until the context is full', async () => {
		const { page } = await opened('/?t=a+b');
		page.start();
		await quiet();
		expect([page.run?.tokens.length, page.full, page.isGenerating]).toEqual([FACTS.context, true, false]);
	});
	test('stops when told to', async () => {
		const { page } = await opened('/?t=a+b');
		page.start();
		page.stop();
		await quiet();
		expect(page.run?.tokens.length).toBe(3);
	});
	test('takes back a token that the reader can see, though more were asked for than there was room', async () => {
		const { page } = await opened('/?t=a+b&n=60');
		page.back();
		await quiet();
		expect(page.run?.tokens.length).toBe(7);
	});
	test('begins anew with another text', async () => {
		const { page } = await opened('/?t=a+b&n=2');
		page.setText('a');
		expect(page.count).toBe(0);
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

describe('bad input', () => {
	test('an empty text says so and keeps the last run in view', async () => {
		const { page, engine } = await opened();
		page.setText('');
		await quiet();
		expect([page.run?.tokens.length, page.notices, page.failure, engine.asked.length]).toEqual([
			8,
			[notice('text-empty')],
			undefined,
			1
		]);
	});
	test('a link with an empty text says so', async () => {
		const { page } = await opened('/?t=');
		expect([page.run, page.isWorking, page.notices]).toEqual([undefined, false, [notice('text-empty')]]);
	});
	test('a text beyond the context is kept, and where it goes unseen is told', async () => {
		const { page } = await opened('/?t=1+2+3+4+5+6+7+8+9+10');
		expect([page.text.slice(page.unseenFrom), page.notices]).toEqual(['9 10', [notice('text-unseen', '8')]]);
	});
	test('a remark on the text that was waved away stays away for that text alone', async () => {
		const { page } = await opened('/?t=');
		page.dismiss();
		expect(page.notices).toEqual([]);
		page.setText('a');
		page.setText('');
		page.setText('1 2 3 4 5 6 7 8 9');
		await quiet();
		expect(page.notices).toEqual([notice('text-unseen', '8')]);
	});
	test('a link to an unknown model opens the usual one and says so', async () => {
		const { page } = await opened('/?m=gpt-9&t=a+b');
		expect([page.model, page.text, page.notices]).toEqual([
			'storyteller',
			'a b',
			[notice('model-unlisted', 'm=gpt-9')]
		]);
	});
	test('a link to layer 99 opens the last layer and says so', async () => {
		const { page, address } = await opened('/?l=99&q=50');
		expect([page.focus, page.notices]).toMatchObject([{ layer: 1, query: 7 }, [notice('link-focus', 'l=99 q=50')]]);
		await page.settled();
		expect(address.read().search).toBe('?v=1&l=1&q=7');
	});
	test('a link of nonsense opens the start', async () => {
		const { page } = await opened('/?v=x&l=%00&e=%7B&open=&&&=&#z=nonsense');
		await vi.waitUntil(() => page.run);
		expect([page.text, page.open, page.notices.length > 0]).toEqual([TEXT, [], true]);
	});
	test('a link whose edits do not fit the model is shown without them', async () => {
		const engine = new FakeEngine();
		engine.answering = ({ edits }) => (edits.length > 0 ? failing('bad-edit', 'no head 99') : undefined);
		const { page } = await opened(`/?e=${encodeURIComponent('[{"at":"blocks.0.attn.z","do":"zero","head":99}]')}`, {
			engine
		});
		expect([page.run?.tokens.length, page.failure, page.notices]).toEqual([
			8,
			undefined,
			[notice('link-edits', 'no head 99')]
		]);
	});
	test.each(['model-unreachable', 'model-damaged', 'model-unsupported', 'tokenizer-damaged', 'no-backend'] as const)(
		'%s while loading is told, loses nothing, and can be tried again',
		async (code) => {
			const engine = new FakeEngine();
			engine.unloadable = failing(code);
			const { page } = await opened('/?t=a+b', { engine });
			expect([page.failure?.code, page.text, page.isWorking]).toEqual([code, 'a b', false]);
			engine.unloadable = undefined;
			page.retry();
			await quiet();
			expect([page.failure, page.run?.tokens.length]).toEqual([undefined, 2]);
		}
	);
	test('the network gone while another model is fetched keeps the last run in view', async () => {
		const { page, engine } = await opened();
		engine.unloadable = failing('model-unreachable');
		page.setModel('reader');
		await quiet();
		expect([page.failure?.code, page.run?.model.id]).toEqual(['model-unreachable', 'storyteller']);
		page.setModel('storyteller');
		await quiet();
		expect(page.failure).toBeUndefined();
	});
	test('numbers that are not finite are told, and the last run stays in view', async () => {
		const { page, engine } = await opened();
		engine.answering = () => failing('not-finite');
		page.setText('a b');
		await quiet();
		expect([page.failure?.code, page.run?.tokens.length]).toEqual(['not-finite', 8]);
	});
	test('an experiment of one panel that fails leaves the others their numbers', async () => {
		const { page, engine } = await opened();
		engine.answering = ({ variations }) => ('causal-mask.changed' in variations ? failing('not-finite') : undefined);
		page.setText('a b');
		await quiet();
		expect([page.failure, page.run?.tokens.length]).toEqual([undefined, 2]);
		expect([page.pointFailure(mask.id)?.code, page.pointFailure(scores.id)]).toEqual(['not-finite', undefined]);
	});
	test('an engine that breaks in a way nobody foresaw is told', async () => {
		const { page, engine } = await opened();
		engine.answering = () => Promise.reject(new Error('out of memory'));
		page.setText('a b');
		await quiet();
		expect([page.failure, page.isWorking]).toEqual([{ code: 'internal', detail: 'Error: out of memory' }, false]);
	});
	test('storage that refuses every call changes nothing but the memory of it', async () => {
		const { page } = await opened('/', { storing: REFUSED });
		page.setTheme('dark');
		page.setBackend('wasm');
		await quiet();
		expect([page.theme, page.backend, page.run?.tokens.length]).toEqual(['dark', 'wasm', 8]);
	});
	test('hostile characters of a link are spelled out where it is quoted', async () => {
		const { page } = await opened('/?m=%E2%80%AE%00evil');
		expect(page.notices[0]?.en).toContain('[U+202E][U+0000]evil');
	});
});

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

describe('settings', () => {
	test('are remembered', async () => {
		const storing = storageOf();
		const { page } = await opened('/', { storing });
		page.setTheme('projector');
		page.setBackend('cpu');
		expect((await opened('/', { storing })).page).toMatchObject({ theme: 'projector', backend: 'cpu' });
	});
	test('give way to a link', async () => {
		const { page, engine } = await opened('/?theme=light&backend=webgl', {
			storing: storageOf({ 'headlight.theme': 'dark', 'headlight.backend': 'cpu' })
		});
		expect([page.theme, page.backend, engine.backends]).toEqual(['light', 'webgl', ['webgl']]);
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

test('every failure and remark is said in both languages', () => {
	const said = [
		...Object.values(FAILURES),
		...(['link-damaged', 'link-left', 'text-empty', 'text-unseen'] as const).map((code) => notice(code, 'x'))
	];
	expect(said.filter(({ en, zh }) => !/^[A-Z].*\.$/.test(en) || !/\p{Script=Han}.*。$/u.test(zh))).toEqual([]);
});
