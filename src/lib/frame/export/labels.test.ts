import { expect, test } from 'vitest';
import { labelOf } from './labels.ts';

const numbers = { tokens: ['When', ' Mary', '\n'] };

test('a place is told by its number and its token, with signs for what cannot be seen', () => {
	expect([0, 1, 2].map((i) => labelOf(numbers, [], 'query', i))).toEqual(['0 When', '1 ·Mary', '2 ↵']);
});

test('an entry of the vocabulary is told by its token, any other by its number', () => {
	expect([labelOf(numbers, ['x'], 'd_vocab', 0), labelOf(numbers, ['x'], 'd_model', 0)]).toEqual(['0 x', '0']);
});
