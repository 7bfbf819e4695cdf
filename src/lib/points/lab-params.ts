/** What a reader can set in the lab, each with its range and its form in a link, and the run that it describes. */
import { OPTIMIZERS, POSITIONS, SCHEDULES, type RunSettings } from '#engine/training/settings.ts';
import { TASKS, TASK_NAMES } from '#engine/training/tasks/tasks.ts';
import { choice, number, toggle } from '#params/kinds.ts';
import type { Schema, Values } from '#params/param.ts';

/** Every setting of a run by its name in links; the start is an induction head on its way. */
export const LAB_PARAMS = {
	task: choice('repeat', TASK_NAMES),
	size: number(12, { min: 1, max: 16, step: 1 }),
	batch: choice('16', ['4', '8', '16', '32']),
	seed: number(0, { min: 0, max: 9999, step: 1 }),
	layers: choice('2', ['1', '2', '3', '4']),
	heads: choice('2', ['1', '2', '4', '8']),
	width: choice('64', ['16', '32', '64', '128']),
	positions: choice('rotary', POSITIONS),
	norm: choice('pre', ['pre', 'post']),
	tied: toggle(false),
	optimizer: choice('adamw', OPTIMIZERS),
	rate: choice('0.003', ['0.0001', '0.0003', '0.001', '0.003', '0.01', '0.02', '0.05', '0.1', '0.3', '1', '3', '10']),
	schedule: choice('constant', SCHEDULES),
	warmup: number(20, { min: 0, max: 1000, step: 1 }),
	texts: choice('0', ['0', '8', '16', '32', '64', '128', '256', '512']),
	noise: number(0, { min: 0, max: 0.9, step: 0.05 }),
	spoilt: number(0, { min: 0, max: 5000, step: 1 }),
	sampling: number(0, { min: 0, max: 1, step: 0.05 }),
	steps: number(400, { min: 10, max: 5000, step: 10 }),
	decay: number(0.01, { min: 0, max: 1, step: 0.01 }),
	clip: number(1, { min: 0, max: 100, step: 0.1 }),
	smoothing: number(0, { min: 0, max: 0.9, step: 0.05 }),
	'drop-embedding': number(0, { min: 0, max: 0.9, step: 0.05 }),
	'drop-attention': number(0, { min: 0, max: 0.9, step: 0.05 }),
	'drop-ffn': number(0, { min: 0, max: 0.9, step: 0.05 })
} as const satisfies Schema;

/** The name of a setting. */
export type LabSetting = keyof typeof LAB_PARAMS;

/** A value for every setting. */
export type LabValues = Values<typeof LAB_PARAMS>;

/** Every setting's name, in the order of the form. */
// Object.keys forgets that these are exactly the table's own keys.
export const LAB_SETTINGS = Object.keys(LAB_PARAMS) as readonly LabSetting[];

/** What two runs may differ in: not their data, nor the seed that it follows from. */
export const COMPARABLE = LAB_SETTINGS.filter(
	(name) => !['task', 'size', 'batch', 'seed', 'texts', 'noise', 'spoilt', 'steps'].includes(name)
);

/** What a second run does differently: one setting, and its value as a link writes it. */
export interface Difference {
	readonly setting: LabSetting;
	readonly value: string;
}

/** A set-up worth running: what it changes of the start, and what a second run beside it does differently. */
export interface Preset {
	readonly settings: Partial<Record<LabSetting, string>>;
	readonly against?: Difference;
}

/** The settings before a reader changes anything. */
export function startValues(): LabValues {
	// Built from the table's own keys and starts.
	return Object.fromEntries(LAB_SETTINGS.map((name) => [name, LAB_PARAMS[name].start])) as LabValues;
}

/** The values with one of them written as a link writes it; a text that is none of its kind changes nothing. */
export function withSetting(values: LabValues, name: LabSetting, text: string): LabValues {
	const value = LAB_PARAMS[name].read(text);
	if (value === undefined) return values;
	const next = { ...values, [name]: value };
	// Another task has sizes of its own.
	return name === 'task' ? { ...next, size: TASKS[next.task].sizes.start } : next;
}

/** The values with several of them set as links write them; a task brings its size, so it comes first. */
export function withSettings(values: LabValues, settings: Preset['settings']): LabValues {
	// The record's keys are settings, which Object.entries forgets.
	const entries = Object.entries(settings) as [LabSetting, string][];
	return entries.reduce((all, [name, text]) => withSetting(all, name, text), values);
}

/** A setting's value as a link writes it. */
export function written(values: LabValues, name: LabSetting): string {
	// Every kind writes its own values; which one this is, the compiler cannot follow.
	return (LAB_PARAMS[name].write as (value: unknown) => string)(values[name]);
}

/** The sizes that a task has; a size beyond them is moved to the nearest. */
export function sizeWithin({ task, size }: Pick<LabValues, 'task' | 'size'>): number {
	const { least, most } = TASKS[task].sizes;
	return Math.min(most, Math.max(least, size));
}

/** The run that the values describe. */
export function settingsOf(values: LabValues): RunSettings {
	const width = Number(values.width);
	return {
		seed: values.seed,
		data: {
			task: values.task,
			size: sizeWithin(values),
			batch: Number(values.batch),
			texts: Number(values.texts),
			noise: values.noise,
			spoilt: values.spoilt,
			sampling: values.sampling
		},
		model: {
			layers: Number(values.layers),
			heads: Number(values.heads),
			d_model: width,
			d_mlp: 2 * width,
			positions: values.positions,
			norm: values.norm,
			tied: values.tied
		},
		optimizer: {
			optimizer: values.optimizer,
			rate: Number(values.rate),
			schedule: values.schedule,
			warmup: values.warmup,
			steps: values.steps,
			beta1: 0.9,
			beta2: 0.98,
			epsilon: 1e-8,
			decay: values.decay,
			clip: values.clip
		},
		regularization: {
			smoothing: values.smoothing,
			dropout: {
				embedding: values['drop-embedding'],
				attention: values['drop-attention'],
				ffn: values['drop-ffn']
			}
		}
	};
}

/** The sizes that each task has. */
export const TASK_SIZES: Readonly<Record<LabValues['task'], { readonly min: number; readonly max: number }>> = {
	...(Object.fromEntries(
		TASK_NAMES.map((name) => [name, { min: TASKS[name].sizes.least, max: TASKS[name].sizes.most }])
		// Built from the names of all tasks.
	) as Record<LabValues['task'], { min: number; max: number }>)
};
