import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { shippedFile, tokenizerGolden } from '../../../tests/golden/shipped.ts';
import { align } from './align.ts';
import { Tokenizer } from './tokenizer.ts';

const { model, sha256, vocabulary, cases, pieces } = tokenizerGolden();
const file = shippedFile(model, 'tokenizer.json');
const tokenizer = Tokenizer.parse(new TextDecoder().decode(file));
const groups = [...new Set(cases.map(({ group }) => group))].map(
	(name) => [name, cases.filter(({ group }) => group === name)] as const
);

describe(`the tokenizer of ${model}, held to Python's`, () => {
	test('is the one that Python read', () => {
		expect(createHash('sha256').update(file).digest('hex')).toBe(sha256);
		expect(tokenizer.size).toBe(vocabulary);
	});

	test('is compared on at least 500 strings', () => {
		expect(new Set(cases.map(({ text }) => text)).size).toBeGreaterThanOrEqual(500);
	});

	test.each(groups)('gives the same ids: %s', (_, group) => {
		const wrong = group.filter(({ text, ids }) => tokenizer.encode(text).join() !== ids.join());
		expect(wrong).toEqual([]);
	});

	test.each(groups)('decodes to the same text: %s', (_, group) => {
		const wrong = group.filter(({ ids, decoded }) => tokenizer.decode(ids) !== decoded);
		expect(wrong).toEqual([]);
	});

	test('decodes ids cut out anywhere to the same text', () => {
		expect(pieces.filter(({ ids, decoded }) => tokenizer.decode(ids) !== decoded)).toEqual([]);
	});

	test('never shows a reader the replacement character', () => {
		const shown = cases.flatMap(({ text, ids }) => align(tokenizer, text, ids).tokens.map((token) => token.text));
		expect(shown.filter((text) => text.includes('\ufffd'))).toEqual([]);
	});
});
