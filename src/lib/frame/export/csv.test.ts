import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { named } from '#num/named.ts';
import { csvOf, writeCsv } from './csv.ts';

const body = (csv: string) => csv.replace('\ufeff', '').split('\r\n').slice(0, -1);
const words = (text: string) => body(writeCsv([[{ words: text }]])).join('\r\n');

describe('a table of numbers', () => {
	const pattern = named(['query', 'key'], [2, 2], Float32Array.of(1, -Infinity, -0.25, 0.1));
	const csv = csvOf(pattern, (axis, i) => `${i} ${axis}`);
	test('says before each row and above each column what it is', () =>
		expect(body(csv)).toEqual(['query \\ key,0 key,1 key', '0 query,1,', '1 query,-0.25,0.1']));
	test('keeps negative numbers as numbers', () => expect(csv).toContain(',-0.25,'));
	test('leaves a masked score empty', () => expect(body(csv)[1]).toMatch(/,$/));
	test('tells Excel that it is UTF-8', () => expect(csv.charCodeAt(0)).toBe(0xfeff));
	test('has one column for a vector', () =>
		expect(body(csvOf(named(['d_model'], [2], Float32Array.of(1, 2)), (_, i) => String(i)))).toEqual([
			'd_model,value',
			'0,1',
			'1,2'
		]));
});

describe('words in a table', () => {
	test.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx', ' =1', '＝1'])('are never run as a formula: %j', (text) => {
		expect(words(text).replace(/^"/, '')).toMatch(/^'/);
	});
	test('start no formula whatever they are', () =>
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(words(text).replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/);
			})
		));
	test('keep commas and quotes to themselves', () => expect(words('a, "b"')).toBe('"a, ""b"""'));
});
