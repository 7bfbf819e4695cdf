import { afterEach, describe, expect, test, vi } from 'vitest';
import { FAILURES } from './failures.ts';
import { extra, FakeEngine, mask, REFUSED, scores } from './testing/fakes.ts';
import { failing, notice, opened, quiet, TEXT } from './testing/opened.ts';

afterEach(() => void vi.useRealTimers());

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
	test('one that fails leaves the other experiments their runs', async () => {
		const { page, engine } = await opened();
		page.toggle('ffn');
		engine.answering = ({ variations }) => ('causal-mask.changed' in variations ? failing('bad-edit') : undefined);
		page.setText('a b');
		await quiet();
		expect([page.pointFailure('ffn'), page.resultOf(extra)]).toEqual([undefined, 'computed']);
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
		page.setLook('theme', 'dark');
		page.setBackend('wasm');
		await quiet();
		expect([page.theme, page.backend, page.run?.tokens.length]).toEqual(['dark', 'wasm', 8]);
	});
	test('hostile characters of a link are spelled out where it is quoted', async () => {
		const { page } = await opened('/?m=%E2%80%AE%00evil');
		expect(page.notices[0]?.en).toContain('[U+202E][U+0000]evil');
	});
});

test('every failure and remark is said in both languages', () => {
	const said = [
		...Object.values(FAILURES),
		...(['link-damaged', 'link-left', 'text-empty', 'text-unseen'] as const).map((code) => notice(code, 'x'))
	];
	expect(said.filter(({ en, zh }) => !/^[A-Z].*\.$/.test(en) || !/\p{Script=Han}.*。$/u.test(zh))).toEqual([]);
});
