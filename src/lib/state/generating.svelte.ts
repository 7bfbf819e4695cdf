import type { CaptureRequest } from '#engine/captures.ts';
import { Choosing } from './choosing.svelte.ts';
import { MOST_GENERATED } from './reader.ts';

/** Choosing, and generating a token at a time: how many there are is one of the reader's choices. */
export abstract class Generating extends Choosing {
	#isGenerating = $state(false);

	/** True when the context has no room for another token. */
	abstract get full(): boolean;

	/** How many tokens the answer on show has generated; undefined while it is an answer to something else. */
	protected abstract get written(): number | undefined;

	/** Captures that this page shows beside its panels. */
	protected get also(): readonly CaptureRequest[] {
		return [];
	}

	get isGenerating(): boolean {
		return this.#isGenerating;
	}

	/** Generates one token more. */
	step(): void {
		if (this.full || this.count >= MOST_GENERATED) return this.stop();
		this.become({ ...this.state, count: this.count + 1 });
	}

	/** Takes the last generated token back. */
	back(): void {
		this.stop();
		// More may have been asked for than there was room.
		const written = Math.min(this.count, this.written ?? this.count);
		this.become({ ...this.state, count: Math.max(0, written - 1) });
	}

	/** Generates until told to stop, or there is no more room. */
	start(): void {
		this.#isGenerating = true;
		this.step();
	}

	override stop(): void {
		this.#isGenerating = false;
	}
}
