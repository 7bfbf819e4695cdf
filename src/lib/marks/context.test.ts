import { expect, test } from 'vitest';
import { within, type Theme } from './context.ts';

test('a theme within another says what differs, and follows the other in all else', () => {
	let sequential = 'teal' as Theme['sequential'];
	const outer: Theme = {
		dark: true,
		get sequential() {
			return sequential;
		}
	};
	const inner = within(outer, { least: 15 });
	const before = inner.sequential;
	sequential = undefined;
	expect([inner.dark, inner.least, before, inner.sequential]).toEqual([true, 15, 'teal', undefined]);
});
