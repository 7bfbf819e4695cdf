import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BACKENDS } from '#engine/protocol.ts';
import type { Edit } from '#engine/edits.ts';
import type { Param } from '#params/param.ts';
import { LinkCodec, type Link } from './link.ts';
import { packFields } from './pack.ts';
import { FIELDS, PLACE, startOf, THEMES, type PointParams, type ReaderState } from './reader.ts';
import { mask, MODELS, POINTS } from './testing/fakes.ts';

fc.configureGlobal({ seed: 23 });

const START = startOf(MODELS, POINTS);
const codec = new LinkCodec(START, MODELS, POINTS);
const link = (search: string, hash = ''): Link => ({ search, hash });
const read = async (search: string) => (await codec.read(link(search))).state;
const codes = async (search: string, hash = '') =>
	(await codec.read(link(search, hash))).notices.map(({ code }) => code);
const reopened = async (state: ReaderState) => (await codec.read(await codec.write(state))).state;

/** Any value of a parameter, from its own schema. */
function valuesOf(param: Param<unknown>): fc.Arbitrary<unknown> {
	const { kind, options, range } = param;
	if (options) return fc.constantFrom(...options);
	if (range && Number.isInteger(range.step)) return fc.integer({ min: range.min, max: range.max });
	if (range) return fc.double({ min: range.min, max: range.max, noNaN: true }).map((value) => value + 0);
	if (kind === 'toggle') return fc.boolean();
	if (kind === 'cells')
		return fc.array(fc.record({ query: fc.nat(99), key: fc.nat(99), open: fc.boolean() }), { maxLength: 30 });
	return texts.filter((text) => text.length <= 40);
}

/** Text of every sort, hostile too, as far as it is well-formed. */
const texts = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 300 }),
	fc.string({ unit: 'binary', maxLength: 300 }),
	fc.constantFrom(
		'',
		' ',
		'+',
		'%',
		'%zz',
		'&t=no',
		'#z=',
		'a\u0000b',
		'\u202eabc',
		'\r\n',
		'<img src=x onerror=alert(1)>',
		'中文',
		'😀'
	)
);
const edits: fc.Arbitrary<Edit> = fc.oneof(
	fc.record({ at: fc.constant('blocks.0.attn.pattern'), do: fc.constant('zero' as const), head: fc.nat(9) }),
	fc.record({
		at: fc.string(),
		do: fc.constant('scale' as const),
		by: fc.float({ noNaN: true, noDefaultInfinity: true }).map((by) => by + 0)
	}),
	fc.record({ at: fc.string(), do: fc.constant('swap' as const), text: fc.string() })
);
const paramsOf = Object.fromEntries(Object.entries(mask.params).map(([name, param]) => [name, valuesOf(param)]));
// Each arbitrary yields what the field of that name holds.
const states = fc.record({
	model: fc.constantFrom(...MODELS.map(({ id }) => id)),
	text: texts,
	...Object.fromEntries(
		(['layer', 'head', 'count', 'temperature', 'topK', 'topP', 'seed'] as const).map((name) => [
			name,
			valuesOf(FIELDS[name])
		])
	),
	query: fc.option(valuesOf(PLACE), { nil: undefined }),
	key: fc.option(valuesOf(PLACE), { nil: undefined }),
	open: fc.subarray(POINTS.map(({ id }) => id)),
	backend: fc.option(fc.constantFrom(...BACKENDS), { nil: undefined }),
	theme: fc.option(fc.constantFrom(...THEMES), { nil: undefined }),
	params: fc.record({ 'causal-mask': fc.record(paramsOf) }),
	edits: fc.array(edits, { maxLength: 5 })
}) as unknown as fc.Arbitrary<ReaderState>;

/** A state without the parameters that are as at the start, which a link leaves out. */
function essence(state: ReaderState): ReaderState {
	const chosen: PointParams = state.params['causal-mask'] ?? {};
	const kept = Object.entries(chosen).filter(([name, value]) => {
		const param = mask.params[name];
		return param?.write(value) !== param?.write(param.start);
	});
	return { ...state, params: kept.length ? { 'causal-mask': Object.fromEntries(kept) } : {} };
}

describe('a link', () => {
	test('restores every state', async () => {
		await fc.assert(
			fc.asyncProperty(states, async (state) => {
				expect(await reopened(state)).toEqual(essence(state));
			}),
			{ numRuns: 300 }
		);
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

describe('reading', () => {
	const everything = [
		'',
		'?',
		'?v',
		'?v=1&v=2',
		'?&&&==',
		'?t=%',
		'?t=%ff',
		'?open=,,',
		'?e={}',
		'?e=[[[[',
		'?__proto__.x=1',
		'?constructor.name=1'
	];
	test.each(everything)('%s never throws', async (search) =>
		expect((await codec.read(link(search))).state).toBeDefined()
	);
	test('garbage never throws', async () => {
		const keys = fc.constantFrom(
			'v',
			'm',
			't',
			'l',
			'h',
			'q',
			'k',
			'n',
			'temp',
			'topk',
			'topp',
			'seed',
			'open',
			'backend',
			'theme',
			'e',
			'causal-mask.size',
			'causal-mask.cells',
			'x'
		);
		const garbage = fc.array(fc.tuple(keys, fc.string({ unit: 'binary' })));
		await fc.assert(
			fc.asyncProperty(garbage, fc.string({ unit: 'binary' }), async (fields, hash) => {
				const search = `?${fields.map(([key, value]) => `${key}=${value}`).join('&')}`;
				// Whatever it was read as is a state that a link restores.
				const { state } = await codec.read(link(search, `#z=${hash}`));
				expect(await reopened(state)).toEqual(state);
			})
		);
	});
	test('ignores keys that it does not know', async () =>
		expect(await codec.read(link('?utm_source=mail'))).toEqual({ state: START, notices: [] }));
	test('of a model that is not there opens the usual one, and says so', async () => {
		expect(await codec.read(link('?m=gpt-9'))).toMatchObject({
			state: { model: 'storyteller' },
			notices: [{ code: 'model-unlisted', what: 'm=gpt-9' }]
		});
	});
	test.each(['l', 'h', 'q', 'n', 'seed', 'temp', 'topp', 'causal-mask.size'])(
		'moves a %s out of range into it',
		async (key) => {
			const { search } = await codec.write(await read(`?${key}=99999999999`));
			expect(await codes(`?${key}=99999999999`)).toEqual(['link-range']);
			expect(await codes(search)).toEqual([]);
		}
	);
	test.each([
		'l=four',
		'q=-',
		'temp=NaN',
		'e=[{"at":1}]',
		'e=[{"at":"x","do":"run"}]',
		'backend=gpu',
		'theme=pink',
		'causal-mask.mask=all',
		'causal-mask.whole=yes'
	])('falls back to the start for %s, and says so', async (field) => {
		expect(await codec.read(link(`?${field}`))).toMatchObject({
			state: START,
			notices: [{ code: 'link-value', what: field }]
		});
	});
	test('says which point is unknown', async () =>
		expect(await codes('?open=self-attention,nothing')).toEqual(['link-unknown']));
	test('says which parameter is unknown', async () =>
		expect(await codes('?causal-mask.colour=red')).toEqual(['link-unknown']));
	test('says that a link is newer', async () => expect(await codes('?v=2&l=1')).toEqual(['link-newer']));
	test('understands what it can of a newer link', async () => expect((await read('?v=2&l=1')).layer).toBe(1));
	test('refuses edits nested deeper than anyone needs', async () => {
		const nested = Array.from({ length: 8 }).reduce<string>(
			(inner) => `[{"at":"embed","do":"swap","edits":${inner}}]`,
			'[]'
		);
		expect(await codes(`?e=${nested}`)).toEqual(['link-value']);
	});
	test('makes half a character whole', async () =>
		expect((await reopened({ ...START, text: 'a\ud83d' })).text).toBe('a\ufffd'));
	test('keeps characters that turn the direction of writing as data', async () =>
		expect((await read('?t=a%E2%80%AEb')).text).toBe('a\u202eb'));
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
