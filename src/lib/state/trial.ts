import type { Failure } from '#engine/protocol.ts';
import type { Connect, Engine } from './conversation.svelte.ts';

/** Tries a model beside what is on show, which stays. */
export class Trial {
	readonly #client: Connect;
	#engine: Engine | undefined;

	constructor(client: Connect) {
		this.#client = client;
	}

	/** Connects the engine, and remembers it. */
	readonly connect: Connect = (hearing) => (this.#engine = this.#client(hearing));

	/** Why a model cannot be run; undefined when it can. */
	async of(model: string): Promise<Failure | undefined> {
		const outcome = await this.#engine?.load(model);
		if (!outcome) return { code: 'no-backend', detail: 'the engine was not started' };
		return outcome.ok ? undefined : outcome.failure;
	}
}
