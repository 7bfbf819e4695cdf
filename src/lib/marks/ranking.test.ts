import { expect, test } from 'vitest';
import { gallery } from '../../../tests/gallery/gallery.ts';
import Ranking from './Ranking.svelte';
import { rankingMax, share } from './ranking.ts';

gallery('Ranking', Ranking, {
	'the next token': { rows: [{ label: ' Mary', value: 0.913 }, { label: ' 头灯', value: 0.041 }], label: 'Next token', max: 1 }, // prettier-ignore
	'beside the run before': {
		rows: [
			{ label: 'Mary', value: 0.2, other: 0.9 },
			{ label: 'the', value: 0.1 }
		],
		label: 'Next token',
		otherLabel: 'before'
	},
	'no lines': { rows: [], label: 'Nothing yet' }
});

test('the longest bar is the largest number of either run', () => {
	expect(rankingMax([{ label: 'a', value: 1, other: 3 }, { label: 'b', value: 2 }])).toBe(3); // prettier-ignore
});

test('without a number above zero bars are still finite', () => {
	expect(rankingMax([])).toBe(1);
	expect(rankingMax([{ label: 'a', value: -1 }])).toBe(1);
});

test('a share is held between nothing and the whole', () => {
	expect([share(1, 4), share(9, 4), share(-1, 4), share(NaN, 4), share(1, 0)]).toEqual([25, 100, 0, 0, 0]);
});
