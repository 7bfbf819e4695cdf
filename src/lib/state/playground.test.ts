import { afterEach, describe, expect, test, vi } from 'vitest';
import { broken, extra, FACTS, mask, POINTS, scores } from './testing/fakes.ts';
import { opened, quiet, TEXT } from './testing/opened.ts';

afterEach(() => void vi.useRealTimers());

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
	test('looks from the last token at the key that it weighs most', async () => {
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
	test('carries at first only what panels in view need', async () => {
		const { page, engine } = await opened();
		page.scenes.see(mask.id, false);
		page.setText('a b');
		await quiet();
		expect(Object.keys(engine.asked.at(-1)?.variations ?? {})).toEqual(['model']);
	});
	test('is not overtaken by one for the panels out of view', async () => {
		const { page, engine } = await opened();
		let answer = () => {};
		engine.answering = () => new Promise<void>((resolve) => (answer = resolve));
		page.scenes.see(mask.id, false);
		page.setText('a b');
		await quiet();
		vi.advanceTimersByTime(1000);
		await quiet();
		expect(engine.asked.length).toBe(2);
		answer();
		await quiet();
		vi.advanceTimersByTime(1000);
		await quiet();
		expect(engine.asked.length).toBe(3);
	});
	test('is followed by one for the panels out of view, of what is missing alone', async () => {
		const { page, engine } = await opened();
		page.scenes.see(mask.id, false);
		page.setText('a b');
		await quiet();
		vi.advanceTimersByTime(1000);
		await quiet();
		expect(Object.keys(engine.asked.at(-1)?.variations ?? {})).toEqual(['causal-mask.changed']);
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

describe('points that are not at hand', () => {
	test('are fetched once the first answer has been painted', async () => {
		const { page } = await opened('/', { atHand: [scores] });
		expect(page.points).toEqual([scores]);
		vi.advanceTimersByTime(1000);
		await quiet();
		expect(page.points).toEqual(POINTS);
	});
	test('are waited for by a link that speaks of them', async () => {
		const { page } = await opened('/?causal-mask.size=9&open=causal-mask', { atHand: [scores] });
		expect([page.open, page.paramsOf(mask.id)['size'], page.notices]).toEqual([[mask.id], 9, []]);
	});
});
