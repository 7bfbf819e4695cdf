import { afterEach, expect, test } from 'vitest';
import { formatBytes, formatCount, formatNumber, setNotation } from './format.ts';

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

afterEach(() => setNotation());

test('the reader’s number of decimals goes before the place’s', () => {
	setNotation({ digits: 5, scientific: false });
	expect([formatNumber(0.5), formatNumber(-2.25, 1), formatNumber(4e-7)]).toEqual([
		'0.50000',
		'−2.25000',
		'4.00000e-7'
	]);
});

test('every number is written with a power of ten for who wants it', () => {
	setNotation({ digits: undefined, scientific: true });
	expect([formatNumber(0), formatNumber(-123.456), formatNumber(0.04, 1)]).toEqual(['0.000e0', '−1.235e2', '4.0e-2']);
});

test('a number without decimals is a count and stays as it is', () => {
	setNotation({ digits: 4, scientific: true });
	expect(formatNumber(512, 0)).toBe('512');
});

test('the notation is read whenever a number is written', () => {
	let digits = 1;
	setNotation({
		get digits() {
			return digits;
		},
		scientific: false
	});
	const before = formatNumber(0.25);
	digits = 2;
	expect([before, formatNumber(0.25)]).toEqual(['0.3', '0.25']);
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
