import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseProse, type Piece } from './prose.ts';

function textOf(pieces: readonly Piece[]): string {
	return pieces.map((piece) => ('text' in piece ? piece.text : textOf(piece.pieces))).join('');
}

test('bold, code and hues become pieces of their kind', () => {
	expect(parseProse('a **b** `c` {q:d}')).toEqual([
		{ kind: 'text', text: 'a ' },
		{ kind: 'bold', pieces: [{ kind: 'text', text: 'b' }] },
		{ kind: 'text', text: ' ' },
		{ kind: 'code', text: 'c' },
		{ kind: 'text', text: ' ' },
		{ kind: 'query', pieces: [{ kind: 'text', text: 'd' }] }
	]);
});

test('a lowered letter stands inside a hue', () => {
	expect(parseProse('{k:d_{k}}')).toEqual([
		{
			kind: 'key',
			pieces: [
				{ kind: 'text', text: 'd' },
				{ kind: 'lower', pieces: [{ kind: 'text', text: 'k' }] }
			]
		}
	]);
});

test('a mark that is never closed stays text', () => {
	expect(parseProse('2 ** 3 and {q:open')).toEqual([{ kind: 'text', text: '2 ** 3 and {q:open' }]);
});

test('text without markup comes back unchanged, whatever it holds', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			const plain = text.replace(/[*`{}]/g, '');
			expect(textOf(parseProse(plain))).toBe(plain);
		})
	);
});
