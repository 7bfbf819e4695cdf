import type { Failure } from '#engine/protocol.ts';
import type { Focus } from '#points/define.ts';
import { withinRun } from './choices.ts';
import { unfulfilled } from './focus.ts';
import type { Notice } from './notices.ts';
import type { ReaderState } from './reader.ts';

/** Another state in place of the one that a link named, and why. */
export interface Correction {
	readonly state: ReaderState;
	readonly notice: Notice;
}

/** The state as a link left it, until its first answer shows whether it can be had. */
export class Arrival {
	#state: ReaderState | undefined;

	/** A link was opened. */
	begin(state: ReaderState): void {
		this.#state = state;
	}

	/** What to change when the first answer has come: a focus that its run does not have. */
	shown(now: ReaderState, focus: Focus): Correction | undefined {
		const arrived = this.#state;
		this.#state = undefined;
		if (!arrived || arrived !== now) return undefined;
		const missed = unfulfilled(arrived, focus);
		if (missed.length === 0) return undefined;
		return { state: withinRun(arrived, focus), notice: { code: 'link-focus', what: missed.join(' ') } };
	}

	/** What to change when there is none: edits that someone else's link brought must not keep a reader from seeing anything. */
	failed(now: ReaderState, failure: Failure): Correction | undefined {
		if (failure.code !== 'bad-edit' || now !== this.#state || now.edits.length === 0) return undefined;
		this.#state = { ...now, edits: [] };
		return { state: this.#state, notice: { code: 'link-edits', what: failure.detail } };
	}
}
