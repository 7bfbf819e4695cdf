import { EngineClient } from '#engine/client.ts';
import type { BackendReport, Failure, Question } from '#engine/protocol.ts';
import { ALWAYS } from './question.ts';
import { readSettings } from './settings.ts';

/** Each text is another, since runs are remembered; all are 16 to 20 tokens long. */
const TEXTS = ['Tom', 'Lily', 'Mary', 'John', 'Ben', 'Anna'].map(
	(name) => `When ${name} and Sam went to the park, Sam gave a ball to ${name} and said`
);
const GENERATED = 24;

/** What a machine takes for the model: milliseconds a pass over a sentence, tokens a second. */
export interface Speed {
	readonly forward: number;
	readonly tokensPerSecond: number;
}

/** Runs a model as the pages do, and times it. */
export class MachineCheck {
	#report: BackendReport | undefined = $state.raw();
	#speed: Speed | undefined = $state.raw();
	#failure: Failure | undefined = $state.raw();

	/** What it computes on, and why on nothing better. */
	get report(): BackendReport | undefined {
		return this.#report;
	}
	/** Measured here; undefined until then. */
	get speed(): Speed | undefined {
		return this.#speed;
	}
	/** Why there is nothing to measure. */
	get failure(): Failure | undefined {
		return this.#failure;
	}

	/** Measures once; `modelsUrl` says where `<id>/` lies. Returns how to give up. */
	start(model: string, modelsUrl: string): () => void {
		const client = new EngineClient({
			modelsUrl,
			force: readSettings().backend,
			onReport: (report) => (this.#report = report)
		});
		void this.#measure(client, model).finally(() => client.close());
		return () => client.close();
	}

	async #measure(client: EngineClient, model: string): Promise<void> {
		const times: number[] = [];
		for (const text of TEXTS) times.push(await this.#time(client, questionOf(model, text, 0)));
		// Kernels are compiled and weights brought over on the first.
		const [, ...warm] = times;
		const forward = warm.toSorted((a, b) => a - b)[Math.floor(warm.length / 2)] ?? NaN;
		await this.#time(client, questionOf(model, 'Tom', GENERATED));
		const generating = await this.#time(client, questionOf(model, 'Lily', GENERATED));
		if (!this.#failure) this.#speed = { forward, tokensPerSecond: (GENERATED / generating) * 1000 };
	}

	async #time(client: EngineClient, question: Question): Promise<number> {
		if (this.#failure) return NaN;
		const since = performance.now();
		const outcome = await client.ask(question);
		if (outcome && !outcome.ok) this.#failure = outcome.failure;
		return performance.now() - since;
	}
}

function questionOf(model: string, text: string, count: number): Question {
	const generate = { temperature: 0, topK: 0, topP: 1, seed: 0, count };
	return { model, text, generate, edits: [], variations: { model: { captures: [...ALWAYS] } } };
}
