import { expect, test } from 'vitest';
import { gallery } from '../../../tests/gallery/gallery.ts';
import Dial from './Dial.svelte';
import { handEnd } from './dial.ts';

gallery('Dial', Dial, {
	'a query and a key': {
		hands: [
			{ angle: 1, tone: 'query' },
			{ angle: -0.5, length: 0.6, tone: 'key' }
		],
		label: 'Pair 0',
		caption: 'pair 0'
	},
	'before and after': {
		hands: [
			{ angle: 0, tone: 'query', dashed: true },
			{ angle: Math.PI / 2, tone: 'query' }
		],
		label: 'Turned by a quarter',
		size: 120
	},
	'no hands': { hands: [], label: 'Nothing yet' }
});

test('angles grow against the clock from the right', () => {
	expect(handEnd(0)).toEqual([1, 0]);
	expect(handEnd(Math.PI / 2)).toEqual([0, -1]);
	expect(handEnd(Math.PI)).toEqual([-1, 0]);
});

test('a hand is as long as it says, whichever way it points', () => {
	for (const angle of [0.3, 2, 4, -7]) expect(Math.hypot(...handEnd(angle, 0.5))).toBeCloseTo(0.5, 3);
});
