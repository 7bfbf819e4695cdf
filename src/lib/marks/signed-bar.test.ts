import { expect, test } from 'vitest';
import { gallery } from '../../../tests/gallery/gallery.ts';
import SignedBar from './SignedBar.svelte';
import { signedMax, signedStretch } from './signed-bar.ts';

gallery('SignedBar', SignedBar, {
	'above zero': { value: 1.25, max: 2.5 },
	'below zero': { value: -2.5, max: 2.5 },
	zero: { value: 0, max: 2.5 },
	'in another form': { value: 0.5, max: 1, format: (value: number) => `${value} bit` }
});

test('a positive bar starts in the middle, a negative one ends there', () => {
	expect([signedStretch(1, 2), signedStretch(-1, 2)]).toEqual([
		{ start: 50, length: 25 },
		{ start: 25, length: 25 }
	]);
});

test('no bar leaves its track', () => {
	expect([signedStretch(9, 2), signedStretch(-9, 2)]).toEqual([
		{ start: 50, length: 50 },
		{ start: 0, length: 50 }
	]);
});

test('what is no number has no bar', () => {
	expect([signedStretch(NaN, 2), signedStretch(1, 0)].map(({ length }) => length)).toEqual([0, 0]);
});

test('the largest magnitude fills half the width, and zeros are still finite', () => {
	expect([signedMax([1, -3, NaN, Infinity]), signedMax([0]), signedMax([])]).toEqual([3, 1, 1]);
});
