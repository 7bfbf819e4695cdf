import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edit } from '#engine/edits.ts';
import { LinkCodec, type Link } from './link.ts';
import { packFields } from './pack.ts';
import { startOf, type ReaderState } from './reader.ts';
import { essence, states } from './testing/any-state.ts';
import { MODELS, POINTS } from './testing/fakes.ts';

fc.configureGlobal({ seed: 23 });

const START = startOf(MODELS, POINTS);
const codec = new LinkCodec(START, MODELS, POINTS);
const link = (search: string, hash = ''): Link => ({ search, hash });
const codes = async (search: string, hash = '') =>
	(await codec.read(link(search, hash))).notices.map(({ code }) => code);
const reopened = async (state: ReaderState) => (await codec.read(await codec.write(state))).state;

describe('a link', () => {
	test('restores every state', async () => {
		await fc.assert(
			fc.asyncProperty(states, async (state) => {
				expect(await reopened(state)).toEqual(essence(state));
			}),
			{ numRuns: 300 }
		);
	});
	test('names a model of a reader’s own that this page does not list, and no other', async () => {
		const { state, notices } = await codec.read(link('?v=1&m=own-0123abcd'));
		expect([state.model, notices]).toEqual(['own-0123abcd', []]);
		expect(codec.readable(state)).toBe('?v=1&m=own-0123abcd');
		expect(await codes('?v=1&m=own-../../x')).toEqual(['model-unlisted']);
	});
	test('restores every state in an address that a browser has normalized', async () => {
		await fc.assert(
			fc.asyncProperty(states, async (state) => {
				const url = new URL('https://here/');
				const written = await codec.write(state);
				url.search = written.search;
				url.hash = written.hash;
				expect((await codec.read(new URL(url.href))).state).toEqual(essence(state));
			}),
			{ numRuns: 100 }
		);
	});
	test('that says everything anew gives no cause for a remark', async () => {
		await fc.assert(
			fc.asyncProperty(states, async (state) => {
				expect((await codec.read(await codec.write(state))).notices).toEqual([]);
			}),
			{ numRuns: 100 }
		);
	});
	test('to the start is only a version', async () => expect((await codec.write(START)).search).toBe('?v=1'));
	test('is readable', () => {
		const state = {
			...START,
			text: 'The cat, the hat',
			layer: 2,
			query: 0,
			params: { 'causal-mask': { mask: 'none' } }
		};
		expect(codec.readable(state)).toBe('?v=1&t=The+cat,+the+hat&l=2&q=0&causal-mask.mask=none');
	});
	test.each([
		['text', ''],
		['query', 0],
		['key', 0],
		['temperature', 0],
		['topP', 0],
		['open', []]
	])('keeps a %s that a careless test would take for absent: %j', async (name, value) => {
		expect(await reopened({ ...START, [name]: value })).toMatchObject({ [name]: value });
	});
	test.each([
		['whole', false],
		['size', 0],
		['note', ''],
		['heat', 0]
	])('keeps a parameter %s that a careless test would take for absent: %j', async (name, value) => {
		const state = { ...START, params: { 'causal-mask': { [name]: value } } };
		expect((await reopened(state)).params).toEqual(state.params);
	});
});

describe('a long state', () => {
	const long = { ...START, text: '头灯照亮每一个数字😀'.repeat(180) };
	test('is packed into the hash', async () => {
		const { search, hash } = await codec.write(long);
		expect([search, hash.slice(0, 3), hash.length < 8200]).toEqual(['?v=1', '#z=', true]);
	});
	test('comes back whole', async () => expect((await reopened(long)).text).toBe(long.text));
	test('packs 2,000 different Chinese characters', async () => {
		const random = fc.sample(
			fc.string({
				unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code)),
				minLength: 2000,
				maxLength: 2000
			}),
			1
		);
		const text = random[0] ?? '';
		expect((await reopened({ ...START, text })).text).toBe(text);
	});
	test('of more than 2,000 characters is cut, and its link says so', async () => {
		expect((await reopened({ ...START, text: 'a'.repeat(3000) })).text).toBe('a'.repeat(2000));
		expect(await codes(`?t=${'a'.repeat(2001)}`)).toEqual(['text-cut']);
	});
	test('that does not fit leaves its longest field out, and names it', async () => {
		// Digits of which none follows from another: nothing to deflate.
		const ids = fc.sample(fc.integer({ min: 1e14, max: 1e15 }), { seed: 5, numRuns: 1800 });
		const swaps: Edit[] = [0, 900].map((from) => ({ at: 'embed', do: 'swap', ids: ids.slice(from, from + 900) }));
		const state = { ...START, layer: 3, edits: swaps };
		const { left, ...written } = await codec.write(state);
		expect(left).toEqual(['e']);
		expect((await codec.read(written)).state).toEqual({ ...state, edits: [] });
	});
	test.each(['#z=', '#z=!!', '#z=AAAA', '#z=q1YqS8wpTlWyUkopSk1LLE7VLahUqgUA'.slice(0, 20)])(
		'cut short to %s is said to be damaged',
		async (hash) => {
			expect(await codes('?v=1&l=1', hash)).toEqual(['link-damaged']);
		}
	);
	test('damaged in its packed part keeps the readable part', async () =>
		expect((await codec.read(link('?l=1', '#z=!!'))).state.layer).toBe(1));
	test('that unfolds to too much is refused while unfolding', async () => {
		const bytes = new TextEncoder().encode(JSON.stringify({ l: '1', x: 'a'.repeat(5_000_000) }));
		const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
		const packed = Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url');
		expect(packed.length).toBeLessThan(8192);
		expect(await codes('', `#z=${packed}`)).toEqual(['link-damaged']);
	});
	test('is packed from fields alone', async () => {
		const packed = (await packFields({ l: '1' })) ?? '';
		expect((await codec.read(link('', `#z=${packed}`))).state.layer).toBe(1);
	});
});

describe('every released link still opens what it did', () => {
	const lines = readFileSync('tests/golden/links.txt', 'utf8')
		.split('\n')
		.filter((line) => line.includes('\t'));
	test.each(lines.map((line) => line.split('\t')))('%s', async (address = '', expected = '') => {
		const url = new URL(address, 'https://here/');
		const { state } = await codec.read(url);
		// JSON has no undefined: what is absent in the list is absent in the state.
		expect({ ...START, ...JSON.parse(expected) }).toEqual(state);
	});
	test('and there are some', () => expect(lines.length).toBeGreaterThan(10));
});
