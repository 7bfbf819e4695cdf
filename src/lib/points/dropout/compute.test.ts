import { describe, expect, test } from 'vitest';
import { settingsOf, startValues, withSettings } from '../lab-params.ts';
import type { TrainedRun } from '../define-experiment.ts';
import { compute } from './compute.ts';
import experiment from './experiment.ts';
import { numbersEn } from './numbers.ts';

type Look = TrainedRun['looks'][number];
type Judgement = Look['judgement'];

const judged = (loss: number, tokens: number): Judgement => ({
	loss,
	tokens,
	texts: 0,
	confidence: 0,
	gap: 0,
	sure: [],
	wrong: []
});

/** Two layers of one head over two tokens: what is masked holds a number that no mean may count. */
const weights = (first: number, last: number, masked: number) =>
	Float32Array.from(
		[
			[first, masked, first, first],
			[last, masked, last, last]
		].flat()
	);

interface Lines {
	readonly held: readonly number[];
	readonly met: readonly number[] | undefined;
	readonly right?: number;
	readonly metRight?: number;
	/** What the means under dropout are of the weights, in the first layer and the last. */
	readonly grown?: readonly [number, number];
}

/** A run with a look every ten steps, each with the losses that are given. */
function runOf(share: number, { held, met, right = 1, metRight = 1, grown = [1, 1] }: Lines): TrainedRun {
	const settings = { ...experiment.setup.settings, 'drop-attention': String(share) };
	const step = (n: number) => ({ step: n, loss: n / 100, rate: 0, norm: 1, clippedNorm: 1, moved: 0 });
	return {
		settings: settingsOf(withSettings(startValues(), settings)),
		steps: Array.from({ length: 10 * (held.length - 1) }, (_, i) => step(i + 1)),
		looks: held.map((loss, i) => ({
			step: 10 * i,
			judgement: judged(loss, right),
			met: met && judged(met[i] ?? NaN, metRight),
			patterns: { shape: [2, 1, 2, 2], data: weights(0.5, 0.5, 0) },
			dropped: { shape: [2, 1, 2, 2], data: weights(0.5 * grown[0], 0.5 * grown[1], 9) }
		}))
	};
}

const small = { held: [2, 0.5, 0.1], met: [2, 0.3, 0.05] };
const large = { held: [2, 2.5, 3], met: [2, 0.1, 0] };
const finalOf = (a: Lines, b: Lines) => compute([runOf(0.3, a), runOf(0, b)], Infinity);

test('the gap is the held-out loss less the loss on the texts trained on, at the step that is looked at', () => {
	const { runs } = compute([runOf(0.3, small)], 10);
	expect(runs[0]?.gap).toBeCloseTo(0.2);
	expect(finalOf(small, large).runs[1]?.gap).toBeCloseTo(3);
});

test('a run whose texts are all new has no gap', () => {
	expect(compute([runOf(0.3, { ...small, met: undefined })], Infinity).runs[0]?.gap).toBeUndefined();
});

test('a run that broke down is told as it last was, and when it broke', () => {
	const run = runOf(0.3, { held: [2, 1, NaN], met: [2, 0.5, NaN] });
	const steps = run.steps.map((one) => (one.step === 17 ? { ...one, loss: NaN } : one)).slice(0, 17);
	const [side] = compute([{ ...run, steps }], Infinity).runs;
	expect(side).toMatchObject({ gap: 0.5, broken: 17, logged: expect.closeTo(0.085) });
});

test('each layer’s slope is that of its own weights, masked ones left out', () => {
	const [side] = finalOf({ ...small, grown: [1, 0.8] }, large).runs;
	expect(side?.layers.map(({ layer, slope }) => [layer, slope])).toEqual([
		[0, 1],
		[1, expect.closeTo(0.8)]
	]);
	expect(side?.layers[0]?.pairs).toHaveLength(3);
});

test('the weights compared are those of the run that drops some, wherever it stands', () => {
	expect(compute([runOf(0, large), runOf(0.3, small)], Infinity).shown).toBe(1);
	expect(compute([runOf(0, large), runOf(0, small)], Infinity).shown).toBe(0);
});

test('the log is the mean of the last batches, up to the step that is looked at', () => {
	expect(compute([runOf(0.3, small)], 10).runs[0]?.logged).toBeCloseTo(0.055);
});

test('the factor that makes up for what is dropped is told with the run’s own share', () => {
	expect(numbersEn(finalOf(small, large))).toContain('1/(1 − p) = **1.43**');
});

describe('the claim', () => {
	test('holds where the gap is far smaller with dropout and the means agree', () => {
		expect(experiment.holds(finalOf(small, large))).toBe(true);
	});

	test.each([
		['the gaps are alike', finalOf(large, large)],
		['the gap is larger with dropout', finalOf(large, small)],
		['the texts are not known by heart', finalOf({ ...small, metRight: 0.6 }, large)],
		['the means lack the factor', finalOf({ ...small, grown: [0.7, 0.7] }, large)],
		['there is one run alone', compute([runOf(0.3, small)], Infinity)]
	])('does not hold where %s', (_, result) => {
		expect(experiment.holds(result)).toBe(false);
	});
});
