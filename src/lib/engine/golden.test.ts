import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorOf, GOLDEN_MODELS, GoldenModel, numbersOf } from '../../../tests/golden/check.ts';
import { DRAWN, SEED } from '../../../tests/golden/drawn.ts';
import { maxAbsDifference } from '#num/stats.ts';
import { chooseBackend } from './backend.ts';

const TOLERANCE = 1e-4;
const folder = new URL('../../../tests/golden/models/', import.meta.url);
const read = async (path: string) => new Uint8Array(await readFile(new URL(path, folder))).buffer;

describe.each(['wasm', 'cpu'] as const)('on %s', (backend) => {
	beforeAll(async () => {
		const { report } = await chooseBackend({ force: backend });
		expect(report.name).toBe(backend);
	});

	describe.each(GOLDEN_MODELS)('%s', (name) => {
		let model: GoldenModel;
		beforeAll(async () => void (model = await GoldenModel.load(name, read)));
		afterAll(() => model.dispose());

		test('computes every value as PyTorch does', async () => {
			const values = await model.values({ captures: ['*'] });
			const wrong = Object.entries(model.golden.captures)
				.map(([name, golden]) => [name, errorOf(values.get(name), golden)] as const)
				.filter(([, error]) => !(error <= TOLERANCE));
			expect(wrong).toEqual([]);
		});

		test('has exactly the values that PyTorch has', async () => {
			const values = await model.values({ captures: ['*'] });
			expect([...values.keys()].toSorted()).toEqual(Object.keys(model.golden.captures).toSorted());
		});

		test('goes on greedily as PyTorch does', async () => {
			expect(await model.greedy()).toEqual(model.golden.greedy);
		});

		const drawn = DRAWN[name];
		if (drawn)
			test('draws from a seed what other backends draw', async () => {
				expect(await model.drawn(SEED)).toEqual(drawn);
			});

		test('computes the logits of cached steps as PyTorch does', async () => {
			const steps = await model.cachedSteps();
			expect(maxAbsDifference(steps, numbersOf(model.golden.cached))).toBeLessThanOrEqual(TOLERANCE);
		});

		test('computes the same logits with the cache and without', async () => {
			const { ids, greedy } = model.golden;
			const longer = [...ids, ...greedy];
			const full = await model.logits({ ids: longer });
			const cached = await model.logits({ ids: longer, through: 'cache' });
			expect(maxAbsDifference(full.data, cached.data)).toBeLessThanOrEqual(1e-5);
		});

		test('takes in every edit as PyTorch does', async () => {
			const wrong: [string, number][] = [];
			for (const { about, edits, from_pos, logits } of model.golden.edited) {
				const error = errorOf(await model.logits({ edits }), logits, from_pos);
				if (!(error <= TOLERANCE)) wrong.push([about, error]);
			}
			expect(wrong).toEqual([]);
		});

		test('answers the same wherever the text stands, if positions are rotations', async () => {
			const { data } = await model.logits();
			const moved = maxAbsDifference((await model.logits({ offset: 7 })).data, data);
			if (model.model.config.positions.kind === 'rotary') expect(moved).toBeLessThanOrEqual(TOLERANCE);
			else expect(moved).toBe(0);
		});

		test('turns its keys by another angle when the text is moved, if positions are rotations', async () => {
			const { positions, d_head } = model.model.config;
			const here = (await model.values({ captures: ['blocks.0.attn.*k'] })).get('blocks.0.attn.rot_k');
			const there = (await model.values({ captures: ['blocks.0.attn.*k'], offset: 1 })).get('blocks.0.attn.rot_k');
			if (positions.kind === 'learned') expect(here).toBeUndefined();
			else expect(here?.data[d_head]).not.toBeCloseTo(there?.data[d_head] ?? NaN, 3);
		});
	});
});
