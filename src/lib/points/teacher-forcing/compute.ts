import type { TrainedRun } from '../define-experiment.ts';

type Look = TrainedRun['looks'][number];

/** The share of answers that are wrong, by place among the answers of a text. */
export interface Errors {
	readonly places: readonly number[];
	/** Over all places, over the first third of them, and over the last. */
	readonly mean: number;
	readonly early: number;
	readonly late: number;
}

/** One run, judged in both ways. */
export interface Side {
	/** Every answer read as it should have been: what training does. */
	readonly forced: Errors;
	/** Every answer read as the model itself gave it: what inference does. */
	readonly free: Errors;
	/** What reading its own answers costs: how many more are wrong, of all. */
	readonly gap: number;
	/** What the last place would have if nothing came right again after a slip: 1 − ∏(1 − ε). */
	readonly unmended: number;
	/** How often the newest step that is shown read a guess of the model's own: it may be later than the last look. */
	readonly sampled: number;
	/** The step at which its numbers ceased to be numbers. */
	readonly broken: number | undefined;
}

/** Two runs that differ in what they read while they learn, or one alone. */
export interface TeacherForcing {
	/** The step after which they were last looked at. */
	readonly step: number;
	/** How many answers a text has at most. */
	readonly answers: number;
	readonly runs: readonly Side[];
}

/** What the runs have come to at a step. */
export function compute(runs: readonly TrainedRun[], at: number): TeacherForcing {
	const sides = runs.map((run) => sideOf(run, at));
	return {
		step: Math.max(0, ...runs.map((run) => lookOf(run, at)?.step ?? 0)),
		answers: sides[0]?.forced.places.length ?? 0,
		runs: sides
	};
}

/** That the gap opens along the text, in the first run; and that it is narrower in one that has read its own guesses. */
export function holds({ runs: [a, b] }: TeacherForcing): boolean {
	if (!a || !b) return false;
	const hasLearnt = a.forced.mean <= 0.2;
	const staysLevel = a.forced.late - a.forced.early < 0.1;
	const grows = a.free.late - a.free.early >= 0.1 && a.free.late >= 2 * a.forced.late;
	return hasLearnt && staysLevel && grows && b.gap < a.gap;
}

function sideOf({ settings, steps, looks }: TrainedRun, at: number): Side {
	const look = lookOf({ looks }, at);
	const forced = errorsOf(look?.judgement.wrong ?? []);
	const free = errorsOf(look?.free ?? []);
	const broken = steps.find(({ loss, norm }) => !Number.isFinite(loss) || !Number.isFinite(norm));
	const taken = Math.min(at, steps.at(-1)?.step ?? 0);
	return {
		forced,
		free,
		gap: free.mean - forced.mean,
		unmended: 1 - forced.places.reduce((unharmed, wrong) => unharmed * (1 - wrong), 1),
		// As the share rises evenly to the last step.
		sampled: settings.data.sampling * Math.min(1, taken / settings.optimizer.steps),
		broken: broken?.step
	};
}

function lookOf({ looks }: Pick<TrainedRun, 'looks'>, at: number): Look | undefined {
	return looks.findLast(({ step }) => step <= at) ?? looks[0];
}

function errorsOf(places: readonly number[]): Errors {
	const third = Math.max(1, Math.floor(places.length / 3));
	return {
		places,
		mean: meanOf(places),
		early: meanOf(places.slice(0, third)),
		late: meanOf(places.slice(-third))
	};
}

function meanOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
