import { describe, expect, test } from 'vitest';
import { excerpt, rangesOf } from './excerpt.ts';
import { fold, termsOf } from './fold.ts';
import { searcher, type Found } from './search.ts';

const entries = [
	{
		id: 'scaling',
		title: { en: 'Why divide by √dk', zh: '为什么要除以 √dk' },
		texts: [{ en: 'Softmax of wide scores stops learning.', zh: '分数散得太开，softmax 就学不动了。' }]
	},
	{
		id: 'kv-cache',
		title: { en: 'The KV cache', zh: 'KV Cache（键值缓存）' },
		texts: [{ en: 'Old keys are kept; why divide the work?', zh: '旧的键不会再变。' }]
	}
] as const;
type One = (typeof entries)[number];
const find = searcher<One>(entries);
const ids = (found: readonly Found<One>[]) => found.map(({ entry }) => entry.id);
const marked = (bits: readonly { text: string; hit: boolean }[]) =>
	bits.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

describe('a search', () => {
	test('finds titles and texts', () => {
		expect([ids(find('cache', 'en')), ids(find('softmax', 'en'))]).toEqual([['kv-cache'], ['scaling']]);
	});
	test('finds either language on a page in either', () => {
		expect([ids(find('键值', 'en')), ids(find('learning', 'zh'))]).toEqual([['kv-cache'], ['scaling']]);
	});
	test('wants every term, wherever each is, in whatever language', () => {
		expect([ids(find('cache 键 work', 'en')), ids(find('cache softmax', 'en'))]).toEqual([['kv-cache'], []]);
	});
	test('puts titles before texts', () => {
		expect(ids(find('divide', 'en'))).toEqual(['scaling', 'kv-cache']);
	});
	test.each(['SOFTMAX', 'ｓｏｆｔｍａｘ', 'Sóftmax', ' softmax '])('does not mind how %s is written', (query) => {
		expect(ids(find(query, 'en'))).toEqual(['scaling']);
	});
	test.each(['d_k', 'd_{k}', '√dk'])('finds %s as the title writes it', (query) => {
		expect(ids(find(query, 'en'))).toEqual(['scaling']);
	});
	test.each(['', ' ', '-', '“”', '_'])('for “%s” finds nothing', (query) => {
		expect(find(query, 'en')).toEqual([]);
	});
	test('marks what matched in the title', () => {
		expect(find('div', 'en').map(({ title }) => marked(title))[0]).toBe('Why [div]ide by √dk');
	});
	test('shows the text that matched, in the page’s language where it did', () => {
		expect(find('softmax', 'zh').map(({ why }) => marked(why))).toEqual(['分数散得太开，[softmax] 就学不动了。']);
	});
	test('shows the other language where only that matched', () => {
		expect(find('学不动', 'en').map(({ why }) => marked(why))).toEqual(['分数散得太开，softmax 就[学不动]了。']);
	});
	test('shows the first text of what its title alone gives away', () => {
		expect(find('by', 'en').map(({ why }) => marked(why))).toEqual(['Softmax of wide scores stops learning.']);
	});
});

describe('an excerpt', () => {
	const long = `${'word '.repeat(40)}needle${' more'.repeat(40)}`;
	const cut = marked(excerpt(long, rangesOf(fold(long), ['needle'])));
	test('holds the match', () => expect(cut).toContain(' [needle] '));
	test('begins with a whole word', () => expect(cut).toMatch(/^…word /));
	test('says that it is one', () => expect(cut).toMatch(/…$/));
	test('joins matches that touch', () => {
		expect(rangesOf(fold('abcd'), ['ab', 'bc'])).toEqual([[0, 3]]);
	});
	test('knows its places after characters of two units', () => {
		expect(marked(excerpt('😀 key 𝒌', rangesOf(fold('😀 key 𝒌'), ['key', 'k'])))).toBe('😀 [key] [𝒌]');
	});
});

test('terms are told apart by spaces and punctuation, each once', () => {
	expect(termsOf('self-attention, Self')).toEqual(['self', 'attention']);
});
