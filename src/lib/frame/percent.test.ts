import { expect, test } from 'vitest';
import { percent } from './percent.ts';

test.each([
	[0, '0.0%'],
	[0.0004, '<0.1%'],
	[0.041, '4.1%'],
	[0.913, '91%'],
	[1, '100%']
])('%d is written as %s', (probability, written) => {
	expect(percent(probability)).toBe(written);
});
