import { afterEach, expect, test, vi } from 'vitest';
import type { Told } from './embed-messages.ts';
import { Embedding } from './embedding.svelte.ts';
import { frameAddress } from './frame-address.ts';
import { FakeAddress } from './testing/fakes.ts';
import { unopened, quiet } from './testing/opened.ts';

afterEach(() => void vi.useRealTimers());

/** A panel in a frame whose page hears what it tells, and can say things to it. */
async function embedded(href = '/') {
	const { page, engine } = unopened({ single: true });
	const inner = new FakeAddress(href);
	const told: Told[] = [];
	const takes: ((data: unknown) => void)[] = [];
	const around = {
		tell: (message: Told) => void told.push(message),
		hear: (take: (data: unknown) => void) => {
			takes.push(take);
			return () => void takes.splice(0);
		}
	};
	const embedding = new Embedding(page, frameAddress(inner), around);
	const stop = embedding.listen();
	await quiet();
	const say = async (data: unknown) => {
		for (const take of takes) take(data);
		await quiet();
	};
	return { page, engine, inner, told, say, stop, embedding };
}

const last = (told: readonly Told[]) => told.at(-1);

test('a frame says what it shows when it is asked', async () => {
	const { told, say } = await embedded('/?v=1&p=causal-mask&h=1');
	await say({ headlight: 1, type: 'get' });
	expect(told).toEqual([
		expect.objectContaining({ type: 'state', point: 'causal-mask', search: '?v=1&h=1&p=causal-mask' })
	]);
});

test('only the point that is shown is computed', async () => {
	const { engine } = await embedded('/?v=1&p=ffn');
	expect(engine.asked.flatMap(({ variations }) => Object.keys(variations))).toEqual(['model']);
});

test('without a point the first that is open is shown', async () => {
	const { page } = await embedded('/?v=1&open=kv-cache,ffn');
	expect(page.open).toEqual(['kv-cache']);
});

test('a link from the page around is opened', async () => {
	const { page, say } = await embedded();
	await say({ headlight: 1, type: 'set', search: '?v=1&t=x+y&p=ffn' });
	expect([page.text, page.open]).toEqual(['x y', ['ffn']]);
});

test('a link from the page around stands in the address', async () => {
	const { inner, say } = await embedded();
	await say({ headlight: 1, type: 'set', search: '?v=1&t=x+y' });
	expect(inner.history).toEqual(['https://here/?v=1&t=x+y']);
});

test('no step of the history is taken', async () => {
	const { page, inner } = await embedded();
	page.setModel('reader');
	await quiet();
	expect(inner.history).toEqual(['https://here/?v=1&m=reader']);
});

test('a malformed message is answered with an error, and changes nothing', async () => {
	const { page, told, say } = await embedded();
	const before = page.search;
	await say({ headlight: 1, type: 'set', search: 7 });
	expect([last(told)?.type, page.search]).toEqual(['error', before]);
});

test('the messages of others are passed over', async () => {
	const { told, say } = await embedded();
	const before = told.length;
	await say({ type: 'get' });
	await say('get');
	expect(told).toHaveLength(before);
});

test('a height is told once while it stays', async () => {
	const { told, embedding } = await embedded();
	embedding.tellHeight(399.2);
	embedding.tellHeight(400);
	expect(told.filter(({ type }) => type === 'size')).toEqual([{ headlight: 1, type: 'size', height: 400 }]);
});

test('a frame that is left says and hears nothing more', async () => {
	const { page, told, say, stop } = await embedded();
	stop();
	const before = told.length;
	page.choose({ head: 1 });
	await say({ headlight: 1, type: 'get' });
	expect(told).toHaveLength(before);
});
