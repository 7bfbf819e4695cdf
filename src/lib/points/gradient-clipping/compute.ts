import type { TrainedRun } from '../define-experiment.ts';

/** What the step on the bad batch did to one run. */
export interface Blow {
	/** The gradient's norm, before clipping and after. */
	readonly norm: number;
	readonly clipped: number;
	/** How far it moved all weights, relative to their size. */
	readonly moved: number;
	/** Of held-out answers, at the last look before it and at the first after it. */
	readonly before: number;
	readonly after: number;
}

/** What clipping, or its absence, came to in one run. */
export interface Side {
	/** The largest norm that its gradient may have; 0 for any. */
	readonly bound: number;
	/** Of held-out answers, at the step that is looked at. */
	readonly accuracy: number;
	/** The largest norm after clipping so far. */
	readonly most: number;
	/** How many of its steps were clipped. */
	readonly shortened: number;
	/** The norm of each step's gradient, before clipping and after. */
	readonly norms: readonly (readonly [step: number, norm: number])[];
	readonly clipped: readonly (readonly [step: number, norm: number])[];
	/** Of held-out answers, at every look. */
	readonly answers: readonly (readonly [step: number, share: number])[];
	/** What the bad batch did; undefined before it, and where there is none. */
	readonly blow: Blow | undefined;
	/** The step at which its numbers ceased to be numbers. */
	readonly broken: number | undefined;
}

/** Two runs that differ in clipping, or one alone. */
export interface Clipping {
	/** The step that is looked at. */
	readonly step: number;
	/** Steps that were taken, at most. */
	readonly taken: number;
	/** The step whose batch has no right answer in it; undefined where there is none. */
	readonly spoilt: number | undefined;
	readonly runs: readonly Side[];
}

/** What the norm may exceed its bound by: single precision rounds. */
const ROUNDING = 1e-5;

/** What the runs have come to at a step. */
export function compute(runs: readonly TrainedRun[], at: number): Clipping {
	const { spoilt = 0 } = runs[0]?.settings.data ?? {};
	const newest = Math.max(0, ...runs.map(({ steps }) => steps.at(-1)?.step ?? 0));
	return {
		step: Math.min(at, newest),
		taken: newest,
		spoilt: spoilt > 0 ? spoilt : undefined,
		runs: runs.map((run) => sideOf(run, at))
	};
}

/** True where no gradient was longer than its bound, rounding aside. */
export function isBounded({ bound, most }: Side): boolean {
	return bound === 0 || most <= bound * (1 + ROUNDING);
}

/** True where the bad batch cost hardly anything, and the run ends as well as it stood before. */
export function stood({ blow, accuracy, broken }: Side): boolean {
	return broken === undefined && blow !== undefined && blow.before >= 0.95 && blow.after >= 0.9 && accuracy >= 0.95;
}

/** True where a run that had learnt its task lost more than half of its answers, and did not find them again. */
export function fell({ blow, accuracy, broken }: Side): boolean {
	return blow !== undefined && blow.before >= 0.95 && blow.after < 0.5 && (broken !== undefined || accuracy < 0.5);
}

/** Norms beyond this are of a run that flies apart: drawn, they would flatten all else. */
export const DRAWN = 100;

/** The first step whose norm is too large to be drawn with the others. */
export function leavesAt({ norms }: Side): number | undefined {
	return norms.find(([, norm]) => norm > DRAWN)?.[0];
}

/** The norms up to where they are too large to be drawn with the others. */
export function drawnNorms(side: Side): Side['norms'] {
	const end = leavesAt(side) ?? Infinity;
	return side.norms.filter(([step]) => step < end);
}

function sideOf(run: TrainedRun, at: number): Side {
	const { optimizer } = run.settings;
	const looks = run.looks.filter(({ step }) => step <= at);
	const all = run.steps.filter(({ step }) => step <= at);
	const broken = all.find(({ loss, norm }) => !Number.isFinite(loss) || !Number.isFinite(norm))?.step;
	const taken = all.filter(({ step }) => step < (broken ?? Infinity));
	return {
		bound: optimizer.clip,
		accuracy: (looks.at(-1) ?? run.looks[0])?.judgement.tokens ?? 0,
		most: taken.reduce((most, { clippedNorm }) => Math.max(most, clippedNorm), 0),
		shortened: taken.filter(({ norm, clippedNorm }) => clippedNorm < norm * (1 - ROUNDING)).length,
		norms: taken.map(({ step, norm }) => [step, norm] as const),
		clipped: taken.map(({ step, clippedNorm }) => [step, clippedNorm] as const),
		answers: looks.map(({ step, judgement }) => [step, judgement.tokens] as const),
		blow: blowOf({ ...run, looks, steps: taken }),
		broken
	};
}

function blowOf({ settings, steps, looks }: TrainedRun): Blow | undefined {
	const { spoilt } = settings.data;
	const hit = steps.find(({ step }) => step === spoilt);
	const before = looks.findLast(({ step }) => step < spoilt);
	const after = looks.find(({ step }) => step >= spoilt);
	if (!hit || !before || !after) return undefined;
	return {
		norm: hit.norm,
		clipped: hit.clippedNorm,
		moved: hit.moved,
		before: before.judgement.tokens,
		after: after.judgement.tokens
	};
}
