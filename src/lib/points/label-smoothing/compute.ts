import { vocabularyOf, type TrainedRun } from '../define-experiment.ts';
import { optimumOf, type Optimum } from './optimum.ts';

/** How well a model did. */
type Judgement = TrainedRun['looks'][number]['judgement'];

/** Answers of about one certainty: how many, how sure, how often right. */
export type Certainty = Judgement['sure'][number];

/** A value after each of some steps. */
type Course = readonly (readonly [step: number, value: number])[];

/** What smoothing, or its absence, came to in one run. */
export interface Side {
	readonly smoothing: number;
	readonly optimum: Optimum;
	/** Of held-out answers, at the step that is looked at: the share that is right, and how sure the model was. */
	readonly accuracy: number;
	readonly confidence: number;
	/** The expected calibration error (Guo et al., 2017): how far certainty and the share that is right lie apart. */
	readonly error: number;
	/** Held-out answers by how sure the model was, tenths without any left out. */
	readonly sure: readonly Certainty[];
	/** How far the largest logit stands above the mean of the others: look by look, now, and since half the steps. */
	readonly gaps: Course;
	readonly gap: number;
	readonly gained: number;
	/** The loss of each step's batch, smoothing included, and its mean over the last of them. */
	readonly losses: Course;
	readonly loss: number | undefined;
	/** The step at which its numbers ceased to be numbers. */
	readonly broken: number | undefined;
}

/** Two runs that differ in smoothing, or one alone. */
export interface LabelSmoothing {
	/** The step that is looked at, and how many there will be. */
	readonly step: number;
	readonly steps: number;
	/** How many tokens there are. */
	readonly tokens: number;
	/** The share of labels that is wrong. */
	readonly noise: number;
	/** How many texts are met again and again, whose gaps are measured; 0 where every text is new, and those held out are. */
	readonly texts: number;
	readonly runs: readonly Side[];
}

/** Steps whose mean is taken: the loss of one batch jumps. */
const RECENT = 20;

/** What the runs have come to at a step. */
export function compute(runs: readonly TrainedRun[], at: number): LabelSmoothing {
	const [first] = runs;
	return {
		step: Math.min(at, Math.max(0, ...runs.map(({ steps }) => steps.at(-1)?.step ?? 0))),
		steps: first?.settings.optimizer.steps ?? 0,
		tokens: first ? vocabularyOf(first).length : 0,
		noise: first?.settings.data.noise ?? 0,
		texts: first?.settings.data.texts ?? 0,
		runs: runs.map((run) => sideOf(run, at))
	};
}

function sideOf(run: TrainedRun, at: number): Side {
	const { settings, steps } = run;
	const taken = steps.filter(({ step, loss }) => step <= at && Number.isFinite(loss));
	const looks = run.looks.filter(({ step, judgement }) => step <= at && Number.isFinite(judgement.gap));
	const { accuracy, confidence, sure } = certaintyOf(looks.at(-1)?.judgement);
	// Texts that are met again show where the loss drives the logits; without any, the held-out ones have to.
	const gaps = looks.map(({ step, met, judgement }) => [step, (met ?? judgement).gap] as const);
	const half = gaps.findLast(([step]) => step <= (gaps.at(-1)?.[0] ?? 0) / 2);
	const gap = gaps.at(-1)?.[1] ?? 0;
	return {
		smoothing: settings.regularization.smoothing,
		optimum: optimumOf(settings, vocabularyOf(run).length),
		accuracy,
		confidence,
		error: calibrationError(sure),
		sure: sure.filter(({ count }) => count > 0),
		gaps,
		gap,
		gained: gap - (half?.[1] ?? gap),
		losses: taken.map(({ step, loss }) => [step, loss] as const),
		loss: mean(taken.slice(-RECENT).map(({ loss }) => loss)),
		broken: steps.find(({ step, loss, norm }) => step <= at && !(Number.isFinite(loss) && Number.isFinite(norm)))?.step
	};
}

function certaintyOf(judgement: Judgement | undefined) {
	return { accuracy: judgement?.tokens ?? 0, confidence: judgement?.confidence ?? 0, sure: judgement?.sure ?? [] };
}

/** How far certainty and the share that is right lie apart, a mean over answers; 0 where there are none. */
function calibrationError(sure: readonly Certainty[]): number {
	const answers = sure.reduce((sum, { count }) => sum + count, 0);
	const apart = sure.reduce((sum, { count, confidence, right }) => sum + count * Math.abs(confidence - right), 0);
	return answers > 0 ? apart / answers : 0;
}

function mean(values: readonly number[]): number | undefined {
	return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : undefined;
}
