import { TrainingHost } from '../../src/lib/engine/training/host.ts';
import type { RunSeries } from '../../src/lib/engine/training/protocol.ts';
import { fingerprint, type AnyExperiment, type Measured } from '../../src/lib/points/define-experiment.ts';
import { startValues, withSettings } from '../../src/lib/points/lab-params.ts';
import { planOf } from '../../src/lib/state/lab-plan.ts';

/** What an experiment came to with one seed. */
export type SeedResult = Measured['seeds'][number] & { readonly curves: Measured['curves'] };

/** Points of a stamp's curve: more are not seen. */
const STAMP_POINTS = 24;

/** Trains an experiment's runs to their end, as its page does; `steps` fewer for a glance. */
export async function trained({ setup }: AnyExperiment, seed: number, steps?: number): Promise<RunSeries[]> {
	const values = { ...withSettings(startValues(), setup.settings), seed };
	const plan = planOf(values, setup.against, setup);
	const host = new TrainingHost(() => performance.now());
	const begun = await host.start(plan);
	if (!begun.ok) throw new Error(begun.failure.detail);
	const gone = await host.advance({ steps: steps ?? values.steps, milliseconds: Infinity });
	if (!gone.ok) throw new Error(gone.failure.detail);
	return plan.runs.map((settings, i) => {
		const [first, rest] = [begun.value.slice.runs[i], gone.value.runs[i]];
		return { settings, steps: rest?.steps ?? [], looks: [...(first?.looks ?? []), ...(rest?.looks ?? [])] };
	});
}

/** Trains with a seed and judges the claim. */
export async function measureSeed(experiment: AnyExperiment, seed: number): Promise<SeedResult> {
	const runs = await trained(experiment, seed);
	// The experiment's own result, whose type the registry has forgotten.
	const result = experiment.compute(runs, Infinity) as never;
	return {
		seed,
		figures: experiment.figures.map(({ of }) => +of(result).toPrecision(4)),
		holds: experiment.holds(result),
		curves: runs.map(({ looks }) => thinned(looks.map(({ judgement }) => +judgement.loss.toPrecision(3))))
	};
}

/** What is kept beside an experiment. */
export function measured({ setup }: AnyExperiment, results: readonly SeedResult[]): Measured {
	return {
		setup: fingerprint(setup),
		seeds: results.map(({ seed, figures, holds }) => ({ seed, figures, holds })),
		curves: results[0]?.curves ?? []
	};
}

function thinned(values: readonly number[]): number[] {
	const every = Math.ceil(values.length / STAMP_POINTS);
	return values.filter((_, i) => i % every === 0);
}
