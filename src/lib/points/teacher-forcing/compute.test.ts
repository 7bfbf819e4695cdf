import { describe, expect, test } from 'vitest';
import type { TrainedRun } from '../define-experiment.ts';
import { settingsOf, startValues } from '../lab-params.ts';
import { compute, holds } from './compute.ts';

type Look = TrainedRun['looks'][number];

const LEVEL = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1];
const GROWING = [0.1, 0.1, 0.2, 0.3, 0.4, 0.5];

describe('at a step', () => {
	test('both ways of reading are averaged over the first and the last third of the places', () => {
		const { runs } = compute([run([look(0, GROWING, LEVEL)])], Infinity);
		expect(runs[0]?.forced.early).toBeCloseTo(0.1);
		expect(runs[0]?.forced.late).toBeCloseTo(0.45);
		expect(runs[0]?.free.late).toBeCloseTo(0.1);
	});

	test('the gap is what more is wrong on its own', () => {
		expect(compute([run([look(0, LEVEL, GROWING)])], Infinity).runs[0]?.gap).toBeCloseTo(1.6 / 6 - 0.1);
	});

	test('the newest look that is not later is told', () => {
		const looks = [look(0, GROWING, GROWING), look(10, LEVEL, GROWING), look(20, LEVEL, LEVEL)];
		expect(compute([run(looks)], 15).runs[0]?.gap).toBeGreaterThan(0.1);
		expect(compute([run(looks)], 15).step).toBe(10);
		expect(compute([run(looks)], 20).runs[0]?.gap).toBe(0);
	});

	test('a slip that is never mended adds up over the places', () => {
		expect(compute([run([look(0, [0.5, 0.5], [0, 0])])], Infinity).runs[0]?.unmended).toBe(0.75);
	});

	test('the share of guesses that is read rises evenly to the last step', () => {
		const half = { ...run([look(0, LEVEL, LEVEL)], { sampling: 0.5, steps: 200 }), steps: [step(1, 2), step(100, 1)] };
		expect(compute([half], Infinity).runs[0]?.sampled).toBe(0.25);
		expect(compute([half], 50).runs[0]?.sampled).toBe(0.125);
	});

	test('a run that was not asked to run free has no places there, and numbers all the same', () => {
		const { free, gap } = compute([run([look(0, LEVEL, undefined)])], Infinity).runs[0] ?? {};
		expect(free?.places).toEqual([]);
		expect(gap).toBeCloseTo(-0.1);
	});

	test('a run that ceased to be numbers says where', () => {
		const [broken] = compute([{ ...run([look(0, LEVEL, LEVEL)]), steps: [step(1, 2), step(2, NaN)] }], Infinity).runs;
		expect(broken?.broken).toBe(2);
	});
});

describe('the claim', () => {
	const judged = (a: readonly number[], aFree: readonly number[], b: readonly number[], bFree: readonly number[]) =>
		holds(compute([run([look(0, a, aFree)]), run([look(0, b, bFree)])], Infinity));

	test('holds where the gap of the first run opens along the text, and wider than that of the second', () => {
		expect(judged(LEVEL, GROWING, LEVEL, LEVEL)).toBe(true);
	});

	test('fails where a run on its own errs no more at the end than at the start', () => {
		expect(judged(LEVEL, [0.4, 0.4, 0.4, 0.4, 0.4, 0.4], LEVEL, LEVEL)).toBe(false);
	});

	test('fails where errors grow with the right answers read as well', () => {
		expect(judged([0, 0, 0.1, 0.2, 0.2, 0.2], GROWING, LEVEL, LEVEL)).toBe(false);
	});

	test('fails where the second run loses as much by being on its own', () => {
		expect(judged(LEVEL, GROWING, LEVEL, GROWING)).toBe(false);
	});

	test('fails of a first run that has hardly learnt, and of one alone', () => {
		const high = LEVEL.map(() => 0.3);
		expect(judged(high, [0.3, 0.3, 0.6, 0.7, 0.8, 0.9], LEVEL, LEVEL)).toBe(false);
		expect(holds(compute([run([look(0, LEVEL, GROWING)])], Infinity))).toBe(false);
	});
});

function run(looks: readonly Look[], changes: { sampling?: number; steps?: number } = {}): TrainedRun {
	return { settings: settingsOf({ ...startValues(), ...changes }), steps: [], looks };
}

function look(step: number, wrong: readonly number[], free: readonly number[] | undefined): Look {
	const judgement = { loss: 1, tokens: 0.9, texts: 0.5, confidence: 0.9, gap: 5, sure: [], wrong };
	return { step, judgement, free, patterns: { shape: [0], data: new Float32Array() } };
}

function step(number: number, loss: number): TrainedRun['steps'][number] {
	return { step: number, loss, rate: 0.01, norm: 1, clippedNorm: 1, moved: 0.1 };
}
