import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteTokenizer } from '../../../tests/fixtures/byte-tokenizer.ts';
import { Tokenizer } from './tokenizer.ts';

interface Golden {
	readonly model: string;
	readonly cases: readonly { text: string; ids: number[]; decoded: string; group: string }[];
	readonly pieces: readonly { ids: number[]; decoded: string }[];
}

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const small = Tokenizer.parse(byteTokenizer());
const END = small.size - 1;

describe('against the Python tokenizer', () => {
	// What golden.py wrote is what these tests were written for.
	const golden = JSON.parse(read('tests/golden/tokenizer.json')) as Golden;
	const tokenizer = Tokenizer.parse(read(`static/models/${golden.model}/tokenizer.json`));

	test('there are at least 500 strings', () => {
		expect(golden.cases.length).toBeGreaterThanOrEqual(500);
	});

	test('every string gets the same ids', () => {
		for (const { text, ids } of golden.cases) expect([text, tokenizer.encode(text)]).toEqual([text, ids]);
	});

	test('every list of ids is decoded to the same text', () => {
		for (const { ids, decoded } of [...golden.cases, ...golden.pieces])
			expect([ids, tokenizer.decode(ids)]).toEqual([ids, decoded]);
	});
});

describe('encode', () => {
	test('makes nothing of nothing', () => {
		expect(small.encode('')).toEqual([]);
	});

	test('adds no special token, and takes one that is typed as what it is', () => {
		expect(small.encode('a<|endoftext|>b')).toEqual([small.encode('a')[0], END, small.encode('b')[0]]);
	});

	test('loses no byte of any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(small.decode(small.encode(text))).toBe(text);
			})
		);
	});
});

describe('decode', () => {
	test('makes an empty text of no ids', () => {
		expect(small.decode([])).toBe('');
	});

	test('marks a broken character as Python does', () => {
		expect(small.decode(small.encode('好').slice(0, 1))).toBe('\ufffd');
	});
});

describe('vocabulary', () => {
	const vocabulary = small.vocabulary();

	test('shows words with their space', () => {
		expect(vocabulary).toContain(' the');
	});

	test('shows lone bytes of a character in hexadecimal', () => {
		expect(vocabulary[0xe5]).toBe('‹E5›');
		expect(vocabulary).toContain('‹A0›‹E5›‹A5›');
	});

	test('never shows a replacement character', () => {
		expect(vocabulary.join('')).not.toContain('\ufffd');
	});

	test('has an entry for ids that only the model knows', () => {
		expect(small.vocabulary(small.size + 2).slice(-2)).toEqual([`‹#${small.size}›`, `‹#${small.size + 1}›`]);
	});
});

test.each([
	['cut short', byteTokenizer().slice(0, 400)],
	['not an object', '17'],
	['without a model', byteTokenizer({ model: null })],
	['of an unknown kind', byteTokenizer({ model: { type: 'Riddle', vocab: {} } })],
	['with an empty vocabulary', byteTokenizer({ model: { type: 'BPE', vocab: {}, merges: [] } })],
	['without added tokens', byteTokenizer({ added_tokens: undefined })]
])('a description %s is refused as damaged', (_, json) => {
	expect(() => Tokenizer.parse(json)).toThrow(expect.objectContaining({ code: 'tokenizer-damaged' }));
});
