import { afterEach, describe, expect, test } from 'vitest';
import { fetchFrom } from './held.ts';

const { fetch: before } = globalThis;
afterEach(() => {
	globalThis.fetch = before;
});

describe('a fetch in a page that is one file', () => {
	test('is answered with the bytes that the file holds', async () => {
		fetchFrom({ 'models/one/weights': btoa('\u0000\u00ff\u0080') });
		const answer = await fetch('file:///home/one.html#/models/one/weights');
		expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 255, 128]);
	});
	test('says how long the answer is', async () => {
		fetchFrom({ 'a.json': btoa('{"a":1}') });
		expect((await fetch('#/a.json')).headers.get('content-length')).toBe('7');
	});
	test('finds nothing where the file holds nothing', async () => {
		fetchFrom({});
		expect((await fetch('#/constructor')).status).toBe(404);
	});
});
