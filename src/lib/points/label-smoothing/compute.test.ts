import { expect, test } from 'vitest';
import type { TrainedRun } from '../define-experiment.ts';
import { settingsOf, startValues, withSettings, type Preset } from '../lab-params.ts';
import { compute } from './compute.ts';
import { optimumOf } from './optimum.ts';

const K = 11;

/** The settings of a run on lists to be copied. */
function settings(changes: Preset['settings']) {
	return settingsOf(withSettings(startValues(), { task: 'copy', texts: '64', ...changes }));
}

/** A look at held-out answers with some certainties, and a gap on them and on the texts that are met again. */
function look(
	step: number,
	gap: number,
	met?: number,
	sure: readonly [count: number, sure: number, right: number][] = []
) {
	const judgement = {
		loss: 1,
		tokens: 0.5,
		texts: 0,
		confidence: 0.5,
		gap,
		sure: sure.map(([count, confidence, right]) => ({ count, confidence, right })),
		wrong: [0.5]
	};
	const patterns = { shape: [1, 1, 1, 1], data: new Float32Array([1]) };
	return { step, judgement, met: met === undefined ? undefined : { ...judgement, gap: met }, patterns };
}

/** A run whose steps had these losses. */
function run(
	losses: readonly number[],
	looks: readonly ReturnType<typeof look>[],
	changes: Preset['settings'] = {}
): TrainedRun {
	const steps = losses.map((loss, i) => ({ step: i + 1, loss, rate: 0.01, norm: loss, clippedNorm: 1, moved: 0.01 }));
	// What is not computed with may have any shape.
	return { settings: settings(changes), steps, looks };
}

test('the floor is the cross-entropy at the optimal gap, and any other gap loses more', () => {
	const { labelled, other, floor, gap = NaN } = optimumOf(settings({ smoothing: '0.1' }), K);
	const lossAt = (apart: number) => {
		const total = Math.log(Math.exp(apart) + K - 1);
		return labelled * (total - apart) + (K - 1) * other * total;
	};
	expect(lossAt(gap)).toBeCloseTo(floor, 10);
	expect(gap).toBeCloseTo(Math.log(100), 10);
	expect(Math.min(lossAt(gap - 0.1), lossAt(gap + 0.1))).toBeGreaterThan(floor);
});

test('hard labels that can be learnt by heart have their optimum at infinity, and no floor but zero', () => {
	expect(optimumOf(settings({ noise: '0.2' }), K)).toEqual({ labelled: 1, other: 0, floor: 0, gap: undefined });
});

test('wrong labels that never come back smooth the target by themselves', () => {
	const { labelled, other, gap } = optimumOf(settings({ texts: '0', noise: '0.2' }), K);
	expect(labelled).toBeCloseTo(0.8);
	expect(other).toBeCloseTo(0.02);
	expect(gap).toBeCloseTo(Math.log(40));
});

test('the calibration error weighs each tenth by its answers, whichever side it errs to', () => {
	const sure: [number, number, number][] = [
		[30, 0.95, 0.55],
		[10, 0.5, 0.7],
		[0, 0, 0]
	];
	const [side] = compute([run([], [look(0, 1, 1, sure)])], Infinity).runs;
	expect(side?.error).toBeCloseTo((30 * 0.4 + 10 * 0.2) / 40);
	expect(side?.sure).toHaveLength(2);
});

test('the gap is of the texts that are met again, and of held-out ones where there are none', () => {
	const pooled = run([1], [look(0, 1, 2), look(1, 3, 9)]);
	const fresh = run([1], [look(0, 1), look(1, 3)], { texts: '0' });
	expect(compute([pooled], Infinity).runs[0]?.gap).toBe(9);
	expect(compute([fresh], Infinity).runs[0]?.gap).toBe(3);
});

test('what a gap has gained counts from half the steps, up to the step that is looked at', () => {
	const losses = new Array<number>(40).fill(1);
	const looks = [0, 10, 20, 30, 40].map((step) => look(step, 0, step * step));
	const series = [run(losses, looks)];
	expect(compute(series, Infinity).runs[0]?.gained).toBe(40 ** 2 - 20 ** 2);
	expect(compute(series, 20).runs[0]?.gained).toBe(20 ** 2 - 10 ** 2);
});

test('the loss is a mean over the last twenty batches, and unknown before the first', () => {
	const series = [run([...new Array<number>(20).fill(5), ...new Array<number>(20).fill(1)], [look(0, 1)])];
	expect(compute(series, Infinity).runs[0]?.loss).toBe(1);
	expect(compute(series, 30).runs[0]?.loss).toBe(3);
	expect(compute(series, 0).runs[0]?.loss).toBeUndefined();
});

test('a run that broke down says where, and keeps its last numbers', () => {
	const [side] = compute([run([2, 1, NaN], [look(0, 1, 2), look(2, 1, 4), look(3, NaN, NaN)])], Infinity).runs;
	expect(side).toMatchObject({ broken: 3, gap: 4, loss: 1.5 });
});
