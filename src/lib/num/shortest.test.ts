import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortest } from './shortest.ts';

describe('the shortest writing of a float of 32 bits', () => {
	test('has no digits that the float does not hold', () => expect(shortest(Math.fround(0.1))).toBe('0.1'));
	test('gives the float back', () =>
		fc.assert(
			fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
				expect(Math.fround(Number(shortest(value)))).toBe(value === 0 ? 0 : value);
			})
		));
	test('names what is not finite as the command line does', () =>
		expect([-Infinity, Infinity, NaN].map(shortest)).toEqual(['-inf', 'inf', 'nan']));
});
