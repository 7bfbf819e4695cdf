import { describe, expect, test } from 'vitest';
import { parseGradient, partsOf, placesOf } from './gradient.ts';

describe('a gradient as CSS computes it', () => {
	test('is parted where no bracket encloses the comma', () =>
		expect(partsOf('90deg, rgb(1, 2, 3) 0%, color(srgb 0 0 0 / calc(1)), red')).toEqual([
			'90deg',
			'rgb(1, 2, 3) 0%',
			'color(srgb 0 0 0 / calc(1))',
			'red'
		]));
	test('points down unless it says where', () => expect(parseGradient('linear-gradient(red, blue)')?.angle).toBe(180));
	test('may hold a colour from one place to another', () =>
		expect(parseGradient('repeating-linear-gradient(135deg, rgb(1, 1, 1) 0px 1px, red 5px)')).toEqual({
			angle: 135,
			repeats: true,
			stops: [
				{ colour: 'rgb(1, 1, 1)', at: '0px' },
				{ colour: 'rgb(1, 1, 1)', at: '1px' },
				{ colour: 'red', at: '5px' }
			]
		}));
	test('spreads the colours evenly that stand nowhere', () =>
		expect(placesOf(parseGradient('linear-gradient(red, lime, blue)')?.stops ?? [], 10)).toEqual([0, 5, 10]));
	test('is no gradient when it is another image', () => expect(parseGradient('none')).toBeUndefined());
});
