/** Weights are held to PyTorch by what they do: its values on one side of each, times it, are its values on the other side. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from 'vitest';
import { GOLDEN_MODELS, GoldenModel, numbersOf } from '../../../tests/golden/check.ts';
import { rows, sizeOf, take, type Named } from '#num/named.ts';
import { dot, maxAbsDifference, mean } from '#num/stats.ts';
import { chooseBackend } from './backend.ts';
import { WEIGHTS, type Captured, type WeightName, type WeightPattern, type WeightRequest } from './captures.ts';
import { memory } from './tf.ts';
import { WeightValues } from './weight-values.ts';

const TOLERANCE = 1e-4;
const folder = new URL('../../../tests/golden/models/', import.meta.url);
const read = async (path: string) => new Uint8Array(await readFile(new URL(path, folder))).buffer;

/** A model's weights beside what PyTorch computed with them. */
interface Held {
	readonly model: GoldenModel;
	readonly weights: ReadonlyMap<string, Named>;
	readonly weight: (name: WeightName) => Named;
	readonly captured: (name: string) => Named;
}

async function load(name: string): Promise<Held> {
	const model = await GoldenModel.load(name, read);
	const weights = new Map(
		(await new WeightValues(model.model).matching(['*'])).map((value) => [String(value.name), value])
	);
	return {
		model,
		weights,
		weight: (at) => weights.get(at) ?? missing(at),
		captured(at) {
			const value = model.golden.captures[at] ?? missing(at);
			return { ...value, data: Float32Array.from(numbersOf(value)) };
		}
	};
}

describe.each(['wasm', 'cpu'] as const)('on %s', (backend) => {
	beforeAll(async () => void (await chooseBackend({ force: backend })));

	describe.each(GOLDEN_MODELS)('the weights of %s', (name) => {
		let held: Held;
		let layers: number[];
		beforeAll(async () => {
			held = await load(name);
			layers = indices(held.model.model.config.layers);
		});
		afterAll(() => held.model.dispose());

		test.each([
			['q', 'W_Q', 'b_Q', 'head'],
			['k', 'W_K', 'b_K', 'kv_head'],
			['v', 'W_V', 'b_V', 'kv_head']
		] as const)('make %s of what the norm returns', (part, W, b, axis) => {
			const { weight, weights, captured } = held;
			const errors = layers.flatMap((layer) => {
				const at = `blocks.${layer}.attn` as const;
				const [x, y, matrix] = [
					captured(`blocks.${layer}.ln1.normalized`),
					captured(`${at}.${part}`),
					weight(`${at}.${W}`)
				];
				const bias = weights.get(`${at}.${b}`);
				return indices(matrix.shape[0]).map((head) =>
					errorOf(x, take(matrix, { [axis]: head }), bias && take(bias, { [axis]: head }), take(y, { [axis]: head }))
				);
			});
			expect(errors.length).toBeGreaterThan(1);
			expect(Math.max(...errors)).toBeLessThanOrEqual(TOLERANCE);
		});

		test('make the result of each head of its z', () => {
			const errors = layers.flatMap((layer) => {
				const at = `blocks.${layer}.attn` as const;
				const [z, W_O, result] = [held.captured(`${at}.z`), held.weight(`${at}.W_O`), held.captured(`${at}.result`)];
				return indices(W_O.shape[0]).map((head) =>
					errorOf(take(z, { head }), take(W_O, { head }), undefined, take(result, { head }))
				);
			});
			expect(Math.max(...errors)).toBeLessThanOrEqual(TOLERANCE);
		});

		test('make what attention adds of the sum of the results', () => {
			for (const layer of layers) {
				const [result, out] = [held.captured(`blocks.${layer}.attn.result`), held.captured(`blocks.${layer}.attn_out`)];
				const bias = held.weights.get(`blocks.${layer}.attn.b_O`)?.data;
				const sum = out.data.map((_, i) =>
					indices(result.shape[0]).reduce(
						(total, head) => total + (take(result, { head }).data[i] ?? NaN),
						bias?.[i % bias.length] ?? 0
					)
				);
				expect(maxAbsDifference(sum, out.data)).toBeLessThanOrEqual(TOLERANCE);
			}
		});

		test('make the hidden layer of the FFN, and its end', () => {
			const { weight, weights, captured } = held;
			for (const layer of layers) {
				const at = `blocks.${layer}.mlp` as const;
				const x = captured(`blocks.${layer}.ln2.normalized`);
				const W_gate = weights.get(`${at}.W_gate`);
				const hidden = captured(W_gate ? `${at}.pre_linear` : `${at}.pre`);
				const out = captured(`blocks.${layer}.mlp_out`);
				const errors = [
					errorOf(x, weight(`${at}.W_in`), weights.get(`${at}.b_in`), hidden),
					errorOf(captured(`${at}.post`), weight(`${at}.W_out`), weights.get(`${at}.b_out`), out),
					W_gate ? errorOf(x, W_gate, weights.get(`${at}.b_gate`), captured(`${at}.pre`)) : 0
				];
				expect(Math.max(...errors)).toBeLessThanOrEqual(TOLERANCE);
			}
		});

		test('make of the stream what each norm returns', () => {
			const { norm, parallel } = held.model.model.config;
			const norms = layers.flatMap((layer) => [
				[`blocks.${layer}.ln1`, `blocks.${layer}.resid_pre`],
				[`blocks.${layer}.ln2`, `blocks.${layer}.${parallel ? 'resid_pre' : 'resid_mid'}`]
			]);
			for (const [at = '', from = ''] of [...norms, ['ln_final', `blocks.${layers.length - 1}.resid_post`]]) {
				const scale = held.captured(`${at}.scale`).data;
				const [w, b] = [held.weights.get(`${at}.w`)?.data ?? missing(at), held.weights.get(`${at}.b`)?.data];
				const made = rows(held.captured(from)).flatMap((row, pos) => {
					const middle = norm === 'layer' ? mean(row) : 0;
					return Array.from(row, (x, i) => ((x - middle) / (scale[pos] ?? NaN)) * (w[i] ?? NaN) + (b?.[i] ?? 0));
				});
				expect(maxAbsDifference(made, held.captured(`${at}.normalized`).data)).toBeLessThanOrEqual(TOLERANCE);
			}
		});

		test('hold the embedding of every token', () => {
			const made = held.model.golden.ids.flatMap((id) => [...take(held.weight('W_E'), { d_vocab: id }).data]);
			expect(maxAbsDifference(made, held.captured('embed').data)).toBeLessThanOrEqual(TOLERANCE);
		});

		test('hold the embedding of every place where places are learned', () => {
			const isLearned = held.model.model.config.positions.kind === 'learned';
			expect(held.weights.has('W_pos')).toBe(isLearned);
			if (!isLearned) return;
			const { data } = held.captured('pos_embed');
			expect(maxAbsDifference(held.weight('W_pos').data.subarray(0, data.length), data)).toBeLessThanOrEqual(TOLERANCE);
		});

		test('make the logits of what the last norm returns', () => {
			const error = errorOf(
				held.captured('ln_final.normalized'),
				held.weight('W_U'),
				undefined,
				held.captured('logits')
			);
			expect(error).toBeLessThanOrEqual(TOLERANCE);
		});

		test('have the axes of the table and fill their shape', () => {
			for (const [at, { axes, shape, data }] of held.weights) {
				// With its number taken out, a name is one of the table's.
				expect(axes).toEqual(WEIGHTS[at.replace(/^blocks\.\d+/, 'blocks.{layer}') as WeightPattern]);
				expect(data.length).toBe(sizeOf(shape));
			}
		});

		test('are all parameters of the model', () => {
			const { tied, parameters } = held.model.model.facts;
			const read = [...held.weights.values()].reduce((sum, { data }) => sum + data.length, 0);
			expect(read - (tied ? held.weight('W_U').data.length : 0)).toBe(parameters);
		});
	});

	test('weights are read from the device once, and leave no tensor behind', async () => {
		const golden = await GoldenModel.load('llama-gqa', read);
		const before = memory().numTensors;
		const values = new WeightValues(golden.model);
		const [first] = await values.matching(['blocks.*.W_Q']);
		const [again] = await values.matching(['blocks.0.attn.W_Q']);
		expect([first?.name, memory().numTensors]).toEqual(['blocks.0.attn.W_Q', before]);
		expect(again).toBe(first);
		golden.dispose();
	});
});

test('the type of a weight knows its axes, and whether a model may lack it', () => {
	type Layers<Axes extends string> = Named<Axes | 'layer'>;
	expectTypeOf<Captured<'W_U'>>().toEqualTypeOf<Named<'d_model' | 'd_vocab'>>();
	expectTypeOf<Captured<'blocks.*.attn.W_Q'>>().toEqualTypeOf<Layers<'head' | 'd_model' | 'd_head'>>();
	expectTypeOf<Captured<'blocks.{layer}.attn.b_K'>>().toEqualTypeOf<Named<'kv_head' | 'd_head'> | undefined>();
	expectTypeOf<Captured<'W_pos'>>().toEqualTypeOf<Named<'position' | 'd_model'> | undefined>();
	expectTypeOf<'blocks.{layer}.attn.W_X' | 'blocks.{layer}.attn.q'>().extract<WeightRequest>().toBeNever();
});

/** The largest difference between x W + b, row by row, and y. */
function errorOf(x: Named, W: Named, b: Named | undefined, y: Named): number {
	const columns = indices(W.shape[1]).map((column) => rows(W).map((row) => row[column] ?? NaN));
	const made = rows(x).flatMap((row) => columns.map((column, i) => dot(row, column) + (b?.data[i] ?? 0)));
	return maxAbsDifference(made, y.data);
}

function indices(length = 0): number[] {
	return Array.from({ length }, (_, i) => i);
}

function missing(name: string): never {
	throw new Error(`there is no ${name}`);
}
