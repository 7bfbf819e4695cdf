import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { cells, choice, cut, number, text, toggle } from './kinds.ts';
import type { Param, Values } from './param.ts';

fc.configureGlobal({ seed: 11 });

const mask = choice('causal', ['causal', 'none', 'window']);
const size = number(4, { min: 1, max: 64, step: 1 });
const heat = number(1, { min: -2, max: 2, step: 0.05 });
const painted = fc.array(fc.record({ query: fc.nat(9999), key: fc.nat(9999), open: fc.boolean() }));

test('a schema tells the types of its values', () => {
	const _schema = { mask, size, on: toggle(false), painted: cells([]), note: text('', { max: 9 }) };
	expectTypeOf<Values<typeof _schema>['mask']>().toEqualTypeOf<'causal' | 'none' | 'window'>();
	expectTypeOf<Values<typeof _schema>['size']>().toEqualTypeOf<number>();
	expectTypeOf<Values<typeof _schema>['on']>().toEqualTypeOf<boolean>();
	expectTypeOf<Values<typeof _schema>['note']>().toEqualTypeOf<string>();
});

describe('what is written is read back', () => {
	const comesBack = <T>(param: Param<T>, values: fc.Arbitrary<T>) =>
		fc.assert(
			fc.property(values, (value) => {
				expect(param.read(param.write(value))).toEqual(value);
			})
		);
	test('for a choice', () => comesBack(mask, fc.constantFrom('causal', 'none', 'window')));
	test('for a whole number', () => comesBack(size, fc.integer({ min: 1, max: 64 })));
	test('for any number', () =>
		comesBack(
			heat,
			fc.double({ min: -2, max: 2, noNaN: true }).map((value) => value + 0)
		));
	test('for a toggle', () => comesBack(toggle(true), fc.boolean()));
	test('for cells', () => comesBack(cells([]), painted));
	test('for a text', () => comesBack(text('', { max: 50 }), fc.string({ maxLength: 50, unit: 'grapheme' })));
});

describe('garbage', () => {
	const kinds: Record<string, Param<unknown>> = { mask, size, heat, on: toggle(true), painted: cells([]) };
	test.each(Object.keys(kinds))('is no value of %s, and never throws', (name) => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (written) => {
				const value = kinds[name]?.read(written);
				// What is accepted by chance is a value that survives being written.
				if (value !== undefined) expect(kinds[name]?.read(kinds[name].write(value))).toEqual(value);
			})
		);
	});
	test.each(['', ' ', 'NaN', 'Infinity', '0x10', '1,5', '--1', '1e', 'four'])('%j is no number', (written) =>
		expect([size.read(written), heat.read(written)]).toEqual([undefined, undefined])
	);
	test.each(['1-2', 'o', '1-2x', '-1-2o', '1-2o_', '1.5-2o', '99999-1o'])('%j is no cells', (written) =>
		expect(cells([]).read(written)).toBeUndefined()
	);
	test('is a choice of another case', () => expect(mask.read('Causal')).toBeUndefined());
	test('is a part of a whole number', () => expect(size.read('4.5')).toBeUndefined());
});

test('a number out of range is moved to the nearest end', () => {
	expect([size.read('0'), size.read('-7'), size.read('9999'), heat.read('1e300')]).toEqual([1, 1, 64, 2]);
});

test('there is no minus zero', () => expect(Object.is(heat.read('-0'), 0)).toBe(true));

test('cells are written short and readably', () => {
	const value = [
		{ query: 3, key: 5, open: true },
		{ query: 4, key: 2, open: false }
	];
	expect(cells([]).write(value)).toBe('3-5o_4-2c');
});

test('more cells than a large mask has are refused', () => {
	expect(cells([]).read(Array.from({ length: 4097 }, () => '1-1o').join('_'))).toBeUndefined();
});

test('a long text is cut, but not through a character', () => {
	expect([text('', { max: 3 }).read('abcd'), cut('ab😀', 3), cut('ab😀', 4)]).toEqual(['abc', 'ab', 'ab😀']);
});

test('a text is made well-formed', () => expect(text('', { max: 9 }).read('a\ud83d')).toBe('a\ufffd'));
