import { afterEach, describe, expect, test, vi } from 'vitest';
import { DeckAddress } from './deck-address.ts';
import { packLesson, type Lesson } from './lesson.ts';
import { Playground } from './playground.svelte.ts';
import { Presenter } from './presenter.svelte.ts';
import { FakeAddress, FakeEngine, MODELS, POINTS, storageOf } from './testing/fakes.ts';
import { quiet } from './testing/opened.ts';

afterEach(() => void vi.useRealTimers());

const LESSON: Lesson = {
	title: { en: 'Three' },
	steps: [
		{ link: { t: 'one', p: 'self-attention' }, caption: { en: 'first' } },
		{ link: { t: 'two two', l: '1', 'causal-mask.mask': 'none', p: 'causal-mask' }, caption: { en: 'second' } },
		{ link: { t: 'three' }, caption: {}, question: { ask: { en: '?' }, answer: { en: '!' } } }
	]
};

async function presenting(href: string) {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const playground = new Playground({
		client: new FakeEngine().connect,
		models: MODELS,
		points: POINTS,
		language: 'en',
		storing: storageOf()
	});
	const browser = new FakeAddress(href);
	const presenter = new Presenter({
		playground,
		address: new DeckAddress(browser),
		inOrder: (points) => points,
		named: async (name) => (name === 'three' ? LESSON : name === 'old' ? 'newer' : undefined)
	});
	const stop = presenter.listen();
	await quiet();
	return { playground, browser, presenter, stop };
}

const seen = ({ playground, presenter }: Awaited<ReturnType<typeof presenting>>) => [
	presenter.at,
	presenter.panel?.id,
	playground.text
];

describe('stepping through panels', () => {
	test('begins with the panel that is read, and goes on from there', async () => {
		const deck = await presenting('/?v=1&t=a+b&p=causal-mask');
		expect(seen(deck)).toEqual([1, 'causal-mask', 'a b']);
		await deck.presenter.forward();
		expect(seen(deck)).toEqual([2, 'kv-cache', 'a b']);
		await deck.presenter.forward();
		expect([deck.presenter.at, deck.presenter.canForward]).toEqual([2, false]);
	});
	test('goes on and back as often as a clicker is pressed, however fast', async () => {
		const deck = await presenting('/?v=1&t=a+b');
		void deck.presenter.forward();
		void deck.presenter.forward();
		await deck.presenter.back();
		expect(seen(deck)).toEqual([1, 'causal-mask', 'a b']);
	});
	test('goes back to what was before, with what had been changed there', async () => {
		const deck = await presenting('/?v=1&t=a+b&l=1');
		await deck.presenter.show(2);
		deck.playground.setText('other');
		await deck.presenter.back();
		expect([...seen(deck), deck.playground.focus.layer]).toEqual([0, 'self-attention', 'a b', 1]);
	});
	test('steps back where nothing was before', async () => {
		const deck = await presenting('/?v=1&t=a+b&p=causal-mask');
		await deck.presenter.back();
		expect(seen(deck)).toEqual([0, 'self-attention', 'a b']);
		expect(deck.presenter.canBack).toBe(false);
	});
	test('shows an open panel where the one that is read is folded', async () => {
		const deck = await presenting('/?v=1&open=kv-cache&p=causal-mask');
		expect([deck.presenter.panel?.id, deck.presenter.of]).toEqual(['kv-cache', 1]);
	});
	test('writes the panel into the address, which restores it', async () => {
		const deck = await presenting('/?v=1&t=a+b');
		await deck.presenter.forward();
		expect(seen(await presenting(deck.browser.read().href))).toEqual([1, 'causal-mask', 'a b']);
	});
});

describe('playing a lesson', () => {
	test('opens its first step from a bare address', async () => {
		const deck = await presenting('/?lesson=three');
		expect(seen(deck)).toEqual([0, 'self-attention', 'one']);
		expect(deck.browser.history).toHaveLength(1);
	});
	test('opens any step that the address names, and the last for one past it', async () => {
		expect((await presenting('/?lesson=three&step=2')).playground.text).toBe('two two');
		expect((await presenting('/?lesson=three&step=99')).playground.text).toBe('three');
		expect((await presenting('/?lesson=three&step=x')).playground.text).toBe('one');
	});
	test('sets the whole state at each step', async () => {
		const deck = await presenting('/?lesson=three');
		await deck.presenter.forward();
		expect(seen(deck)).toEqual([1, 'causal-mask', 'two two']);
		expect(deck.playground.paramsOf('causal-mask')['mask']).toBe('none');
		await deck.presenter.forward();
		expect([...seen(deck), deck.playground.paramsOf('causal-mask')['mask']]).toEqual([
			2,
			'self-attention',
			'three',
			'causal'
		]);
	});
	test('goes back to the step as it was left', async () => {
		const deck = await presenting('/?lesson=three');
		deck.playground.setText('explored');
		await deck.presenter.forward();
		await deck.presenter.back();
		expect(seen(deck)).toEqual([0, 'self-attention', 'explored']);
	});
	test('returns to the step as it was recorded, and knows whether it is', async () => {
		const deck = await presenting('/?lesson=three&step=2');
		expect(deck.presenter.isChanged).toBe(false);
		deck.playground.setText('explored');
		expect(deck.presenter.isChanged).toBe(true);
		await deck.presenter.restore();
		expect([deck.playground.text, deck.presenter.isChanged]).toEqual(['two two', false]);
	});
	test('is where it was after a reload, with what had been explored', async () => {
		const deck = await presenting('/?lesson=three');
		await deck.presenter.forward();
		deck.playground.setText('explored');
		await deck.playground.settled();
		expect(seen(await presenting(deck.browser.read().href))).toEqual([1, 'causal-mask', 'explored']);
	});
	test('keeps the look of the device through all steps', async () => {
		const deck = await presenting('/?lesson=three&theme=projector');
		await deck.presenter.forward();
		expect(deck.playground.theme).toBe('projector');
	});
	test('follows the browser’s own way back', async () => {
		const deck = await presenting('/?lesson=three');
		await deck.presenter.forward();
		deck.browser.go(-1);
		await quiet();
		expect(seen(deck)).toEqual([0, 'self-attention', 'one']);
	});
	test('hides the answer again at the next step', async () => {
		const deck = await presenting('/?lesson=three&step=3');
		deck.presenter.answer();
		expect(deck.presenter.isAnswered).toBe(true);
		await deck.presenter.back();
		await deck.presenter.forward();
		expect(deck.presenter.isAnswered).toBe(false);
	});
	test('comes whole out of a link, and its steps keep it', async () => {
		const deck = await presenting(`/#lesson=${(await packLesson(LESSON)) ?? ''}`);
		await vi.waitUntil(() => deck.playground.text === 'one');
		await deck.presenter.forward();
		expect(seen(deck)).toEqual([1, 'causal-mask', 'two two']);
		expect(deck.presenter.nextStep).toEqual(LESSON.steps[2]);
		expect(deck.browser.read().hash).toMatch(/^#lesson=/);
	});
});

describe('a lesson that is none', () => {
	test.each([
		['/?v=1&t=a+b&lesson=unknown', 'missing'],
		['/?v=1&t=a+b&lesson=old', 'newer'],
		['/?v=1&t=a+b#lesson=AAAA', 'damaged']
	])('leaves the state of %s as it is, and says that it is %s', async (href, refusal) => {
		const deck = await presenting(href);
		await vi.waitUntil(() => deck.presenter.refusal);
		await quiet();
		expect([deck.presenter.refusal, ...seen(deck)]).toEqual([refusal, 0, 'self-attention', 'a b']);
	});
	test('does not take the place of the one that is played', async () => {
		const deck = await presenting('/?lesson=three&step=2');
		deck.browser.push(new URL(`${deck.browser.read().href}#lesson=AAAA`));
		deck.browser.go(0);
		await vi.waitUntil(() => deck.presenter.refusal);
		expect(deck.presenter.step).toEqual(LESSON.steps[1]);
		expect(deck.browser.read().href).toMatch(/&lesson=three&step=2$/);
	});
});
