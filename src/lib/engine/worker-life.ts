import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import type { Connection } from './connection.ts';
import { toFailure } from './failures.ts';
import type { BackendReport, EngineApi, Failure, Outcome, Progress, StartOptions } from './protocol.ts';

/** What is to be asked of the worker. */
export type Call<T> = (api: Remote<EngineApi>) => Promise<Outcome<T>>;

/** Whom a worker tells what it does. */
export interface Listener {
	readonly onReport?: ((report: BackendReport) => void) | undefined;
	readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** One worker from its start to its end. */
export class WorkerLife {
	readonly #connection: Connection;
	readonly #api: Remote<EngineApi>;
	readonly #started: Promise<Outcome<BackendReport>>;
	readonly #over: Promise<string | undefined>;
	#stop: () => void = () => undefined;
	#report: BackendReport | undefined;

	constructor(connection: Connection, options: StartOptions, { onReport, onProgress }: Listener) {
		this.#connection = connection;
		this.#api = wrap<EngineApi>(connection.endpoint);
		const stopped = new Promise<undefined>((resolve) => (this.#stop = () => resolve(undefined)));
		this.#over = Promise.race([stopped, connection.died]);
		this.#started = this.#start(options, onProgress).then((outcome) => {
			if (outcome.ok) onReport?.((this.#report = outcome.value));
			return outcome;
		});
	}

	/** What it runs on; undefined until it has started. */
	get report(): BackendReport | undefined {
		return this.#report;
	}

	/** What the worker answers; a failure `device-lost` if it dies meanwhile, undefined if it is ended. */
	async call<T>(call: Call<T>): Promise<Outcome<T> | undefined> {
		const death = this.#over.then((cause) =>
			cause === undefined ? undefined : failed('device-lost', cause)
		);
		return Promise.race([this.#attempt(call), death]);
	}

	/** Loses the device, or kills the worker without a word, as if by accident. */
	async lose(what: 'device' | 'worker'): Promise<void> {
		if (what === 'worker') this.#connection.terminate();
		else await this.#api.loseDevice();
	}

	/** Ends it on purpose: calls under way are answered with undefined. */
	end(): void {
		this.#stop();
		this.#api[releaseProxy]();
		this.#connection.terminate();
	}

	async #start(options: StartOptions, onProgress: Listener['onProgress']): Promise<Outcome<BackendReport>> {
		try {
			return await this.#api.start(
				options,
				proxy((progress: Progress) => onProgress?.(progress))
			);
		} catch (error) {
			return { ok: false, failure: toFailure(error) };
		}
	}

	async #attempt<T>(call: Call<T>): Promise<Outcome<T>> {
		const started = await this.#started;
		if (!started.ok) return started;
		try {
			return await call(this.#api);
		} catch (error) {
			return { ok: false, failure: toFailure(error) };
		}
	}
}

function failed(code: Failure['code'], detail: string): { readonly ok: false; readonly failure: Failure } {
	return { ok: false, failure: { code, detail } };
}
