import { vocabularyOf, type TrainedRun } from '../define-experiment.ts';

/** What warm-up, or its absence, came to in one run. */
export interface Side {
	/** Of held-out answers, at the step that is looked at. */
	readonly accuracy: number;
	readonly loss: number;
	/** The rate of the step that is looked at; of the first before there is one. */
	readonly rate: number;
	/** How far the first step moved all weights, relative to their size. */
	readonly firstMove: number;
	/** The same, step by step up to the one that is looked at. */
	readonly moves: readonly (readonly [step: number, moved: number])[];
	/** The share of held-out answers that are right, look by look up to the one that is looked at. */
	readonly answers: readonly (readonly [step: number, right: number])[];
	/** The first look at which half the answers were right; undefined where that never came. */
	readonly half: number | undefined;
	/** The step at which its numbers ceased to be numbers. */
	readonly broken: number | undefined;
}

/** Two runs that differ in warm-up, or one alone. */
export interface WarmUp {
	/** The step that is looked at. */
	readonly step: number;
	/** Steps over which the first run's rate rises. */
	readonly warmup: number;
	readonly peak: number;
	/** How many tokens there are: whoever guesses among them has the logarithm of it as a loss. */
	readonly vocabulary: number;
	readonly runs: readonly Side[];
}

/** What the runs have come to at a step. */
export function compute(runs: readonly TrainedRun[], at: number): WarmUp {
	const [first] = runs;
	const { warmup = 0, rate = 0 } = first?.settings.optimizer ?? {};
	return {
		step: Math.min(at, Math.max(0, ...runs.map(({ steps }) => steps.at(-1)?.step ?? 0))),
		warmup,
		peak: rate,
		vocabulary: first ? vocabularyOf(first).length : NaN,
		runs: runs.map((run) => sideOf(run, at))
	};
}

function sideOf({ steps, looks }: TrainedRun, at: number): Side {
	const look = looks.findLast(({ step }) => step <= at) ?? looks[0];
	const taken = steps.filter(({ step }) => step <= at);
	const broken = steps.find(({ loss, norm }) => !Number.isFinite(loss) || !Number.isFinite(norm));
	return {
		accuracy: look?.judgement.tokens ?? 0,
		loss: look?.judgement.loss ?? 0,
		rate: (taken.at(-1) ?? steps[0])?.rate ?? 0,
		firstMove: steps[0]?.moved ?? 0,
		moves: taken.map(({ step, moved }) => [step, moved] as const),
		answers: looks.filter(({ step }) => step <= at).map(({ step, judgement }) => [step, judgement.tokens] as const),
		half: looks.find(({ step, judgement }) => step <= at && judgement.tokens >= 0.5)?.step,
		broken: broken?.step
	};
}
