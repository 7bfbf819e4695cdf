import { expect, test } from 'vitest';
import type { TrainedRun } from '../define-experiment.ts';
import { settingsOf, startValues, withSettings } from '../lab-params.ts';
import { compute, DRAWN, drawnNorms, fell, isBounded, stood } from './compute.ts';
import { predict } from './predict.ts';

type Norms = readonly number[];
type Shares = readonly number[];

/** A run whose batch of step 4 is spoilt; looked at before its first step and after each second one. */
function run(clip: string, norms: Norms, shares: Shares, spoilt = '4'): TrainedRun {
	const settings = settingsOf(withSettings(startValues(), { clip, spoilt }));
	const most = Number(clip) || Infinity;
	const steps = norms.map((norm, i) => ({
		...{ step: i + 1, loss: norm, rate: 1, norm },
		...{ clippedNorm: Math.min(norm, most), moved: Math.min(norm, most) / 100 }
	}));
	const looks = shares.map((tokens, i) => ({
		step: 2 * i,
		judgement: { loss: 1, tokens, texts: 0, confidence: 1, gap: 1, sure: [], wrong: [] },
		patterns: { data: new Float32Array(), shape: [0, 0, 0, 0] as const }
	}));
	return { settings, steps, looks };
}

const clipped = run('0.5', [1, 0.2, 0.1, 8, 0.3, 0.2], [0.1, 1, 0.97, 1]);
const whole = run('0', [1, 0.2, 0.1, 8, 9, 900], [0.1, 1, 0.2, 0.1]);
const [a, b] = compute([clipped, whole], Infinity).runs;

test('the bad batch is told by its own step, and by the looks on either side of it', () => {
	expect(a?.blow).toEqual({ norm: 8, clipped: 0.5, moved: 0.005, before: 1, after: 0.97 });
	expect(b?.blow).toEqual({ norm: 8, clipped: 8, moved: 0.08, before: 1, after: 0.2 });
});

test('nothing is told of the bad batch before it has come', () => {
	expect(compute([clipped, whole], 3).runs.map(({ blow }) => blow)).toEqual([undefined, undefined]);
});

test('where no batch is spoilt there is no blow', () => {
	const { spoilt, runs } = compute([run('0.5', [1, 1], [0.1, 0.2], '0')], Infinity);
	expect([spoilt, runs[0]?.blow]).toEqual([undefined, undefined]);
});

test('steps whose gradient was shortened are counted, and the longest that was used is found', () => {
	expect([a?.shortened, a?.most]).toEqual([2, 0.5]);
	expect([b?.shortened, b?.most]).toEqual([0, 900]);
});

test('a norm above its bound by more than rounding is not bounded', () => {
	if (!a) throw new Error('no run');
	expect(isBounded(a)).toBe(true);
	expect(isBounded({ ...a, most: 0.500001 })).toBe(true);
	expect(isBounded({ ...a, most: 0.51 })).toBe(false);
});

test('a run that keeps its answers stood, and one that loses them for good fell', () => {
	if (!a || !b) throw new Error('no run');
	expect([stood(a), fell(a)]).toEqual([true, false]);
	expect([stood(b), fell(b)]).toEqual([false, true]);
});

test('a run that finds its answers again did not fall', () => {
	const [side] = compute([run('0', [1, 0.2, 0.1, 8, 9, 1], [0.1, 1, 0.2, 1])], Infinity).runs;
	expect(side && fell(side)).toBe(false);
});

test('a run that had not learnt before the bad batch proves nothing', () => {
	const [side] = compute([run('0', [1, 0.2, 0.1, 8, 9, 1], [0.1, 0.5, 0.2, 0.1])], Infinity).runs;
	expect(side && fell(side)).toBe(false);
});

test('a run that ended in what is no number is told by the step, and draws only numbers', () => {
	const [side] = compute([run('0', [1, 0.2, 0.1, 8, 1e9, NaN], [0.1, 1, 0.2, 0.1])], Infinity).runs;
	expect(side?.broken).toBe(6);
	expect(side?.most).toBe(1e9);
	expect(side?.norms.every(([, norm]) => Number.isFinite(norm))).toBe(true);
});

test('norms are drawn up to where the run flies apart', () => {
	expect(b && drawnNorms(b).at(-1)).toEqual([5, 9]);
	expect(DRAWN).toBeLessThan(900);
});

test('the prediction that B never recovers is right where it fell, and a dent is one where it came back', () => {
	const dented = run('0', [1, 0.2, 0.1, 8, 9, 1], [0.1, 1, 0.8, 1]);
	expect(predict.right(compute([clipped, whole], Infinity))).toBe(2);
	expect(predict.right(compute([clipped, dented], Infinity))).toBe(1);
	expect(predict.right(compute([clipped, clipped], Infinity))).toBe(0);
});
