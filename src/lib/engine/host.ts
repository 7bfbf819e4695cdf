import { chooseBackend, type Backend } from './backend.ts';
import { EngineError, toFailure } from './failures.ts';
import { fetchModel, type ModelFiles } from './model-files.ts';
import { isOwnModel } from './own-model.ts';
import type {
	Answer,
	BackendReport,
	EngineApi,
	Outcome,
	OwnModelFiles,
	Progress,
	Question,
	StartOptions
} from './protocol.ts';
import { Session } from './session.ts';

/** The engine behind the worker's door: one backend, one model or two, one request at a time. */
export class EngineHost implements EngineApi {
	#backend: Backend | undefined;
	/** Models at hand, the latest first: two, so that comparing them loads neither again. */
	#sessions: readonly Session[] = [];
	/** Why there is no backend. */
	#absence: unknown = new EngineError('no-backend', 'the engine was not started');
	#files: { readonly model: string; readonly promise: Promise<ModelFiles> } | undefined;
	#loss: string | undefined;
	#onLoss: () => void = () => undefined;
	#modelsUrl = '';
	#progress: (progress: Progress) => void = () => undefined;
	#own: OwnModelFiles = async () => undefined;
	// TensorFlow.js has one global scope: interleaved requests would dispose of each other's tensors.
	#line: Promise<unknown> = Promise.resolve();

	/** Chooses and tests a backend; everything later runs on it. */
	async start(
		options: StartOptions,
		progress: (progress: Progress) => void,
		own = this.#own
	): Promise<Outcome<BackendReport>> {
		this.#own = own;
		this.#modelsUrl = options.modelsUrl;
		this.#progress = progress;
		return this.#inLine(async () => {
			progress({ stage: 'backend', loaded: 0, total: 0 });
			this.#backend = await chooseBackend(options).catch((error: unknown) => {
				this.#absence = error;
				throw error;
			});
			void this.#backend.lost.then((detail) => {
				this.#loss = detail;
				this.#onLoss();
			});
			return this.#backend.report;
		});
	}

	/** Loads a model, unless it is the one at hand. */
	async load(model: string): ReturnType<EngineApi['load']> {
		this.#prefetch(model);
		return this.#inLine(async () => {
			const { facts, vocabulary } = await this.#guarded(() => this.#open(model));
			return { facts, vocabulary };
		});
	}

	/** Answers a question about its model, which is loaded if needed. */
	async answer(question: Question): Promise<Outcome<Answer>> {
		this.#prefetch(question.model);
		return this.#inLine(() => this.#guarded(async () => (await this.#open(question.model)).answer(question)));
	}

	/** Drops the device on purpose. */
	async loseDevice(): Promise<void> {
		this.#backend?.lose();
	}

	async #open(model: string): Promise<Session> {
		const known = this.#sessions.find(({ facts }) => facts.id === model);
		if (known) {
			this.#sessions = [known, ...this.#sessions.filter((other) => other !== known)];
			return known;
		}
		const files = await this.#fetch(model);
		this.#progress({ stage: 'prepare', loaded: 0, total: 0 });
		const session = new Session(model, files);
		// The oldest model stays until the new one is known to work.
		const [latest, ...older] = this.#sessions;
		for (const old of older) old.dispose();
		this.#sessions = latest ? [session, latest] : [session];
		this.#files = undefined;
		return session;
	}

	/** A model's files, fetched once: they may be on their way already. */
	async #fetch(model: string): Promise<ModelFiles> {
		if (this.#files?.model === model) return this.#files.promise;
		const promise = isOwnModel(model) ? this.#borrow(model) : this.#download(model);
		this.#files = { model, promise };
		promise.catch(() => (this.#files = undefined));
		return promise;
	}

	async #download(model: string): Promise<ModelFiles> {
		return fetchModel(model, {
			modelsUrl: this.#modelsUrl,
			progress: (loaded, total) => this.#progress({ stage: 'download', loaded, total })
		});
	}

	/** The files of a reader's own model, of which the page knows where they are. */
	async #borrow(model: string): Promise<ModelFiles> {
		const files = await this.#own(model);
		if (!files) throw new EngineError('model-not-here', model);
		return files;
	}

	/** Fetching takes no turn: it can go on while a backend starts. */
	#prefetch(model: string): void {
		if (!this.#sessions.some(({ facts }) => facts.id === model)) this.#fetch(model).catch(() => undefined);
	}

	/** Does work on the device, and fails with `device-lost` if the device goes away meanwhile, whatever comes of it. */
	async #guarded<T>(work: () => Promise<T>): Promise<T> {
		const backend = this.#backend;
		if (!backend) throw this.#absence;
		return new Promise<T>((resolve, reject) => {
			const lost = () => reject(new EngineError('device-lost', this.#loss ?? 'the device was lost'));
			this.#onLoss = lost;
			if (backend.isLost()) return lost();
			work().then(
				(result) => (backend.isLost() ? lost() : resolve(result)),
				// A failed read can come before the news of the loss that made it fail.
				(error: unknown) => setTimeout(() => (backend.isLost() ? lost() : reject(error)), 50)
			);
		});
	}

	async #inLine<T>(turn: () => Promise<T>): Promise<Outcome<T>> {
		const result = this.#line.then(turn);
		this.#line = result.catch(() => undefined);
		try {
			return { ok: true, value: await result };
		} catch (error) {
			return { ok: false, failure: toFailure(error) };
		}
	}
}
