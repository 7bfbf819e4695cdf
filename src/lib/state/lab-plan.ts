/** What is trained for a set-up of the lab, and what is looked at meanwhile. */
import { seededRandom } from '#num/random.ts';
import type { Probe, TrainingStart } from '#engine/training/protocol.ts';
import { TASKS } from '#engine/training/tasks/tasks.ts';
import {
	settingsOf,
	sizeWithin,
	withSetting,
	type Difference,
	type LabValues,
	type Preset
} from '#points/lab-params.ts';

/** Where a lab begins, and how closely it watches: what is asked at every look, and about how many looks there are. */
export interface LabBase extends Preset {
	readonly probes?: readonly Probe[];
	readonly looks?: number;
}

/** Runs that shall go in step, and what is looked at meanwhile. */
export type TrainingPlan = Pick<TrainingStart, 'runs' | 'probe' | 'every' | 'probes'>;

/** The plan of a set-up: one run, or two that differ in one setting. */
export function planOf(
	values: LabValues,
	against: Difference | undefined,
	{ probes, looks = 50 }: Pick<LabBase, 'probes' | 'looks'> = {}
): TrainingPlan {
	const both = [values, ...(against ? [withSetting(values, against.setting, against.value)] : [])];
	const every = Math.max(5, Math.round(values.steps / looks / 5) * 5);
	return { runs: both.map(settingsOf), probe: probeOf(values).ids, every, probes };
}

/** A text of the task that follows from the seed: the one whose attention is watched, id by id and as shown. */
export function probeOf(values: LabValues): { readonly ids: readonly number[]; readonly tokens: readonly string[] } {
	const task = TASKS[values.task];
	const { ids } = task.example(sizeWithin(values), seededRandom(values.seed + 1_000_003));
	const read = ids.slice(0, -1);
	return { ids: read, tokens: read.map((id) => task.vocabulary[id] ?? '') };
}
