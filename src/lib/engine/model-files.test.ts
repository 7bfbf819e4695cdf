import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fetchModel } from './model-files.ts';

const FILES = {
	'config.json': '{"model_type": "gpt_neox"}',
	'tokenizer.json': '{"version": "1.0"}',
	'model.safetensors': 'weights '.repeat(5000)
};
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const CARD = JSON.stringify({
	files: Object.fromEntries(
		Object.entries(FILES).map(([name, text]) => [name, { bytes: text.length, sha256: sha256(text) }])
	)
});

/** A host whose answers can be replaced file by file. */
function host(changes: Record<string, string | (() => Response | Promise<Response>)> = {}) {
	const files: Record<string, string | (() => Response | Promise<Response>)> = {
		...FILES,
		'card.json': CARD,
		...changes
	};
	return vi.fn<typeof fetch>(async (address) => {
		const answer = files[new Request(address).url.replace('https://here/models/teller/', '')];
		if (typeof answer === 'function') return answer();
		return new Response(answer ?? 'no', { status: answer === undefined ? 404 : 200 });
	});
}

const source = (fetch: typeof globalThis.fetch) => ({ modelsUrl: 'https://here/models/', fetch });
const load = (fetch: typeof globalThis.fetch, id = 'teller') => fetchModel(id, source(fetch));

afterEach(() => vi.unstubAllGlobals());

describe('fetchModel', () => {
	test('gives the files that were published', async () => {
		const { config, tokenizer, weights } = await load(host());
		expect([config, tokenizer]).toEqual([FILES['config.json'], FILES['tokenizer.json']]);
		expect(new TextDecoder().decode(weights)).toBe(FILES['model.safetensors']);
	});

	test('tells how far it has come, up to everything', async () => {
		const told: number[] = [];
		await fetchModel('teller', { ...source(host()), progress: (loaded) => told.push(loaded) });
		expect(told).toEqual(told.toSorted((a, b) => a - b));
		expect(told.at(-1)).toBe(Object.values(FILES).join('').length + CARD.length);
	});

	test.each(['../secrets', 'a/b', 'https:', 'Teller', '', 'a.b', '%2e%2e'])(
		'does not even ask for the model "%s"',
		async (id) => {
			const fetch = host();
			await expect(load(fetch, id)).rejects.toMatchObject({ code: 'model-unknown' });
			expect(fetch).not.toHaveBeenCalled();
		}
	);

	test('says that a model is unknown when its folder is not there', async () => {
		await expect(load(host(), 'nobody')).rejects.toMatchObject({ code: 'model-unknown' });
	});

	test('says that a model is unknown even if another file is found missing first', async () => {
		const late = () =>
			new Promise<Response>((resolve) => setTimeout(() => resolve(new Response('no', { status: 404 })), 20));
		const files = { 'config.json': late, 'tokenizer.json': () => new Response('no', { status: 404 }) };
		await expect(load(host(files))).rejects.toMatchObject({ code: 'model-unknown' });
	});

	test('takes a page in place of a configuration for an unknown model', async () => {
		const page = () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
		await expect(load(host({ 'config.json': page }))).rejects.toMatchObject({ code: 'model-unknown' });
	});

	test('says that a model is unreachable when there is no network', async () => {
		const offline = vi.fn<typeof fetch>(() => Promise.reject(new TypeError('Failed to fetch')));
		await expect(load(offline)).rejects.toMatchObject({ code: 'model-unreachable' });
	});

	test('says that a model is unreachable when the network goes half-way', async () => {
		const body = () => {
			let sent = false;
			return new ReadableStream<Uint8Array>({
				pull(controller) {
					if (sent) controller.error(new TypeError('network error'));
					else controller.enqueue(new Uint8Array(1000));
					sent = true;
				}
			});
		};
		const cut = host({ 'model.safetensors': () => new Response(body()) });
		await expect(load(cut)).rejects.toMatchObject({ code: 'model-unreachable' });
	});

	test('says that a model is unreachable when the host is out of order', async () => {
		const failing = host({ 'config.json': () => new Response('', { status: 503 }) });
		await expect(load(failing)).rejects.toMatchObject({ code: 'model-unreachable' });
	});

	test('refuses a file that is cut short', async () => {
		const short = host({ 'model.safetensors': FILES['model.safetensors'].slice(0, -1) });
		await expect(load(short)).rejects.toMatchObject({
			code: 'model-damaged',
			message: 'model.safetensors has 39999 bytes of 40000'
		});
	});

	test('refuses a file of the right size and the wrong hash', async () => {
		const altered = host({ 'tokenizer.json': FILES['tokenizer.json'].replace('1', '2') });
		await expect(load(altered)).rejects.toMatchObject({ code: 'model-damaged' });
	});

	test('refuses a folder with a file missing', async () => {
		const missing = host({ 'model.safetensors': () => new Response('', { status: 404 }) });
		await expect(load(missing)).rejects.toMatchObject({
			code: 'model-damaged',
			message: 'model.safetensors is not there'
		});
	});

	test('refuses a card that cannot be read, or that does not list a file', async () => {
		await expect(load(host({ 'card.json': '{' }))).rejects.toMatchObject({ code: 'model-damaged' });
		await expect(load(host({ 'card.json': '{}' }))).rejects.toMatchObject({ code: 'model-damaged' });
	});

	test('makes do with sizes where the browser offers no hashing', async () => {
		vi.stubGlobal('crypto', {});
		const altered = host({ 'tokenizer.json': FILES['tokenizer.json'].replace('1', '2') });
		await expect(load(altered)).resolves.toBeDefined();
	});
});
