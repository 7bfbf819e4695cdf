import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMessage } from './embed-messages.ts';

test('a link and its packed part are taken over', () => {
	expect(readMessage({ headlight: 1, type: 'set', search: '?v=1&l=2', hash: '#z=abc' })).toEqual({
		asked: { type: 'set', search: '?v=1&l=2', hash: '#z=abc' }
	});
});

test('a link without a packed part has an empty one', () => {
	expect(readMessage({ headlight: 1, type: 'set', search: '?v=1' })).toEqual({
		asked: { type: 'set', search: '?v=1', hash: '' }
	});
});

test('what is not marked as ours is no message, whatever it is', () => {
	fc.assert(
		fc.property(fc.anything(), (data) => {
			expect(readMessage(data)).toEqual({});
		}),
		{ examples: [[{ type: 'get' }], [{ headlight: 2, type: 'get' }], ['headlight'], [null]] }
	);
});

test.each([
	['no type', {}],
	['an unknown type', { type: 'sing' }],
	['a link that is no text', { type: 'set', search: 3 }],
	['a link that does not begin with ?', { type: 'set', search: 'https://example.org/' }],
	['a link that is too long', { type: 'set', search: `?t=${'a'.repeat(10_001)}` }],
	['a packed part that does not begin with #', { type: 'set', search: '?v=1', hash: 'z=' }]
])('a message of ours with %s is a fault in one sentence', (_, message) => {
	expect(readMessage({ headlight: 1, ...message })).toEqual({
		fault: expect.stringMatching(/^Headlight did not understand this message: [^.]+\.$/) as string
	});
});
