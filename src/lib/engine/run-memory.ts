import type { Run } from './runs.ts';

/** The runs made lately, by what makes them different; the ones not used for longest are given up for room. */
export class RunMemory {
	// A map remembers the order in which its keys were set: the last used run is last.
	readonly #runs = new Map<string, Run>();
	readonly #room: number;

	/** `room` is how many bytes all runs together may hold on the device, between two questions. */
	constructor(room: number) {
		this.#room = room;
	}

	/** The run that is known by a key, made if there is none. */
	recall(key: string, make: () => Run): Run {
		const run = this.#runs.get(key) ?? make();
		this.#runs.delete(key);
		this.#runs.set(key, run);
		return run;
	}

	/** Gives up one run. */
	forget(key: string): void {
		this.#runs.get(key)?.dispose();
		this.#runs.delete(key);
	}

	/** Gives up runs, the longest unused first, until the rest has room. */
	trim(): void {
		let held = [...this.#runs.values()].reduce((sum, { bytes }) => sum + bytes, 0);
		for (const [key, { bytes }] of this.#runs) {
			if (held <= this.#room) return;
			this.forget(key);
			held -= bytes;
		}
	}

	/** Gives up all runs. */
	clear(): void {
		for (const key of [...this.#runs.keys()]) this.forget(key);
	}
}
