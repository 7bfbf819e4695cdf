import { expect, test } from 'vitest';
import type { TrainedRun } from '../define-experiment.ts';
import { compute } from './compute.ts';
import experiment from './experiment.ts';

const LOOK = { patterns: { shape: [], data: new Float32Array() } };
const judgement = (tokens: number) => ({
	loss: 3 - 3 * tokens,
	tokens,
	texts: 0,
	confidence: 0.5,
	gap: 1,
	sure: [],
	wrong: []
});

/** A run whose share of right answers is told, look by look, ten steps apart; its rate rises over some steps. */
function runOf(right: readonly number[], warmup: number, brokenAt = Infinity): TrainedRun {
	const steps = Array.from({ length: (right.length - 1) * 10 }, (_, i) => i + 1).filter((step) => step <= brokenAt);
	const optimizer = { warmup, rate: 0.02, steps: steps.length };
	return {
		// As much of the settings as the computation reads.
		settings: { data: { task: 'repeat' }, optimizer } as unknown as TrainedRun['settings'],
		steps: steps.map((step) => ({
			step,
			loss: step === brokenAt ? NaN : 1,
			rate: 0.02 * Math.min(1, step / Math.max(1, warmup)),
			norm: 1,
			clippedNorm: 1,
			moved: warmup > 0 ? 0.001 * step : 0.1
		})),
		looks: right.map((tokens, i) => ({ ...LOOK, step: 10 * i, judgement: judgement(tokens) }))
	};
}

const A = runOf([0.04, 0.3, 0.6, 0.9], 20);
const B = runOf([0.04, 0.1, 0.1, 0.1], 0);

test('both runs are told at the step that is looked at, not at their end', () => {
	const { step, runs } = compute([A, B], 20);
	expect([step, runs[0]?.accuracy, runs[1]?.accuracy]).toEqual([20, 0.6, 0.1]);
	expect(runs[0]?.moves.at(-1)).toEqual([20, 0.02]);
});

test('the first step is where the two differ most: in how far they move', () => {
	const { runs } = compute([A, B], Infinity);
	expect(runs.map(({ firstMove }) => firstMove)).toEqual([0.001, 0.1]);
});

test('it is told when half the answers were right, and that this never came', () => {
	expect(compute([A, B], Infinity).runs.map(({ half }) => half)).toEqual([20, undefined]);
	expect(compute([A, B], 10).runs[0]?.half).toBeUndefined();
});

test('a run that broke down says at which step', () => {
	expect(compute([A, runOf([0.04, 0.1], 0, 7)], Infinity).runs[1]?.broken).toBe(7);
});

test.each([
	['the run without warm-up lags', [A, B], true],
	['both learn', [A, runOf([0.04, 0.5, 0.8, 0.9], 0)], false],
	['the run with warm-up does not learn either', [runOf([0.04, 0.1, 0.1, 0.2], 20), B], false]
])('where %s the claim is judged by it', (_, runs, holds) => {
	expect(experiment.holds(compute(runs, Infinity))).toBe(holds);
});
