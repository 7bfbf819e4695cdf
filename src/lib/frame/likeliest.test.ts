import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likeliest } from './likeliest.ts';

test('the largest values come first, as a full sort would put them', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.nat(12), (values, count) => {
			const sorted = values.map((_, index) => index).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
			expect(likeliest(values, count)).toEqual(sorted.slice(0, count));
		})
	);
});
