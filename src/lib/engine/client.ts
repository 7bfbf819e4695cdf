/**
 * The page's side of the engine: asks the worker, one question at a time, and keeps the reader from noticing its troubles.
 *
 * A question that a newer one overtakes before its turn is dropped. When the device is lost or the worker dies, both are
 * started anew and the question is repeated; a backend that is lost a third time within a minute is not tried again.
 */
import { unpack, type Unpacked } from './answers.ts';
import { startWorker, type Connection } from './connection.ts';
import type { BackendName, ModelFacts, Outcome, Question } from './protocol.ts';
import { WorkerLife, type Call, type Listener } from './worker-life.ts';

/** Where the models are, and what the page wants to be told. */
export interface ClientOptions extends Listener {
	/** Where `<id>/` lies, absolute, with a closing slash. */
	readonly modelsUrl: string;
	/** The backend that a link or a setting insists on. */
	readonly force?: BackendName | undefined;
	/** Replaced in tests. */
	readonly connect?: () => Connection;
	/** Milliseconds on a clock that only goes forward; replaced in tests. */
	readonly now?: () => number;
}

const LOSSES_BORNE = 2;
const WITHIN = 60_000;

/** A connection to the engine that outlives its workers. */
export class EngineClient {
	readonly #options: ClientOptions;
	readonly #excluded = new Set<BackendName>();
	#losses: { readonly name: BackendName | undefined; readonly when: number }[] = [];
	#force: BackendName | undefined;
	#life: WorkerLife | undefined;
	#line: Promise<unknown> = Promise.resolve();
	#latest = 0;

	constructor(options: ClientOptions) {
		this.#options = options;
		this.#force = options.force;
	}

	/** Answers a question; undefined when a newer one overtook it before its turn. */
	async ask(question: Question): Promise<Outcome<Unpacked> | undefined> {
		const number = ++this.#latest;
		return this.#inLine(async () => {
			if (number !== this.#latest) return undefined;
			const outcome = await this.#persist((api) => api.answer(question));
			return outcome.ok ? { ok: true, value: unpack(outcome.value) } : outcome;
		});
	}

	/** What a model is, and its vocabulary as shown; loads it if needed. */
	async load(model: string): Promise<Outcome<{ readonly facts: ModelFacts; readonly vocabulary: readonly string[] }>> {
		return this.#inLine(() => this.#persist((api) => api.load(model)));
	}

	/** Moves to another backend, or back to the best for undefined; a question under way is repeated there. */
	useBackend(force: BackendName | undefined): void {
		this.#force = force;
		this.#excluded.clear();
		this.#losses = [];
		this.#end();
	}

	/** Loses the device, or kills the worker, as if by accident: for tests of recovery. */
	async loseDevice(what: 'device' | 'worker' = 'device'): Promise<void> {
		await this.#life?.lose(what);
	}

	/** Ends the worker; the next question starts another. */
	close(): void {
		this.#end();
	}

	async #inLine<T>(turn: () => Promise<T>): Promise<T> {
		const result = this.#line.then(turn);
		this.#line = result.catch(() => undefined);
		return result;
	}

	/** Calls the worker until it answers, starting another when it is lost. */
	async #persist<T>(call: Call<T>): Promise<Outcome<T>> {
		for (;;) {
			const life = (this.#life ??= this.#begin());
			const outcome = await life.call(call);
			const code = outcome && !outcome.ok ? outcome.failure.code : undefined;
			if (outcome && !(code && ENDS_A_LIFE.has(code))) return outcome;
			if (this.#life === life) this.#end();
			if (outcome && (code !== 'device-lost' || !this.#bear(life.report?.name))) return outcome;
		}
	}

	#begin(): WorkerLife {
		const { connect = startWorker, modelsUrl } = this.#options;
		const options = { force: this.#force, exclude: [...this.#excluded], modelsUrl };
		return new WorkerLife(connect(), options, this.#options);
	}

	#end(): void {
		this.#life?.end();
		this.#life = undefined;
	}

	/** Notes a loss, and gives a backend up after too many; false when even starting fails again and again. */
	#bear(name: BackendName | undefined): boolean {
		const now = (this.#options.now ?? (() => performance.now()))();
		this.#losses = [...this.#losses.filter(({ when }) => now - when < WITHIN), { name, when: now }];
		if (this.#losses.filter((loss) => loss.name === name).length <= LOSSES_BORNE) return true;
		if (name === undefined) return false;
		this.#excluded.add(name);
		return true;
	}
}

/** After these a worker is not to be trusted with another question: memory may be broken, or its device gone. */
const ENDS_A_LIFE: ReadonlySet<string> = new Set(['device-lost', 'internal', 'no-backend']);
