import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinFields, splitFields } from './pair-fields.ts';

const fields = fc.dictionary(
	fc.constantFrom('m', 't', 'l', 'h', 'q', 'k', 'n', 'e', 'causal-mask.mask', 'kv-cache.step'),
	fc.string()
);

test('two runs come back from one link as they were', () => {
	fc.assert(
		fc.property(fields, fields, (left, right) => {
			expect(splitFields(joinFields(left, right))).toEqual({ left, right });
		})
	);
});

test('the left run’s fields stand as they would alone', () => {
	expect(joinFields({ t: 'a cat', h: '1' }, { t: 'a cat', h: '3' })).toEqual({ t: 'a cat', h: '1', 'b.h': '3' });
});

test('a field that only the left run has is named, not lost', () => {
	expect(joinFields({ e: '[]', h: '1' }, { h: '1' })).toEqual({ e: '[]', h: '1', 'b.usual': 'e' });
});

test('where the two are computed and how they look is said once', () => {
	const link = joinFields({ theme: 'dark', backend: 'wasm' }, { theme: 'light', backend: 'cpu' });
	expect([link, splitFields({ theme: 'dark', 'b.theme': 'light' }).right]).toEqual([
		{ theme: 'dark', backend: 'wasm' },
		{ theme: 'dark' }
	]);
});
