import { expect, test } from 'vitest';
import { gallery } from '../../../tests/gallery/gallery.ts';
import Tokens from './Tokens.svelte';
import { groupTokens, pieces } from './tokens.ts';

const describe = (index: number) => `token ${index}`;
const emoji = [0, 1, 2].map((index) => ({ text: '🙂', start: 2, end: 4, part: { index, of: 3 } }));
const text = [{ text: '头', start: 0, end: 1 }, { text: '灯', start: 1, end: 2 }, ...emoji]; // prettier-ignore

gallery('Tokens', Tokens, {
	'English with a query and a key': {
		tokens: [
			{ text: 'When', start: 0, end: 4 },
			{ text: ' Mary', start: 4, end: 9 },
			{ text: '\n', start: 9, end: 10 }
		],
		query: 2,
		key: 1,
		promptLength: 2,
		choose: () => undefined,
		label: 'Text',
		describe
	},
	'Chinese and the parts of an emoji': { tokens: text, label: '文本', describe },
	'one token in both roles': { tokens: text.slice(0, 1), query: 0, key: 0, label: '文本', describe },
	'no tokens': { tokens: [], label: 'Empty', describe }
});

test('what cannot be seen is shown by a sign', () => {
	expect(pieces(' Mary')).toEqual([{ text: '·', isSign: true }, { text: 'Mary', isSign: false }]); // prettier-ignore
	expect(pieces('\n\t').map(({ text }) => text)).toEqual(['↵⇥']);
});

test('marks that would turn the direction of the page never reach it', () => {
	for (const mark of ['\u202e', '\u2067', '\u0000', '\u007f', '\u200b', '\u200f', '\u200e', '\ufeff']) {
		expect(pieces(mark), mark.codePointAt(0)?.toString(16)).toMatchObject([{ isSign: true }]);
	}
});

test('a character outside the basic plane stays whole', () => {
	expect(pieces('a🙂')).toEqual([{ text: 'a🙂', isSign: false }]);
});

test('all parts of one character stand together, and nothing else does', () => {
	expect(groupTokens(text)).toEqual([[0], [1], [2, 3, 4]]);
});

test('two characters of parts stay apart', () => {
	const twice = [...emoji, ...emoji.map((token) => ({ ...token, start: 4, end: 6 }))];
	expect(groupTokens(twice)).toEqual([[0, 1, 2], [3, 4, 5]]); // prettier-ignore
});

test('parts in order that belong to different characters stay apart', () => {
	const cut = emoji.map((token, index) => ({ ...token, start: 2 * index, end: 2 * index + 2 }));
	expect(groupTokens(cut)).toEqual([[0], [1], [2]]);
});
