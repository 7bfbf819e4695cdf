/** Finds or makes the runs that questions need of one model, and generates. */
import { namesMatching } from './capture-names.ts';
import type { CaptureName } from './captures.ts';
import { Draws } from './draws.ts';
import type { Edit } from './edits.ts';
import type { Model } from './model.ts';
import type { PassResult } from './passes.ts';
import { countsFromEnd } from './plan-edits.ts';
import type { GeneratedStep, Question, Reading } from './protocol.ts';
import { outlineOf } from './read-passes.ts';
import { readIds } from './reading.ts';
import { RunMemory } from './run-memory.ts';
import { CachedRun, FullRun, type Run } from './runs.ts';

/** Bytes of captured values that stay on the device between questions, and that one run may keep unasked. */
const ROOM = { memory: 192 * 2 ** 20, run: 64 * 2 ** 20 };

/** A run that is asked for. */
export interface RunRequest {
	readonly ids: readonly number[];
	readonly promptLength: number;
	readonly edits: readonly Edit[];
	readonly through: 'full' | 'cache';
	readonly offset: number;
	/** What is read in place of the ids. */
	readonly reads?: Reading | undefined;
	/** Measures every step. */
	readonly timed?: boolean;
	/** Patterns of the values that will be read. */
	readonly captures: readonly string[];
}

/** Runs of one model, remembered as long as there is room. */
export class Runner {
	readonly #model: Model;
	readonly #memory = new RunMemory(ROOM.memory);
	readonly #drawn = new Draws();

	constructor(model: Model) {
		this.#model = model;
	}

	/** The passes of a run, from memory where it can be; throws EngineError `bad-edit` or `not-finite`. */
	async passes(request: RunRequest): Promise<readonly PassResult[]> {
		const { promptLength, edits, through, captures, offset, reads, timed = false } = request;
		const ids = readIds(request.ids, reads, this.#model.config);
		// Edits that count from the end mean other places as the text grows: such a run cannot be grown.
		const length = edits.some(countsFromEnd) ? ids.length : undefined;
		// A run that grows is another one where something else is read: they would take each other's turns back.
		const fixed = through === 'full' ? ids : [...ids.slice(0, promptLength), -1, length ?? 0, reads];
		const key = JSON.stringify([through, offset, timed, edits, fixed]);
		const asked = this.namesOf(captures);
		const passes = await this.#over(key, ids, () => this.#make(request, asked, length));
		if (asked.every((name) => outlineOf(passes, name))) return passes;
		// There was no room for these values when they went by.
		this.#memory.forget(key);
		return this.#over(key, ids, () => this.#make(request, asked, length));
	}

	/** Generates through the cache until there are `count` tokens or the context is full. */
	async generate(
		prompt: readonly number[],
		{ edits, generate }: Pick<Question, 'edits' | 'generate'>
	): Promise<GeneratedStep[]> {
		const request = { edits, through: 'cache', offset: 0, captures: [], promptLength: prompt.length } as const;
		const steps: GeneratedStep[] = [];
		let ids = prompt;
		while (steps.length < generate.count && ids.length < this.#model.config.context) {
			const passes = await this.passes({ ...request, ids });
			const step = this.#drawn.from(passes.at(-1)?.last ?? new Float32Array(), generate, steps.length);
			steps.push(step);
			ids = [...ids, step.id];
		}
		return steps;
	}

	/** The names that patterns mean in this model, in the order of the table. */
	namesOf(patterns: readonly string[]): CaptureName[] {
		const { names } = this.#model;
		const meant = new Set(patterns.flatMap((pattern) => namesMatching(pattern, names)));
		return names.filter((name) => meant.has(name));
	}

	/** Gives up what there is no room for; to be called when everything wanted has been read. */
	trim(): void {
		this.#memory.trim();
	}

	/** Gives up all runs. */
	clear(): void {
		this.#memory.clear();
	}

	#make(request: RunRequest, asked: CaptureName[], length?: number): Run {
		const { edits, offset, promptLength, through, timed = false } = request;
		const keeping = { asked: new Set(asked), room: { left: ROOM.run } };
		const options = { edits, offset, keeping, timed };
		if (through === 'full') return new FullRun(this.#model, options);
		return new CachedRun(this.#model, { ...options, promptLength, length });
	}

	async #over(key: string, ids: readonly number[], make: () => Run): Promise<readonly PassResult[]> {
		try {
			return await this.#memory.recall(key, make).over(ids);
		} catch (error) {
			this.#memory.forget(key);
			throw error;
		}
	}
}
