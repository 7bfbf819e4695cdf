/** What a knowledge point is that is shown by training. A folder under `points/` with an `experiment.ts` is found. */
import type { Component } from 'svelte';
import { TASKS } from '#engine/training/tasks/tasks.ts';
import type { Probe, RunSeries } from '#engine/training/protocol.ts';
import type { Sketch } from '#marks/sketch.ts';
import type { Both, Language, Predict, Say } from './define.ts';
import { LAB_SETTINGS, startValues, withSetting, withSettings, written, type Preset } from './lab-params.ts';

/** One run of an experiment: its settings, what each step did, and how it looked after some of them. */
export type TrainedRun = RunSeries;

/** The hues of the two runs, in their order, as in the curves beside a view. */
export const RUN_TONES = ['query', 'key'] as const;

/** Seeds that claims are measured over. */
export const SEEDS = [0, 1, 2, 3, 4] as const;

/** What an experiment trains: two runs that differ in one setting. */
export interface Setup extends Required<Preset> {
	/** What is asked at every look besides the usual. */
	readonly probes?: readonly Probe[];
	/** About how many looks are taken on the way; 50 unless told. */
	readonly looks?: number;
}

/** Something for a reader to do: the set-up of the experiment with changes. */
export interface Change extends Partial<Preset> {
	readonly label: Both;
}

/** A number that a claim is judged by. */
export interface Figure<R> {
	readonly label: Both;
	readonly of: (result: R) => number;
}

/** What `npm run -s claims` writes beside an experiment: what its runs came to, seed by seed. */
export interface Measured {
	/** What was trained, as `fingerprint` says it: figures of another set-up are none of this one. */
	readonly setup: string;
	readonly seeds: readonly {
		readonly seed: number;
		/** As many as the experiment has figures, in their order. */
		readonly figures: readonly number[];
		readonly holds: boolean;
	}[];
	/** Of the first seed, the held-out loss of each run at each look: what stamps are drawn from. */
	readonly curves: readonly (readonly number[])[];
}

/** What the frame says around an experiment. Sentences may use the markup of `Prose`. */
export interface ExperimentText<R> {
	readonly title: Both;
	/** One line for lists. */
	readonly summary: Both;
	/** What will be seen, before anything is trained. */
	readonly before: Both;
	/** What to look at, with live numbers: of runs that may still be on their way. */
	readonly look: Both<(result: R) => string>;
	/** What is claimed, in a sentence that a run can prove or not. */
	readonly claim: Both;
	/** The misconception, and what is true instead. */
	readonly wrong: Both;
	readonly right: Both;
	/** The formula with these runs' numbers in it, a line each. */
	readonly numbers: Both<(result: R) => string>;
	/** When it matters in practice. */
	readonly know: Both;
}

/** What a view of an experiment is given: it draws `result`, speaks `say`, and may draw the runs themselves. */
export interface ExperimentViewProps<R, T> {
	readonly result: R;
	readonly say: Say<T>;
	readonly language: Language;
	readonly runs: readonly TrainedRun[];
	/** The step that is looked at; the newest while undefined. */
	readonly at: number | undefined;
}

/** A knowledge point that is shown by training. `R` is what `compute` returns, `T` its text. */
export interface Experiment<R, T extends ExperimentText<R>> {
	/** The folder's name and its place in every link: it never changes. */
	readonly id: string;
	/** Its number among the thirty. */
	readonly number: number;
	readonly text: T;
	/** TeX. */
	readonly formula: string;
	readonly setup: Setup;
	/**
	 * Pure: what the runs have come to at a step, the newest at first. Every run has been looked at once at least, before
	 * its first step; one that ended early has fewer steps than the other, and there may be one run alone.
	 */
	readonly compute: (runs: readonly TrainedRun[], at: number) => R;
	/** What the claim is judged by, and whether it holds: of runs that are over. */
	readonly figures: readonly Figure<R>[];
	readonly holds: (result: R) => boolean;
	readonly measured: Measured;
	readonly tries: readonly Change[];
	readonly predict: Predict<R>;
	/** The interview questions that it helps to answer, each with the set-up that answers it. */
	readonly asks: readonly { readonly question: number; readonly show: Change }[];
	readonly view: () => Promise<{ readonly default: Component<ExperimentViewProps<R, T>> }>;
}

/** An experiment whose types are forgotten: only the registry and the frame see it. */
// Methods, unlike properties, compare bivariantly, which is what forgetting needs.
export interface AnyExperiment extends Pick<
	Experiment<never, never>,
	'id' | 'number' | 'formula' | 'setup' | 'measured' | 'tries' | 'asks'
> {
	readonly text: ExperimentText<never>;
	compute(runs: readonly TrainedRun[], at: number): unknown;
	readonly figures: readonly Figure<never>[];
	holds(result: never): boolean;
	readonly predict: Predict<never>;
	view(): Promise<{ readonly default: Component<never> }>;
}

/** Declares an experiment; the compiler checks its computation, text and view against each other. */
export function defineExperiment<R, T extends ExperimentText<R>>(experiment: Experiment<R, T>): Experiment<R, T> {
	return experiment;
}

/** All that an experiment's figures follow from besides the seed: every setting of both runs, and what is asked. */
export function fingerprint({ settings, against, probes = [], looks = 50 }: Setup): string {
	const values = withSettings(startValues(), settings);
	const runs = [values, withSetting(values, against.setting, against.value)];
	const said = runs.map((run) => LAB_SETTINGS.filter((name) => name !== 'seed').map((name) => written(run, name)));
	return [...said.map((words) => words.join(' ')), ...probes, looks].join(' | ');
}

/** What each token of a run's task stands for. */
export function vocabularyOf({ settings }: Pick<TrainedRun, 'settings'>): readonly string[] {
	return TASKS[settings.data.task].vocabulary;
}

/** The held-out loss of both runs: a stamp for lists, to recognise and not to read. */
export function stampOf({ measured }: Pick<AnyExperiment, 'measured'>): Sketch {
	return { kind: 'lines', lines: measured.curves };
}
