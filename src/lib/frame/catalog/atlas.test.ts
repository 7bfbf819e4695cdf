import { describe, expect, test } from 'vitest';
import { allHeads, searchFor, SORT_KEYS, sorted, sortKeyOf } from './atlas.ts';
import type { HeadFigures } from './card.ts';

const head = (layer: number, head: number, induction: number, facts: number): HeadFigures => ({
	layer,
	head,
	scores: { induction },
	drops: { giving: 0, facts, repeats: 0 }
});
const heads = [head(1, 0, 0.2, 3), head(0, 1, 0.9, -1), head(0, 0, 0.2, 0)];
const places = (key: Parameters<typeof sorted>[1]) => sorted(heads, key).map(({ layer, head }) => `${layer}.${head}`);

describe('heads', () => {
	test('stand in the order of the computation unless asked otherwise', () => {
		expect(places('layer')).toEqual(['0.0', '0.1', '1.0']);
	});

	test('stand by a score, the largest first and equals in the order of the computation', () => {
		expect(places('induction')).toEqual(['0.1', '0.0', '1.0']);
	});

	test('stand by what is lost without them', () => {
		expect(places('drop-facts')).toEqual(['1.0', '0.0', '0.1']);
	});

	test('stand in the order of the computation where a score was not measured', () => {
		expect(places('sink')).toEqual(['0.0', '0.1', '1.0']);
	});

	test('that were not measured are there too', () => {
		const all = allHeads({ layers: 2, heads: 2 }, heads);
		expect(all.map(({ layer, head }) => [layer, head])).toEqual([
			[0, 0],
			[0, 1],
			[1, 0],
			[1, 1]
		]);
		expect(all.map(({ scores }) => scores.induction)).toEqual([0.2, 0.9, 0.2, undefined]);
	});
});

describe('an order in the address', () => {
	test.each(SORT_KEYS)('%s comes back as it was written', (key) => {
		expect(sortKeyOf(new URLSearchParams(searchFor(key)))).toBe(key);
	});

	test('that is none is the order of the computation', () => {
		expect(sortKeyOf(new URLSearchParams('?sort=colour'))).toBe('layer');
	});
});
