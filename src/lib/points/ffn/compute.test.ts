import { describe, expect, test } from 'vitest';
import { answersFor, resultFor, SHIPPED } from '../../../../tests/support/model-captures.ts';
import { named, rows, take, valueAt } from '#num/named.ts';
import { permutation } from '#num/random.ts';
import { maxAbsDifference, mean } from '#num/stats.ts';
import { activationOf } from './activation.ts';
import { feed, through } from './network.ts';
import { largest, orderOf, quietOf, spreadOf, writesOf } from './neurons.ts';
import { drawCurve, layoutPlot } from './plot.ts';
import point from './point.ts';

const TEXT = 'When Mary and John went to the park, John gave a ball to';
const RANDOM_ONES = ['neox-full', 'neox-partial', 'gpt2-tiny', 'llama-gqa'] as const;

describe('feed', () => {
	const network = {
		W_in: named(['d_model', 'd_mlp'], [1, 2], Float32Array.of(1, -1)),
		W_out: named(['d_mlp', 'd_model'], [2, 1], Float32Array.of(10, 100)),
		b_out: named(['d_model'], [1], Float32Array.of(0.5)),
		activation: activationOf('relu')
	};

	test('widens, bends and brings back', () => {
		expect([...feed([3], network).out]).toEqual([30.5]);
		expect([...feed([-3], network).out]).toEqual([300.5]);
	});

	test('multiplies with the gate where there is one', () => {
		const W_gate = named(['d_model', 'd_mlp'], [1, 2], Float32Array.of(2, 2));
		expect([...feed([3], { ...network, W_gate }).post]).toEqual([18, -18]);
	});
});

describe('a spread', () => {
	test('counts who is below zero, who is quiet, and who carries nine tenths', () => {
		const post = Float32Array.of(2, -0.05, -0.08, 0.5);
		const pre = Float32Array.of(2, -3, -2, 0.7);
		expect(spreadOf(pre, post)).toMatchObject({ negative: 0.5, quiet: 0.5, carrying: 1, strongest: 0 });
	});

	test('calls all quiet where none speaks', () => expect(quietOf(new Float32Array(3))).toBe(1));
});

test('neurons stand by a token, by their peak, or by number', () => {
	const post = named(['pos', 'd_mlp'], [2, 3], Float32Array.of(1, 3, 2, 9, 0, 4));
	const orders = (['token', 'text', 'index'] as const).map((sort) => orderOf(post, sort, 0));
	expect(orders).toEqual([
		[1, 2, 0],
		[0, 2, 1],
		[0, 1, 2]
	]);
});

test('the curve runs past all neurons, and every neuron is counted once', () => {
	const { low, high, bins, points } = drawCurve(Float32Array.of(-7.2, 0, 4.1), activationOf('gelu'));
	expect([low, high, points.at(0)?.[0], points.at(-1)?.[0]]).toEqual([-8, 5, -8, 5]);
	expect(bins.reduce((all, one) => all + one, 0)).toBe(3);
});

test('a curve and its histogram stay inside their drawing', () => {
	const { bars, ticks, x, foot } = layoutPlot(drawCurve(Float32Array.of(-1, 8), activationOf('silu')), 300, 200);
	for (const bar of bars) expect(bar.y + bar.height).toBeCloseTo(foot, 1);
	for (const tick of ticks) expect(x(tick) >= 0 && x(tick) <= 300).toBe(true);
});

describe.each([...RANDOM_ONES, SHIPPED])('in %s', (model) => {
	test('the FFN worked out here from each token’s own vector is what the model captured', async () => {
		for (const layer of [0, 1]) {
			const { model: captured, weights, run } = await answersFor(point, { text: TEXT, model, focus: { layer } });
			const network = { ...weights, activation: activationOf(run.model.activation) };
			const [posts, outs] = [rows(captured.post), rows(captured.out)];
			rows(captured.x).forEach((x, pos) => {
				const { post, out } = feed(x, network);
				expect(maxAbsDifference(post, posts[pos] ?? [])).toBeLessThan(1e-4);
				expect(maxAbsDifference(out, outs[pos] ?? [])).toBeLessThan(1e-4);
			});
		}
	});

	test('shuffled tokens get exactly the outputs that they got in order', async () => {
		const { model: captured, weights, run } = await answersFor(point, { text: TEXT, model });
		const network = { ...weights, activation: activationOf(run.model.activation) };
		const inputs = rows(captured.x);
		const straight = inputs.map((x) => feed(x, network).out);
		const order = permutation(inputs.length, 5);
		const shuffled = order.map((pos) => feed(inputs[pos] ?? [], network).out);
		expect(shuffled).toEqual(order.map((pos) => straight[pos]));
	});

	test('the panel says so: shuffled alike, its outputs are the model’s', async () => {
		const { shuffled, alone, heat } = await resultFor(point, { text: TEXT, model, params: { shuffle: true } });
		expect(Math.max(shuffled?.off ?? NaN, alone)).toBeLessThan(1e-4);
		expect(heat.tokens).not.toEqual(heat.tokens.toSorted((a, b) => a - b));
	});

	test('what is counted, block by block, and all outside the blocks are the model’s parameters', async () => {
		const { parameters } = await resultFor(point, { text: TEXT, model });
		const { weights, run } = await answersFor(point, { text: TEXT, model });
		const { layers, d_vocab, d_model, context, positions, tied, norm } = run.model;
		const embeddings = d_vocab * d_model * (tied ? 1 : 2) + (positions.kind === 'learned' ? context * d_model : 0);
		const last = weights.ln_final_w.data.length * (norm === 'layer' ? 2 : 1);
		expect(layers * parameters.total + embeddings + last).toBe(run.model.parameters);
	});

	test('a neuron that is switched off changes the logits', async () => {
		const params = { neuron: 3, off: 'neuron' } as const;
		const { prediction, direct } = await resultFor(point, { text: TEXT, model, params });
		expect(prediction?.gave).not.toBe(0);
		expect(Number.isFinite(direct)).toBe(true);
	});
});

/** The point asking for the last norm with a neuron on and off. */
function measuring(layer: number, neuron: number) {
	const needs = {
		model: { post: `blocks.${layer}.mlp.post`, logits: 'logits', scale: 'ln_final.scale' },
		off: { logits: 'logits', scale: 'ln_final.scale' },
		weights: { W_out: `blocks.${layer}.mlp.W_out`, W_U: 'W_U', ln_final_w: 'ln_final.w', ln_final_b: 'ln_final.b' }
	} as const;
	const edits = [{ at: `blocks.${layer}.mlp.post`, do: 'zero', d_mlp: neuron }] as const;
	return { ...point, needs, variations: { off: () => ({ edits }) }, compute: (): never => expect.fail('unused') };
}

describe('what a neuron writes', () => {
	test('is exactly what the logits lose without it, where nothing comes after but the last norm', async () => {
		const asked = { text: TEXT, model: SHIPPED };
		const layer = (await answersFor(point, asked)).run.model.layers - 1;
		const index = (await resultFor(point, { ...asked, focus: { layer } })).neuron.index;
		const { model, off, weights, run } = await answersFor(measuring(layer, index), asked);
		// The norm divides by a scale that changes too: what is linear in the stream is the logits times it.
		const bias = through(weights.ln_final_b?.data ?? [], weights.W_U);
		const unscaled = ({ logits, scale }: typeof off) =>
			bias.map((b, id) => valueAt(scale, { pos: -1, one: 0 }) * (valueAt(logits, { pos: -1, d_vocab: id }) - b));
		const [before, after] = [unscaled(model), unscaled(off)];
		const lost = before.map((value, id) => value - (after[id] ?? NaN));
		const shift = mean(lost);
		const fired = valueAt(model.post, { pos: -1, d_mlp: index });
		const written = writesOf(index, weights, run.model.norm).map((value) => fired * value);
		const seen = lost.map((value) => value - shift);
		expect(maxAbsDifference(seen, written) / largest(written)).toBeLessThan(1e-3);
	});

	test('sums to nothing over the vocabulary', async () => {
		const { weights, run } = await answersFor(point, { text: TEXT, model: SHIPPED });
		const writes = writesOf(7, weights, run.model.norm);
		expect(Math.abs(writes.reduce((all, one) => all + one, 0))).toBeLessThan(1e-2);
	});
});

describe('in the trained model', () => {
	test('exactly two thirds of the weights in a block’s matrices are the FFN’s', async () => {
		const { parameters } = await resultFor(point, { text: TEXT, model: SHIPPED });
		expect(parameters.matrices.ffn).toBe(2 * parameters.matrices.attention);
		expect(Math.abs(parameters.ffn / parameters.total - 2 / 3)).toBeLessThan(0.01);
	});

	test('most neurons are quiet at most tokens, in every block', async () => {
		const { run } = await answersFor(point, { text: TEXT, model: SHIPPED });
		for (let layer = 0; layer < run.model.layers; layer++) {
			const { quiet } = await resultFor(point, { text: TEXT, model: SHIPPED, focus: { layer } });
			expect(quiet).toBeGreaterThan(0.5);
		}
	});

	test('a block without its FFN reads its text worse', async () => {
		const { prediction } = await resultFor(point, { text: TEXT, model: SHIPPED, params: { off: 'all' } });
		expect(prediction?.loss?.after).toBeGreaterThan(prediction?.loss?.before ?? Infinity);
	});
});

test('a link’s neuron beyond the last is the last one', async () => {
	const { neuron } = await resultFor(point, { text: TEXT, params: { neuron: 65535, off: 'neuron' } });
	expect(neuron.index).toBe(neuron.values.length > 0 ? (await resultFor(point, { text: TEXT })).sizes.d_mlp - 1 : -1);
});

test('a pointed-at activation is the model’s own', async () => {
	const { heat } = await resultFor(point, { text: TEXT, model: SHIPPED });
	const { model } = await answersFor(point, { text: TEXT, model: SHIPPED });
	const [neuron = 0] = heat.neurons.slice(5);
	expect(heat.data[2 * heat.columns + 5]).toBe(take(model.post, { pos: 2, d_mlp: neuron }).data[0]);
});
