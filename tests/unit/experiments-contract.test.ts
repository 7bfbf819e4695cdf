/** What every knowledge point that is shown by training keeps to, whoever wrote it. */
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { chooseBackend } from '#engine/backend.ts';
import { entryOf } from '#points/catalog.ts';
import { inLanguage, type Language } from '#points/define.ts';
import {
	fingerprint,
	SEEDS,
	stampOf,
	type AnyExperiment,
	type Change,
	type Experiment,
	type ExperimentText,
	type ExperimentViewProps,
	type TrainedRun
} from '#points/define-experiment.ts';
import { experimentById, experimentFolders, experiments } from '#points/experiments.ts';
import { LAB_PARAMS, startValues, withSettings, type LabSetting } from '#points/lab-params.ts';
import { questions } from '#points/questions.ts';
import { points } from '#points/registry.ts';
import { readLab, startSetup, writeLab } from '#state/lab-link.ts';
import { trained } from '../../scripts/claims/measure.ts';
import { faultsOf } from '../support/faults.ts';
import { missingIn } from '../support/missing.ts';
import { notNumbers } from '../support/not-numbers.ts';

const LANGUAGES = ['en', 'zh'] as const satisfies readonly Language[];

/** An experiment of some types; which ones, its own folder has checked. */
type Some = Experiment<unknown, ExperimentText<unknown>>;
// The registry forgot the types that `defineExperiment` checked: the values still fit each other.
const some = (experiment: AnyExperiment) => experiment as unknown as Some;

test('every number of the thirty is shown by one panel or one experiment', () => {
	const numbers = [...points, ...experiments].map(({ number }) => number);
	expect(new Set(numbers).size).toBe(numbers.length);
});

describe.each(experiments.map((experiment) => [experiment.id, experiment] as const))('%s', (id, experiment) => {
	const { setup, text, tries, predict, asks, figures, measured } = experiment;
	const changes: readonly Partial<Change>[] = [setup, ...tries, ...asks.map(({ show }) => show)];
	/** Before any step, after a few, and with the first run alone: what a page may have to show. */
	let situations: readonly (readonly TrainedRun[])[] = [];

	beforeAll(async () => {
		await chooseBackend({ force: 'wasm' });
		const runs = await trained(experiment, 0, 6);
		situations = [runs.map(beforeStepping), runs, runs.slice(0, 1)];
		// Running free takes a pass a token: on a busy machine, more than the ten seconds that a hook has.
	}, 60_000);

	test('is found under its id, in the folder of that name, and stands in the catalog', () => {
		expect(experimentById(id)).toBe(experiment);
		expect(experimentFolders.get(experiment)).toBe(id);
		expect(entryOf(experiment.number)).toBeDefined();
	});

	test('helps with questions that exist, and that name it', () => {
		expect(asks.length).toBeGreaterThan(0);
		for (const { question: number } of asks)
			expect(questions.find((question) => question.number === number)?.points).toContain(experiment.number);
	});

	test('says everything in both languages, in the letters of each', () => {
		const labels = figures.map(({ label }) => label);
		expect(missingIn({ text, tries, predict, asks, labels })).toEqual([]);
		for (const { zh } of [text.summary, text.before, text.claim, text.wrong, text.right, text.know, predict.question])
			expect(zh).toMatch(/\p{Script=Han}/u);
		for (const { en } of [text.title, text.summary, text.claim, text.wrong, text.right, predict.question])
			expect(en).not.toMatch(/\p{Script=Han}/u);
	});

	test('sets only what its settings can be', () => {
		const pairs = changes.flatMap(({ settings = {}, against }) => [
			...Object.entries(settings),
			...(against ? [[against.setting, against.value] as const] : [])
		]);
		// The records' keys are settings, which Object.entries forgets.
		for (const [name, value] of pairs) expect(LAB_PARAMS[name as LabSetting].read(value)).toBeDefined();
	});

	test('offers two to four things to try, each of which changes something and comes back from its link', () => {
		expect(tries.length).toBeGreaterThanOrEqual(2);
		expect(tries.length).toBeLessThanOrEqual(4);
		const start = startSetup(setup);
		for (const { settings = {}, against = setup.against } of tries) {
			const changed = { ...start, values: withSettings(start.values, settings), against };
			expect(writeLab(changed, start)).not.toBe('');
			expect(readLab(writeLab(changed, start), start)).toEqual({ ...changed, at: undefined, backend: undefined });
		}
	});

	test('was measured as it is set up now, over all seeds', () => {
		expect(measured.setup).toBe(fingerprint(setup));
		expect(measured.seeds.map(({ seed }) => seed)).toEqual([...SEEDS]);
		for (const one of measured.seeds) expect(one.figures).toHaveLength(figures.length);
		expect(stampOf(experiment)).toMatchObject({ lines: [expect.anything(), expect.anything()] });
	});

	test('claims what held on four seeds of five', () => {
		expect(measured.seeds.filter(({ holds }) => holds).length).toBeGreaterThanOrEqual(4);
	});

	test('computes and says only numbers, before training, on the way, and of one run alone', () => {
		for (const runs of situations) {
			const result = some(experiment).compute(runs, Infinity);
			expect(notNumbers(result)).toEqual([]);
			for (const language of LANGUAGES)
				for (const sentence of sentencesOf(some(experiment), result, language)) expect(faultsOf(sentence)).toEqual([]);
			expect(predict.options[some(experiment).predict.right(result)]).toBeDefined();
		}
	});

	test('computes the same again, and another result for an earlier step', () => {
		const [, runs = []] = situations;
		expect(experiment.compute(runs, Infinity)).toEqual(experiment.compute(runs, Infinity));
		expect(experiment.compute(runs, 0)).not.toEqual(experiment.compute(runs, Infinity));
	});

	test('does not hold of runs that have hardly begun', () => {
		const [before = []] = situations;
		expect(some(experiment).holds(some(experiment).compute(before, Infinity))).toBe(false);
	});

	test('is drawn without a page and without a warning', async () => {
		const spoken = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')];
		const { default: view } = await some(experiment).view();
		for (const runs of situations)
			for (const language of LANGUAGES) {
				const result = some(experiment).compute(runs, Infinity);
				const props = { result, say: inLanguage(text, language), language, runs, at: undefined };
				// The view takes the result and the words of its own experiment, which these are.
				const { body } = render(view as Component<ExperimentViewProps<unknown, unknown>>, { props });
				expect(body.length).toBeGreaterThan(0);
				expect(faultsOf(body.replaceAll(/<!--.*?-->/gs, '').replaceAll(/<[^>]*>/g, ' '))).toEqual([]);
			}
		for (const spy of spoken) expect(spy.mock.calls).toEqual([]);
	});
});

test('every setting that experiments start from is one of the lab', () => {
	expect(Object.keys(startValues())).toEqual(Object.keys(LAB_PARAMS));
});

function beforeStepping({ settings, looks }: TrainedRun): TrainedRun {
	return { settings, steps: [], looks: looks.slice(0, 1) };
}

/** Everything that the frame says of a result, line by line. */
function sentencesOf({ text, predict }: Some, result: unknown, language: Language): string[] {
	const live = [text.look, text.numbers, ...predict.options.map(({ why }) => why)];
	const fixed = [text.title, text.summary, text.before, text.claim, text.wrong, text.right, text.know];
	return [...fixed.map((both) => both[language]), ...live.flatMap((both) => both[language](result).split('\n'))];
}
