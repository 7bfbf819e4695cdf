import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LinkCodec, type Link } from './link.ts';
import { startOf, type ReaderState } from './reader.ts';
import { MODELS, POINTS } from './testing/fakes.ts';

fc.configureGlobal({ seed: 29 });

const START = startOf(MODELS, POINTS);
const codec = new LinkCodec(START, MODELS, POINTS);
const link = (search: string, hash = ''): Link => ({ search, hash });
const read = async (search: string) => (await codec.read(link(search))).state;
const codes = async (search: string, hash = '') =>
	(await codec.read(link(search, hash))).notices.map(({ code }) => code);
const reopened = async (state: ReaderState) => (await codec.read(await codec.write(state))).state;

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
		'colors=rainbow',
		'digits=7',
		'max=nothing',
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
	test('says which hidden part is unknown', async () =>
		expect(await codes('?hide=heads,roof')).toEqual(['link-unknown']));
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
