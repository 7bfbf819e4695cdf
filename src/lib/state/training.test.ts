import { expect, test } from 'vitest';
import type { Outcome } from '#engine/protocol.ts';
import type { Slice } from '#engine/training/protocol.ts';
import { settingsOf, startValues } from '#points/lab-params.ts';
import { Training, type TrainingWorker } from './training.svelte.ts';

const settings = settingsOf({ ...startValues(), steps: 10 });
const plan = { runs: [settings], probe: [1, 2], every: 5 };
const step = (number: number, loss = 1) => ({ step: number, loss, rate: 0.1, norm: loss, clippedNorm: 1, moved: 0.1 });
const slice = (...numbers: number[]): Slice => ({
	runs: [{ steps: numbers.map((number) => step(number)), looks: [] }]
});

/** A worker that answers slices one after another, and counts how often it was ended. */
function workerOf(answers: readonly Outcome<Slice>[]) {
	const told = { closed: 0, asked: 0 };
	const worker: TrainingWorker = {
		report: undefined,
		start: async () => ({ ok: true, value: slice() }),
		advance: async () => answers[told.asked++] ?? { ok: true, value: slice() },
		save: async () => ({ ok: true, value: {} }),
		lose: async () => undefined,
		close: () => void told.closed++
	};
	const training = new Training(() => worker);
	training.plan(plan);
	return { training, told };
}
const good = (...numbers: number[]): Outcome<Slice> => ({ ok: true, value: slice(...numbers) });

test('a run goes on slice by slice until all its steps are taken', async () => {
	const { training } = workerOf([good(1, 2, 3), good(4, 5, 6, 7, 8, 9, 10)]);
	await training.play();
	expect([training.state, training.step]).toEqual(['done', 10]);
});

test('a pause stops after the slice under way', async () => {
	const { training, told } = workerOf([good(1, 2), good(3)]);
	const playing = training.play();
	while (training.state !== 'running') await Promise.resolve();
	training.pause();
	await playing;
	expect([training.state, training.step, told.asked]).toEqual(['paused', 2, 1]);
});

test('what comes again after a loss is not drawn twice', async () => {
	const { training } = workerOf([good(1, 2, 3), good(2, 3, 4), good(5, 6, 7, 8, 9, 10)]);
	await training.play();
	expect(training.series[0]?.steps.map((one) => one.step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('numbers that are none stop the run, which says where and what the norm was before', async () => {
	const bad: Outcome<Slice> = { ok: true, value: { runs: [{ steps: [step(3, 7), step(4, NaN)], looks: [] }] } };
	const { training } = workerOf([good(1, 2), bad]);
	await training.play();
	expect([training.state, training.diverged]).toEqual(['diverged', { run: 0, step: 4, norm: NaN, lastNorm: 7 }]);
});

test('a run beside it goes on to its end', async () => {
	const both = (bad: number): Outcome<Slice> => ({
		ok: true,
		value: {
			runs: [
				{ steps: [step(1, bad)], looks: [] },
				{ steps: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => step(number)), looks: [] }
			]
		}
	});
	const { training } = workerOf([both(NaN)]);
	training.plan({ ...plan, runs: [settings, settings] });
	await training.play();
	expect([training.state, training.step, training.diverged?.run]).toEqual(['diverged', 10, 0]);
});

test('leaving ends the worker, and nothing that it still says is taken in', async () => {
	const { training, told } = workerOf([good(1), good(2)]);
	const playing = training.play();
	training.close();
	await playing;
	expect([training.state, training.step, told.closed]).toEqual(['idle', 0, 1]);
});

test('one step is one step', async () => {
	const { training } = workerOf([good(1), good(2)]);
	await training.stepOnce();
	expect([training.state, training.step]).toEqual(['paused', 1]);
});

test('a failure is kept for the page to say', async () => {
	const { training } = workerOf([{ ok: false, failure: { code: 'internal', detail: 'out of luck' } }]);
	await training.play();
	expect([training.state, training.failure?.detail]).toEqual(['failed', 'out of luck']);
});
