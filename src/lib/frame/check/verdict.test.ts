import { expect, test } from 'vitest';
import { verdictOn } from './verdict.ts';

test.each([
	[undefined, false, 'measuring'],
	[undefined, true, 'failed'],
	[12, false, 'quick'],
	[120, false, 'fair'],
	[1200, false, 'slow']
] as const)('a pass of %s ms, failed %s, is called %s', (forward, failed, verdict) => {
	expect(verdictOn(forward, failed)).toBe(verdict);
});
