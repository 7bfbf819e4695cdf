/** Batches of a task: those that are trained on, and those that are held out and never trained on. */
import { seededRandom, uniformAt } from '#num/random.ts';
import { streamOf } from '../noise.ts';
import type { Batch } from './gradient.ts';
import type { RunSettings } from './settings.ts';
import { IGNORED } from './targets.ts';
import { TASKS, type Example, type Task } from './tasks/tasks.ts';

/** A batch whose answers can be told from the rest. */
export interface JudgedBatch extends Batch {
	/** Whether each target follows from what comes before it. */
	readonly answers: readonly boolean[];
}

/** The batch of a step, counted from 1: it follows from the seed, the task and the step alone. */
export function trainingBatch({ seed, data }: Pick<RunSettings, 'seed' | 'data'>, step: number): JudgedBatch {
	const random = seededRandom(streamOf(seed, `batch ${step}`));
	return batchOf(TASKS[data.task], data.size, data.batch, random, false);
}

/** Texts that no step is trained on. */
export function heldOutBatch({ seed, data }: Pick<RunSettings, 'seed' | 'data'>, texts: number): JudgedBatch {
	const random = seededRandom(streamOf(seed, 'held out'));
	return batchOf(TASKS[data.task], data.size, texts, random, true);
}

function batchOf(task: Task, size: number, texts: number, random: () => number, heldOut: boolean): JudgedBatch {
	const examples = Array.from({ length: texts }, () => exampleOf(task, size, random, heldOut));
	return {
		texts,
		ids: examples.flatMap(({ ids }) => ids.slice(0, -1)),
		targets: examples.flatMap(({ ids, answers }) =>
			ids.slice(1).map((id, i) => (task.learnsAll || answers[i + 1] ? id : IGNORED))
		),
		answers: examples.flatMap(({ answers }) => answers.slice(1))
	};
}

/** Of the texts that are drawn, one in eight by its own tokens is held out: the two never meet. */
function exampleOf(task: Task, size: number, random: () => number, heldOut: boolean): Example {
	for (;;) {
		const example = task.example(size, random);
		if (isHeldOut(example.ids) === heldOut) return example;
	}
}

function isHeldOut(ids: readonly number[]): boolean {
	// Mixed once more: the last bits of the stream's name alone are the same for all texts of some tasks.
	return uniformAt(streamOf(0, ids.join()), 0) < 1 / 8;
}
