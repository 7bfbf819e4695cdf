import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allHeads, heads, toggled, type HeadPlace } from './heads.ts';

fc.configureGlobal({ seed: 2 });

const param = heads();
const place = fc.record({ layer: fc.nat(999), head: fc.nat(999) });
const places = fc.uniqueArray(place, { selector: ({ layer, head }) => `${layer}.${head}`, maxLength: 40 });

describe('heads in a link', () => {
	test('are written short and readably', () => {
		const list = [
			{ layer: 2, head: 1 },
			{ layer: 3, head: 0 }
		];
		expect(param.write(list)).toBe('2.1_3.0');
	});

	test('are read back as they were written', () => {
		fc.assert(
			fc.property(places, (list) => {
				expect(param.read(param.write(list))).toEqual(list);
			})
		);
	});

	test('are told once, however often a link tells them', () => {
		expect(param.read('1.2_0.0_1.2')).toEqual([
			{ layer: 1, head: 2 },
			{ layer: 0, head: 0 }
		]);
	});

	test.each(['_', '1', '1.', '.1', '1.2_', '1.2.3', '-1.2', '1.2 ', '1e1.0', '1000.0', 'x.y'])('are not %j', (text) => {
		expect(param.read(text)).toBeUndefined();
	});

	test('are nothing that garbage says, and never throw', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const list = param.read(text);
				if (list !== undefined) expect(param.read(param.write(list))).toEqual(list);
			})
		);
	});

	test('are refused where there are more than any model has', () => {
		const many = Array.from({ length: 1025 }, (_, i) => `${Math.floor(i / 100)}.${i % 100}`).join('_');
		expect(param.read(many)).toBeUndefined();
	});
});

test('a head turned over twice leaves the list as it was', () => {
	fc.assert(
		fc.property(places, place, (list: readonly HeadPlace[], one) => {
			const there = toggled(toggled(list, one), one);
			expect(new Set(there.map(({ layer, head }) => `${layer}.${head}`))).toEqual(
				new Set(list.map(({ layer, head }) => `${layer}.${head}`))
			);
		})
	);
});

test('a model has its layers times its heads', () => {
	expect(allHeads({ layers: 2, heads: 3 }).map(({ layer, head }) => `${layer}.${head}`)).toEqual([
		'0.0',
		'0.1',
		'0.2',
		'1.0',
		'1.1',
		'1.2'
	]);
});
