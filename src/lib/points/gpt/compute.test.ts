import { describe, expect, test } from 'vitest';
import { answersFor, paramsOf, resultFor, SHIPPED } from '../../../../tests/support/model-captures.ts';
import { GOLDEN_MODELS } from '../../../../tests/golden/check.ts';
import { valueAt } from '#num/named.ts';
import { BOXES, boxesOf, parametersByKind, totalOf } from './boxes.ts';
import { knownModels } from './known-models.ts';
import { lanesAt } from './lanes.ts';
import point from './point.ts';
import { millisecondsOf, millisecondsOfBlock } from './timing.ts';

const FOCUS = { layer: 0, head: 0, query: 1, key: 0 };
const TEXT = 'When Mary and John went to the park, John gave a ball to';

/** Counted from the published checkpoints' weights. */
const PUBLISHED = {
	gpt2: 124_439_808,
	'gpt2-medium': 354_823_168,
	'gpt2-large': 774_030_080,
	'gpt2-xl': 1_557_611_200
} as const;

describe.each([SHIPPED, ...GOLDEN_MODELS])('of %s', (model) => {
	test('the boxes hold exactly the parameters of the weights’ file', async () => {
		const { check, total } = await resultFor(point, { text: 'a ball', model });
		expect(check.parameters.map).toBe(check.parameters.file);
		expect(total.parameters).toBe(check.parameters.file);
	});

	test('the boxes cost exactly the multiply-adds that the run counted', async () => {
		const { check } = await resultFor(point, { text: TEXT.slice(0, 20), model });
		expect(check.multiplyAdds.map).toBe(check.multiplyAdds.counted);
	});

	test('the lines of the map add up to the whole', async () => {
		const { rows, total } = await resultFor(point, { text: TEXT.slice(0, 20), model, focus: { layer: 1 } });
		expect(rows.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(total.parameters);
		expect(rows.reduce((sum, { multiplyAdds }) => sum + multiplyAdds, 0)).toBe(total.multiplyAdds);
	});
});

describe('GPT-2 by its configurations', () => {
	test.each(knownModels.map((model) => [model.name, model] as const))('%s has its published parameters', (_, model) => {
		expect(totalOf(model, 1, 'parameters')).toBe(PUBLISHED[model.id]);
	});

	test('keeps a smaller share in its embedding the larger it is', () => {
		const shares = knownModels.map((model) => parametersByKind(model).embedding / totalOf(model, 1, 'parameters'));
		expect(shares).toEqual(shares.toSorted((a, b) => b - a));
		expect(new Set(shares).size).toBe(shares.length);
	});

	test('has twice as many weights in an FFN as in attention', () => {
		for (const model of knownModels) {
			const { attention, ffn } = parametersByKind(model);
			expect(ffn / attention).toBeCloseTo(2, 2);
		}
	});

	test('is drawn as one block and the others folded, with nothing flowing', async () => {
		const { rows, total } = await resultFor(point, { text: TEXT, params: { preset: 'gpt2-xl' } });
		expect(rows.filter(({ kind }) => kind === 'folded')).toMatchObject([{ first: 1, last: 47 }]);
		expect(rows.some(({ flow }) => flow)).toBe(false);
		expect(rows.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(total.parameters);
	});
});

describe('the map', () => {
	test('counts every parameter under one kind', () => {
		for (const model of knownModels) {
			const sum = Object.values(parametersByKind(model)).reduce((all, part) => all + part, 0);
			expect(sum).toBe(totalOf(model, 1, 'parameters'));
		}
	});

	test('has shapes as long as the values that flow', async () => {
		const asked = { text: TEXT, model: SHIPPED, focus: { layer: 1 } };
		const { rows } = await resultFor(point, asked);
		const { model } = await answersFor(point, asked);
		for (const row of rows) {
			if (row.kind === 'folded' || row.id === 'tokens' || row.id === 'next') continue;
			expect([row.id, row.axes.map(([, length]) => length)]).toEqual([row.id, model[row.id]?.shape]);
			expect([row.id, row.axes.map(([name]) => name)]).toEqual([row.id, model[row.id]?.axes]);
		}
	});

	test('reads the cell of the focused query and key in the focused head', async () => {
		const asked = { text: TEXT, model: SHIPPED, focus: { layer: 1, head: 2, query: 5, key: 3 } };
		const { rows } = await resultFor(point, asked);
		const { model } = await answersFor(point, asked);
		const softmax = rows.find((row) => row.kind === 'box' && row.id === 'softmax');
		expect(softmax?.flow?.reading.value).toBe(valueAt(model.softmax, { head: 2, query: 5, key: 3 }));
	});

	test('has no box that an architecture lacks', async () => {
		const idsOf = async (model: string) =>
			(await resultFor(point, { text: 'ab', model })).rows.flatMap((row) => (row.kind === 'box' ? [row.id] : []));
		expect(await idsOf('gpt2-tiny')).not.toContain('rotate');
		expect(await idsOf('neox-full')).not.toContain('pos_embed');
		expect(await idsOf('neox-partial')).not.toContain('add1');
	});

	test('grows with the square of the text only where queries meet keys', () => {
		const [small] = knownModels;
		if (!small) throw new Error('no known model');
		const [short, long] = [boxesOf(small, 10).block, boxesOf(small, 20).block];
		const grown = short.flatMap(({ id, multiplyAdds }, i) => {
			return multiplyAdds > 0 ? [[id, (long[i]?.multiplyAdds ?? 0) / multiplyAdds] as const] : [];
		});
		expect(grown.filter(([, times]) => times === 4).map(([id]) => id)).toEqual(['scores', 'weigh']);
		expect(grown.filter(([, times]) => times !== 4).every(([, times]) => times === 2)).toBe(true);
	});
});

describe('time', () => {
	const steps = [
		{ name: 'embed', milliseconds: 1, multiplyAdds: 0 },
		{ name: 'blocks.0.attn.q', milliseconds: 2, multiplyAdds: 4 },
		{ name: 'blocks.1.attn.q', milliseconds: 4, multiplyAdds: 4 },
		{ name: 'blocks.1.attn.rot_q', milliseconds: 8, multiplyAdds: 0 },
		{ name: 'blocks.1.attn_out', milliseconds: 16, multiplyAdds: 4 }
	];

	test('of a box is its own in its own block', () => {
		expect(millisecondsOf(steps, 'embed', 1)).toBe(1);
		expect(millisecondsOf(steps, 'q', 1)).toBe(4);
		expect(millisecondsOf(steps, 'output', 1)).toBe(16);
		expect(millisecondsOfBlock(steps, 1)).toBe(28);
	});

	test('is measured only where it is asked for, and of the model that runs', async () => {
		const timing = async (params: { time?: boolean; preset?: 'gpt2' }) =>
			(await resultFor(point, { text: 'ab', params })).timing;
		expect([await timing({}), await timing({ time: true, preset: 'gpt2' })]).toEqual(['none', 'none']);
		expect(await timing({ time: true })).toBe('measured');
	});

	test('is said to be hidden where a backend tells none', async () => {
		const asked = { text: 'ab', params: { time: true } };
		const { costs, ...answers } = await answersFor(point, asked);
		const silent = (costs.timed.steps ?? []).map((step) => ({ ...step, milliseconds: 0 }));
		expect(silent.length).toBeGreaterThan(0);
		const timed = { ...costs.timed, steps: silent };
		const result = point.compute({ ...answers, costs: { ...costs, timed } }, FOCUS, paramsOf(point.params, asked));
		expect([result.timing, result.total.milliseconds]).toEqual(['hidden', undefined]);
	});

	test.each(['gpt2-tiny', 'neox-full', 'neox-partial', 'llama-gqa'])(
		'of %s falls to some box, all of it',
		async (model) => {
			const { rows, total } = await resultFor(point, { text: 'a ball', model, params: { time: true } });
			const sum = rows.reduce((all, { milliseconds }) => all + (milliseconds ?? 0), 0);
			expect(sum / (total.milliseconds ?? NaN)).toBeCloseTo(1, 9);
		}
	);
});

test('a branch leaves the stream and joins it again in every sublayer', () => {
	const branches = BOXES.block.map((id) => lanesAt(id, false).branch);
	expect(branches.filter((branch) => branch === 'leaves').length).toBe(2);
	expect(branches.filter((branch) => branch === 'joins').length).toBe(2);
	expect(branches.indexOf('joins')).toBe(BOXES.block.indexOf('add1'));
});
