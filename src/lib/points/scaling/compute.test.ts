import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { answersFor, resultFor, SHIPPED } from '../../../../tests/support/model-captures.ts';
import { mean } from '#num/stats.ts';
import point from './point.ts';
import { jacobianNorm, soften } from './softened.ts';
import { logSlope, sweep } from './sweep.ts';

const TEXT = 'When Mary and John went to the park, John gave a ball to';
const SEEDS = [0, 7, 2025, 9999];
const LAYERS = [0, 1] as const;
const HEADS = [0, 1, 2] as const;

describe('soften', () => {
	test('measures an even row: as many bits as it has, and no winner', () => {
		expect(soften(new Float32Array(4))).toMatchObject({ bits: 2, bestWeight: 0.25, span: 0 });
	});

	test('leaves closed keys out of the span and the weights', () => {
		const { weights, span } = soften(Float32Array.of(1, 3, -Infinity));
		expect([span, weights[2]]).toEqual([2, 0]);
	});
});

describe('jacobianNorm', () => {
	test('is the norm of diag(p) − p pᵀ written out', () => {
		const p = [0.5, 0.3, 0.2];
		const cells = p.flatMap((a, i) => p.map((b, j) => (i === j ? a : 0) - a * b));
		expect(jacobianNorm(Float32Array.from(p))).toBeCloseTo(Math.hypot(...cells), 6);
	});

	test('is a half for two equal weights, and nothing for one winner', () => {
		expect(jacobianNorm(Float32Array.of(0.5, 0.5))).toBeCloseTo(0.5);
		expect(jacobianNorm(Float32Array.of(0, 1, 0))).toBe(0);
	});
});

describe('the sweep', () => {
	test.each(SEEDS)('of seed %i has a variance that grows in step with d_k', (seed) => {
		expect(Math.abs(logSlope(sweep(seed).map(({ width, variance }) => [width, variance])) - 1)).toBeLessThan(0.15);
	});

	test.each(SEEDS)('of seed %i measures Var(q·k) = d_k at every width, give or take its standard error', (seed) => {
		for (const { width, variance, error } of sweep(seed)) expect(Math.abs(variance - width)).toBeLessThan(4 * error);
	});

	test('errs as much as its standard errors say', () => {
		const draws = Array.from({ length: 24 }, (_, seed) => sweep(100 + seed)).flat();
		const squared = mean(draws.map(({ width, variance, error }) => ((variance - width) / error) ** 2));
		expect(squared).toBeGreaterThan(0.7);
		expect(squared).toBeLessThan(1.6);
	});

	test('keeps the variance near 1 at every width once divided by √d_k', () => {
		for (const { scaledVariance } of sweep(7)) expect(Math.abs(scaledVariance - 1)).toBeLessThan(0.5);
	});

	test('ends with a softmax that one key wins, and lets through far less gradient than a divided one', () => {
		const last = sweep(7).at(-1);
		expect(last?.unscaled.bestWeight).toBeGreaterThan(0.9);
		expect((last?.scaled.gradient ?? 0) / (last?.unscaled.gradient ?? 1)).toBeGreaterThan(2);
	});

	test('is the same for the same seed and another for another', () => {
		expect(sweep(3)).toEqual(sweep(3));
		expect(sweep(3)).not.toEqual(sweep(4));
	});
});

describe.each(['neox-full', 'gpt2-tiny', 'llama-mha', SHIPPED])('in %s', (model) => {
	test('without ÷√d_k the mean entropy of the rows falls in every head', async () => {
		for (const layer of LAYERS) {
			for (const head of HEADS) {
				const { head: measured } = await resultFor(point, { text: TEXT, model, focus: { layer, head } });
				expect(measured.unscaled.bits).toBeLessThan(measured.scaled.bits);
			}
		}
	});

	test('without ÷√d_k the largest weight of the row grows', async () => {
		const { scaled, unscaled } = await resultFor(point, { text: TEXT, model });
		expect(unscaled.bestWeight).toBeGreaterThan(scaled.bestWeight);
	});

	test('the whole model predicts otherwise unscaled', async () => {
		const { prediction } = await resultFor(point, { text: TEXT, model, params: { whole: true } });
		expect(Math.abs((prediction?.before.probability ?? 0) - (prediction?.kept ?? 0))).toBeGreaterThan(1e-4);
	});

	test('says nothing of the whole model while it runs scaled', async () => {
		expect((await resultFor(point, { text: TEXT, model })).prediction).toBeUndefined();
	});
});

test('without ÷√d_k, entropy and gradient fall in the trained model: on the mean over all of its heads', async () => {
	const { run } = await answersFor(point, { text: TEXT, model: SHIPPED });
	const places = Array.from({ length: run.model.layers * run.model.heads }, (_, i) => ({
		layer: Math.floor(i / run.model.heads),
		head: i % run.model.heads
	}));
	const heads = await Promise.all(
		places.map(async (focus) => (await resultFor(point, { text: TEXT, model: SHIPPED, focus })).head)
	);
	const over = (pick: (head: (typeof heads)[number]) => number) => mean(heads.map(pick));
	expect(over(({ unscaled }) => unscaled.bits)).toBeLessThan(over(({ scaled }) => scaled.bits) / 2);
	expect(over(({ unscaled }) => unscaled.gradient)).toBeLessThan(over(({ scaled }) => scaled.gradient) / 2);
});

test('the trained model reads texts that it never saw worse without the scaling it was trained with', async () => {
	const losses = await Promise.all(
		heldOut().map(
			async (text) => (await resultFor(point, { text, model: SHIPPED, params: { whole: true } })).prediction
		)
	);
	const rises = losses.map((one) => (one?.loss.after ?? NaN) - (one?.loss.before ?? NaN));
	expect(mean(rises)).toBeGreaterThan(0.05);
});

/** The first three held-out questions of every ability. */
function heldOut(): string[] {
	const folder = new URL('../../../../training/held_out/', import.meta.url);
	return readdirSync(folder).flatMap((file) => {
		const lines = readFileSync(new URL(file, folder), 'utf8').split('\n', 3);
		return lines.map((line) => v.parse(v.object({ prompt: v.string() }), JSON.parse(line)).prompt);
	});
}
