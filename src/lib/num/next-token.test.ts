import { describe, expect, test } from 'vitest';
import { named } from './named.ts';
import { compareNext, lossOf, shownToken, targetOf } from './next-token.ts';

const WORDS = [' a', 'b', ' ', 'd', 'e', 'f', 'g'];
const LOGITS = [0, 3, 1, 2, -1, -2, -3];

describe('targetOf', () => {
	test('is the likeliest token where nothing is wanted, or nothing that exists', () => {
		for (const wanted of [-1, 7, 1e6, 0.5]) expect(targetOf(LOGITS, wanted, WORDS)).toMatchObject({ id: 1, token: 'b', isLikeliest: true }); // prettier-ignore
	});

	test('offers the five likeliest, in order', () => {
		expect(targetOf(LOGITS, -1, WORDS).candidates.map(({ id }) => id)).toEqual([1, 3, 2, 0, 4]);
	});

	test('offers the wanted one too, however unlikely', () => {
		const { id, isLikeliest, candidates } = targetOf(LOGITS, 6, WORDS);
		expect([id, isLikeliest, candidates.at(-1)?.id]).toEqual([6, false, 6]);
	});
});

describe('compareNext', () => {
	const compared = compareNext({ before: LOGITS, after: LOGITS.toReversed() }, 3, WORDS);

	test('is ordered by what is likely after', () => {
		const after = compared.map(({ value }) => value);
		expect(after).toEqual(after.toSorted((a, b) => b - a));
	});

	test('holds the token that was asked for, and what led before and after', () => {
		expect(compared.map(({ label }) => label)).toEqual(expect.arrayContaining(['d', 'b', 'f']));
	});
});

describe('lossOf', () => {
	const logits = named(['pos', 'd_vocab'], [3, 2], Float32Array.of(Math.log(3), 0, 0, 0, 9, 0));
	const tokens = [1, 0, 1].map((id) => ({ id }));

	test('is the mean of −ln p over the tokens that came', () => {
		expect(lossOf(logits, { tokens, promptLength: 3 })).toBeCloseTo((-Math.log(3 / 4) - Math.log(1 / 2)) / 2, 6);
	});

	test('leaves out what was generated', () => {
		expect(lossOf(logits, { tokens, promptLength: 2 })).toBeCloseTo(-Math.log(3 / 4), 6);
	});

	test('says nothing of a single token', () => {
		expect(lossOf(logits, { tokens: tokens.slice(0, 1), promptLength: 1 })).toBeUndefined();
	});
});

test('a token is shown without its space, unless it is one', () => {
	expect([shownToken(' a'), shownToken(' ')]).toEqual(['a', ' ']);
});
