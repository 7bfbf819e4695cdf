import type { TrainedRun } from '../define-experiment.ts';

/** A weight of attention: as at inference, and its mean over many passes with dropout. */
export type Pair = readonly [without: number, mean: number];

/** How well the weights of one layer agree with their means under dropout. */
export interface Agreement {
	readonly layer: number;
	/** Every weight that is not masked, of all heads, of the text that is watched. */
	readonly pairs: readonly Pair[];
	/** Of the line through the origin that fits them best: 1 where the scale is right. */
	readonly slope: number;
}

/** The losses at one look, both without dropout. */
export interface Losses {
	readonly step: number;
	/** On the texts that are trained on; undefined where every batch is new. */
	readonly met: number | undefined;
	/** On texts that are held out. */
	readonly held: number;
}

/** What one run came to. */
export interface Side {
	/** The share of attention weights that training drops. */
	readonly share: number;
	/** At the step that is looked at. */
	readonly now: Losses;
	/** Held-out loss less that on the texts trained on; undefined where there are none. */
	readonly gap: number | undefined;
	/** Of held-out answers. */
	readonly right: number;
	/** Of answers in the texts that are trained on. */
	readonly metRight: number | undefined;
	/** The mean of the last batches' loss, dropout included: what a training log shows. */
	readonly logged: number | undefined;
	readonly losses: readonly Losses[];
	/** The first layer and the last; empty where nothing was asked under dropout. */
	readonly layers: readonly Agreement[];
	/** The step at which its numbers ceased to be numbers. */
	readonly broken: number | undefined;
}

/** A run with dropout and one without, or one alone. */
export interface Dropout {
	/** Of the look that is told: the last one so far. */
	readonly step: number;
	/** How many texts there are to learn from; 0 where every batch is new. */
	readonly texts: number;
	readonly runs: readonly Side[];
	/** The run whose weights are compared: the one that drops some, else the first. */
	readonly shown: number;
}

/** Steps whose losses a training log would average. */
const LOGGED = 20;

/** What the runs have come to at a step. */
export function compute(runs: readonly TrainedRun[], at: number): Dropout {
	const sides = runs.map((run) => sideOf(run, at));
	return {
		step: Math.max(0, ...sides.map(({ now }) => now.step)),
		texts: runs[0]?.settings.data.texts ?? 0,
		runs: sides,
		shown: Math.max(
			0,
			runs.findIndex(({ settings }) => settings.regularization.dropout.attention > 0)
		)
	};
}

function sideOf({ settings, steps, looks }: TrainedRun, at: number): Side {
	// A run that broke down is shown as it last was while its numbers were numbers.
	const seen = looks.filter(({ step, judgement }) => step <= at && Number.isFinite(judgement.loss));
	const look = seen.at(-1) ?? looks[0];
	const losses = seen.map(({ step, met, judgement }) => ({ step, met: met?.loss, held: judgement.loss }));
	const now = losses.at(-1) ?? { step: 0, met: undefined, held: 0 };
	const last = steps.filter(({ step, loss }) => step <= at && Number.isFinite(loss)).slice(-LOGGED);
	return {
		share: settings.regularization.dropout.attention,
		now,
		gap: now.met === undefined ? undefined : now.held - now.met,
		right: look?.judgement.tokens ?? 0,
		metRight: look?.met?.tokens,
		logged: last.length > 0 ? last.reduce((sum, { loss }) => sum + loss, 0) / last.length : undefined,
		losses,
		layers: look ? agreements(look) : [],
		broken: steps.find(({ loss, norm }) => !Number.isFinite(loss) || !Number.isFinite(norm))?.step
	};
}

function agreements({ patterns, dropped }: TrainedRun['looks'][number]): Agreement[] {
	const [layers = 0, heads = 0, length = 0] = patterns.shape;
	if (!dropped) return [];
	return [...new Set([0, layers - 1])].map((layer) => {
		const pairs: Pair[] = [];
		for (let row = 0; row < heads * length; row++)
			for (let key = 0; key <= row % length; key++) {
				const i = (layer * heads * length + row) * length + key;
				pairs.push([patterns.data[i] ?? 0, dropped.data[i] ?? 0]);
			}
		return { layer, pairs, slope: slopeOf(pairs) };
	});
}

/** Of the line through the origin with the least squared distance. */
function slopeOf(pairs: readonly Pair[]): number {
	const [both, own] = pairs.reduce(([xy, xx], [x, y]) => [xy + x * y, xx + x * x], [0, 0]);
	return own > 0 ? both / own : 0;
}
