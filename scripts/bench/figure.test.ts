import { expect, test } from 'vitest';
import { figure, quantile } from './figure.ts';

test('the p95 of a hundred numbers is the 95th', () => {
	const values = Array.from({ length: 100 }, (_, i) => 100 - i);
	expect([quantile(values, 0.95), quantile(values, 0.5), quantile(values, 1)]).toEqual([95, 50, 100]);
});

test('the quantile of one number is that number', () => {
	expect(quantile([7], 0.95)).toBe(7);
});

test('a figure says whether its goal was reached', () => {
	expect(figure('a', 15.04, 'ms', 15, '')).toMatchObject({ value: 15, reached: true });
	expect(figure('a', 15.06, 'ms', 15, '')).toMatchObject({ value: 15.1, reached: false });
	expect(figure('a', 15, 'ms', undefined, '')).not.toHaveProperty('reached');
});
