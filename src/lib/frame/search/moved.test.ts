import { expect, test } from 'vitest';
import { moved } from './moved.ts';

const places = ['box', 'first', 'last'];

test('arrows lead to the next place and the one before', () => {
	expect([moved('ArrowDown', places, 'box'), moved('ArrowUp', places, 'last')]).toEqual(['first', 'first']);
});

test('arrows lead nowhere past the ends, from elsewhere, or for other keys', () => {
	const ways = [
		moved('ArrowUp', places, 'box'),
		moved('ArrowDown', places, 'last'),
		moved('ArrowDown', places, 'elsewhere'),
		moved('ArrowLeft', places, 'first')
	];
	expect(ways).toEqual([undefined, undefined, undefined, undefined]);
});
