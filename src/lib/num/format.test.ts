import { expect, test } from 'vitest';
import { formatBytes, formatCount, formatNumber } from './format.ts';

test.each([
	[0, '0.000'],
	[-0, '0.000'],
	[1.23456, '1.235'],
	[-1.5, '−1.500'],
	[2.1e-6, '2.1e-6'],
	[-0.0004, '−4.0e-4'],
	[0.0006, '0.001'],
	[12_345_678, '1.2e7'],
	[-Infinity, '−∞'],
	[Infinity, '∞'],
	[NaN, 'NaN']
])('the number %d is written %s', (value, text) => {
	expect(formatNumber(value)).toBe(text);
});

test('the number of decimals can be chosen', () => {
	expect([formatNumber(0.5, 0), formatNumber(2.25, 1), formatNumber(0.04, 1)]).toEqual(['1', '2.3', '4.0e-2']);
});

test.each([
	[0, '0'],
	[999, '999'],
	[1000, '1.00 k'],
	[1_234_567, '1.23 M'],
	[999_900, '1.00 M'],
	[12_300_000_000, '12.3 G'],
	[7e18, '7000 P']
])('the count %d is written %s', (count, text) => {
	expect(formatCount(count)).toBe(text);
});

test('bytes carry their unit', () => {
	expect([formatBytes(12), formatBytes(1536), formatBytes(2.5e6)]).toEqual(['12 B', '1.54 kB', '2.50 MB']);
});
