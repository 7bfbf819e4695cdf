import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import type { Connection } from './connection.ts';
import { toFailure } from './failures.ts';
import type { BackendReport, EngineApi, Outcome, OwnModelFiles, Progress, StartOptions } from './protocol.ts';

/** What is to be asked of the worker. */
export type Call<T> = (api: Remote<EngineApi>) => Promise<Outcome<T>>;

/** Whom a worker tells what it does. */
export interface Listener {
	readonly onReport?: ((report: BackendReport) => void) | undefined;
	readonly onProgress?: ((progress: Progress) => void) | undefined;
	/** Knows the reader's own models; those that this browser keeps, unless replaced in tests. */
	readonly own?: OwnModelFiles | undefined;
}

/** One worker from its start to its end. */
export class WorkerLife {
	readonly #connection: Connection;
	readonly #api: Remote<EngineApi>;
	/** Calls under way. Racing each against a death that may never come would keep every answer in memory. */
	readonly #waiting = new Set<(outcome: Outcome<never> | undefined) => void>();
	#ending: { readonly outcome: Outcome<never> | undefined } | undefined;
	#report: BackendReport | undefined;

	constructor(connection: Connection, options: StartOptions, { onReport, onProgress, own = kept }: Listener) {
		this.#connection = connection;
		this.#api = wrap<EngineApi>(connection.endpoint);
		void connection.died.then((detail) => this.#finish({ ok: false, failure: { code: 'device-lost', detail } }));
		const told = proxy((progress: Progress) => onProgress?.(progress));
		void this.call((api) => api.start(options, told, proxy(own))).then((outcome) => {
			if (outcome?.ok) onReport?.((this.#report = outcome.value));
		});
	}

	/** What it runs on; undefined until it has started. */
	get report(): BackendReport | undefined {
		return this.#report;
	}

	/** What the worker answers; a failure `device-lost` if it dies meanwhile, undefined if it is ended. */
	async call<T>(call: Call<T>): Promise<Outcome<T> | undefined> {
		if (this.#ending) return this.#ending.outcome;
		return new Promise((resolve) => {
			this.#waiting.add(resolve);
			void this.#attempt(call).then((outcome) => {
				this.#waiting.delete(resolve);
				resolve(outcome);
			});
		});
	}

	/** Loses the device, or kills the worker without a word, as if by accident. */
	async lose(what: 'device' | 'worker'): Promise<void> {
		if (what === 'worker') this.#connection.terminate();
		else await this.#api.loseDevice();
	}

	/** Ends it on purpose: calls under way are answered with undefined. */
	end(): void {
		this.#finish(undefined);
		this.#api[releaseProxy]();
		this.#connection.terminate();
	}

	#finish(outcome: Outcome<never> | undefined): void {
		this.#ending ??= { outcome };
		for (const resolve of this.#waiting) resolve(outcome);
		this.#waiting.clear();
	}

	/** Calls do not wait for the start: the worker keeps their order, and can fetch a model meanwhile. */
	async #attempt<T>(call: Call<T>): Promise<Outcome<T>> {
		try {
			return await call(this.#api);
		} catch (error) {
			return { ok: false, failure: toFailure(error) };
		}
	}
}

/** Fetched when a model of the reader's own is asked for: most readers have none. */
const kept: OwnModelFiles = async (id) => (await import('./kept-models.ts')).keptModels.files(id);
