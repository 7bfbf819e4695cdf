import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { GRADIENT_MODELS, gradientErrors, json, tenSteps, type GoldenRun } from '../../../../tests/golden/training.ts';
import { maxAbsDifference } from '#num/stats.ts';
import { chooseBackend } from '../backend.ts';
import { prepareToTrain } from './ready.ts';
import { rateAt } from './schedule.ts';
import type { ScheduleName } from './settings.ts';
import { smoothedTargets } from './targets.ts';

const folder = new URL('../../../../tests/golden/', import.meta.url);
const read = async (path: string) => new Uint8Array(await readFile(new URL(path, folder))).buffer;
const { runs } = await json<{ runs: GoldenRun[] }>(read, 'training/losses.json');

describe.each(['wasm', 'cpu'] as const)('on %s', (backend) => {
	beforeAll(async () => {
		const { report } = await chooseBackend({ force: backend });
		expect(report.name).toBe(backend);
		prepareToTrain();
	});

	test.each(GRADIENT_MODELS)('the gradient by every parameter of %s is what PyTorch computes', async (name) => {
		const { errors } = await gradientErrors(name, read);
		expect(Object.entries(errors).filter(([, error]) => !(error <= 1e-4))).toEqual([]);
	});

	test.each(GRADIENT_MODELS)('what is trained of %s is all that has a gradient', async (name) => {
		const { trained, parameters } = await gradientErrors(name, read);
		expect(parameters.map((parameter) => parameter.name).toSorted()).toEqual(trained.toSorted());
	});

	// Plain JavaScript takes its time: there the runs that do everything at once.
	const asked = backend === 'wasm' ? runs : runs.filter(({ clip, decay }) => clip > 0 && decay > 0);
	test.each(asked)('ten losses with $optimizer, clip $clip, decay $decay are PyTorch’s', async (run) => {
		const { losses, norms } = await tenSteps(run, read);
		expect(maxAbsDifference(losses, run.losses)).toBeLessThanOrEqual(1e-4);
		expect(maxAbsDifference(norms, run.norms)).toBeLessThanOrEqual(1e-3);
	});
});

test('learning rates of the first 50 steps are those of the library’s schedules', async () => {
	const { rate, steps, rates } = await json<{ rate: number; steps: number; rates: Record<string, number[]> }>(
		read,
		'training/schedules.json'
	);
	for (const [key, golden] of Object.entries(rates)) {
		const [name, warmup] = key.split(' ');
		// The file's keys are schedules and warm-ups.
		const schedule = { rate, steps, warmup: Number(warmup), schedule: name as ScheduleName };
		const ours = golden.map((_, i) => rateAt(i + 1, schedule));
		expect([key, maxAbsDifference(ours, golden) <= 1e-12]).toEqual([key, true]);
	}
});

test('the smoothed loss is PyTorch’s, with ignored positions and without', async () => {
	const { logits, classes, cases } = await json<{
		logits: number[];
		classes: number;
		cases: { smoothing: number; targets: number[]; loss: number }[];
	}>(read, 'training/smoothing.json');
	const logs = Array.from({ length: logits.length / classes }, (_, row) => {
		const scores = logits.slice(row * classes, (row + 1) * classes);
		const total = Math.log(scores.reduce((sum, score) => sum + Math.exp(score), 0));
		return scores.map((score) => score - total);
	}).flat();
	for (const { smoothing, targets, loss } of cases) {
		const shares = smoothedTargets(targets, classes, smoothing);
		const ours = -shares.reduce((sum, share, i) => sum + share * (logs[i] ?? NaN), 0);
		expect(ours).toBeCloseTo(loss, 6);
	}
});
