/**
 * The page's side of training: asks its worker for slices of time, and goes on from the last snapshot when the device is
 * lost or the worker dies. What was reported after that snapshot is reported again, the same: runs follow from settings.
 */
import { releaseProxy, wrap, type Remote } from 'comlink';
import { connectTo, type Connection } from '../connection.ts';
import { toFailure } from '../failures.ts';
import type { BackendName, BackendReport, Failure, Outcome } from '../protocol.ts';
import type { Snapshot } from './descent.ts';
import type { Portion, SavedFiles, Slice, TrainingApi, TrainingStart } from './protocol.ts';
import script from './worker.ts?worker&url';

/** After so many losses in one session training gives up. */
const LOSSES_BORNE = 3;

/** Starts the lab's worker. */
export function startTrainingWorker(): Connection {
	return connectTo(script);
}

/** Runs that are set up once and then asked for slices. */
export class TrainingClient {
	readonly #connect: () => Connection;
	readonly #force: BackendName | undefined;
	readonly #excluded: BackendName[] = [];
	#life:
		{ readonly api: Remote<TrainingApi>; readonly connection: Connection; readonly died: Promise<Failure> } | undefined;
	#begun: TrainingStart | undefined;
	#snapshots: readonly Snapshot[] | undefined;
	#report: BackendReport | undefined;
	#losses = 0;

	constructor(force?: BackendName, connect: () => Connection = startTrainingWorker) {
		this.#force = force;
		this.#connect = connect;
	}

	/** What it runs on, once it has started. */
	get report(): BackendReport | undefined {
		return this.#report;
	}

	/** Sets runs up in place of those before; what they look like before their first step. */
	async start(start: TrainingStart): Promise<Outcome<Slice>> {
		this.#begun = start;
		this.#snapshots = undefined;
		const outcome = await this.#set(start);
		return !outcome.ok && this.#bears(outcome.failure) ? this.#set(start) : outcome;
	}

	/** Goes on; after a loss, from the last snapshot or from the start. */
	async advance(portion: Portion): Promise<Outcome<Slice>> {
		const outcome = await this.#call((api) => api.advance(portion));
		if (outcome.ok) {
			this.#snapshots = outcome.value.snapshots ?? this.#snapshots;
			return outcome;
		}
		if (!this.#begun || !this.#bears(outcome.failure)) return outcome;
		const again = await this.#set({ ...this.#begun, from: this.#snapshots });
		return again.ok ? { ok: true, value: again.value } : again;
	}

	/** The files of a run's model as it is now. */
	async save(run: number): Promise<Outcome<SavedFiles>> {
		return this.#call((api) => api.save(run));
	}

	/** Loses the device, or kills the worker without a word, as if by accident: for tests of recovery. */
	async lose(what: 'device' | 'worker'): Promise<void> {
		if (what === 'worker') this.#life?.connection.terminate();
		else await this.#life?.api.loseDevice();
	}

	/** Ends the worker, at once, in the middle of whatever it does. */
	close(): void {
		this.#life?.api[releaseProxy]();
		this.#life?.connection.terminate();
		this.#life = undefined;
	}

	async #set(start: TrainingStart): Promise<Outcome<Slice>> {
		const outcome = await this.#call((api) => api.start({ ...start, force: this.#force, exclude: this.#excluded }));
		if (!outcome.ok) return outcome;
		this.#report = outcome.value.report;
		return { ok: true, value: outcome.value.slice };
	}

	/** Ends a life that a loss has ended, and says whether to begin another. */
	#bears({ code }: Failure): boolean {
		if (code !== 'device-lost') return false;
		this.close();
		this.#losses++;
		// A backend that is lost twice is not trusted a third time.
		if (this.#report && this.#losses === 2 && this.#report.name !== 'cpu') this.#excluded.push(this.#report.name);
		return this.#losses <= LOSSES_BORNE;
	}

	async #call<T>(call: (api: Remote<TrainingApi>) => Promise<Outcome<T>>): Promise<Outcome<T>> {
		this.#life ??= this.#begin();
		const { api, died } = this.#life;
		try {
			return await Promise.race([call(api), died.then((failure): Outcome<T> => ({ ok: false, failure }))]);
		} catch (error) {
			return { ok: false, failure: toFailure(error) };
		}
	}

	#begin() {
		const connection = this.#connect();
		const died = connection.died.then((detail): Failure => ({ code: 'device-lost', detail }));
		return { api: wrap<TrainingApi>(connection.endpoint), connection, died };
	}
}
