/** What the lab trains on: texts that are made up from a seed, whose right answers are known exactly. */
import { addition } from './addition.ts';
import { brackets } from './brackets.ts';
import { line } from './line.ts';
import { copy, reverse, sort } from './lists.ts';
import { repeat } from './repeat.ts';

/** One text of a task. */
export interface Example {
	readonly ids: readonly number[];
	/** Whether each token follows from those before it: what accuracy is measured on. */
	readonly answers: readonly boolean[];
}

/** A kind of text. */
export interface Task {
	/** What each id stands for. */
	readonly vocabulary: readonly string[];
	/** The sizes that are offered. */
	readonly sizes: { readonly least: number; readonly most: number; readonly start: number };
	/** True when all tokens are learnt, not the answers alone. */
	readonly learnsAll: boolean;
	/** How many tokens a text of a size has: the same for all. */
	length(size: number): number;
	/** A text; `random` gives numbers in [0, 1). */
	example(size: number, random: () => number): Example;
}

/** Every task by its name in links. */
export const TASKS = { repeat, copy, reverse, sort, addition, brackets, line } as const satisfies Record<string, Task>;

/** The name of a task. */
export type TaskName = keyof typeof TASKS;

/** Every task's name. */
// Object.keys forgets that these are exactly the table's own keys.
export const TASK_NAMES = Object.keys(TASKS) as readonly TaskName[];
