import { expect, test } from 'vitest';
import { Slices } from './slices.svelte.ts';

test('a part is the one of the whole that was taken up last', () => {
	const slices = new Slices({ text: 'a', head: 0 });
	slices.set({ text: 'b', head: 0 });
	expect(slices.some(['text', 'head'])).toEqual({ text: 'b', head: 0 });
});

test('a part that is undefined at first can be set', () => {
	const slices = new Slices<{ query: number | undefined }>({ query: undefined });
	slices.set({ query: 3 });
	expect(slices.of('query')).toBe(3);
});
