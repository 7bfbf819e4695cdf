import { chooseBackend, type Backend } from '../backend.ts';
import { EngineError, toFailure } from '../failures.ts';
import type { BackendReport, Outcome } from '../protocol.ts';
import type { Snapshot } from './descent.ts';
import type { Look, Portion, RunSlice, SavedFiles, Slice, TrainingApi, TrainingStart } from './protocol.ts';
import { prepareToTrain } from './ready.ts';
import { savedFiles } from './save.ts';
import { Trainer } from './trainer.ts';

/** No more steps than this are lost with a device. */
const SNAPSHOT_EVERY = 50;

/** Trains behind the worker's door: one backend, some runs in step, one request at a time. */
export class TrainingHost implements TrainingApi {
	readonly #now: () => number;
	#backend: Backend | undefined;
	#start: TrainingStart | undefined;
	#trainers: Trainer[] = [];
	/** Runs whose numbers have ceased to be numbers. */
	readonly #broken = new Set<Trainer>();
	// TensorFlow.js has one global scope: interleaved requests would dispose of each other's tensors.
	#line: Promise<unknown> = Promise.resolve();

	/** `now` is a clock in milliseconds. */
	constructor(now: () => number) {
		this.#now = now;
	}

	/** Sets runs up, in place of those before. */
	async start(start: TrainingStart): Promise<Outcome<{ report: BackendReport; slice: Slice }>> {
		return this.#guarded(async () => {
			this.#backend ??= await chooseBackend({ force: start.force, exclude: start.exclude ?? [] });
			prepareToTrain();
			for (const trainer of this.#trainers.splice(0)) trainer.dispose();
			this.#broken.clear();
			this.#start = start;
			this.#trainers = start.runs.map((settings, i) => new Trainer(settings, start.from?.[i]));
			const runs: RunSlice[] = [];
			for (const trainer of this.#trainers)
				runs.push({ steps: [], looks: start.from ? [] : [await this.#look(trainer)] });
			return { report: this.#backend.report, slice: { runs } };
		});
	}

	/** Takes steps until the portion is used up or all have been taken; a run whose numbers are none takes no more. */
	async advance({ steps, milliseconds }: Portion): Promise<Outcome<Slice>> {
		return this.#guarded(async () => {
			const end = this.#now() + milliseconds;
			const runs = this.#trainers.map((): Collected => ({ steps: [], looks: [] }));
			let snapshots: Snapshot[] | undefined;
			for (let taken = 0; taken < steps; taken++) {
				if (!(await this.#all(runs)) || this.#now() >= end) break;
				if (Math.max(...this.#trainers.map(({ step }) => step)) % SNAPSHOT_EVERY !== 0) continue;
				snapshots = [];
				for (const trainer of this.#trainers) snapshots.push(await trainer.snapshot());
			}
			return { runs, snapshots };
		});
	}

	/** The files of a run's model. */
	async save(run: number): Promise<Outcome<SavedFiles>> {
		return this.#guarded(async () => {
			const trainer = this.#trainers[run];
			if (!trainer) throw new RangeError(`there is no run ${run}`);
			return savedFiles(trainer.settings, (await trainer.snapshot()).values);
		});
	}

	/** Drops the device on purpose. */
	async loseDevice(): Promise<void> {
		this.#backend?.lose();
	}

	/** A step of every run that can take one; false when none can. */
	async #all(runs: readonly Collected[]): Promise<boolean> {
		let goes = false;
		for (const [i, trainer] of this.#trainers.entries()) {
			if (this.#broken.has(trainer) || trainer.step >= trainer.settings.optimizer.steps) continue;
			goes = true;
			const result = await trainer.advance();
			runs[i]?.steps.push(result);
			if (!Number.isFinite(result.loss) || !Number.isFinite(result.norm)) this.#broken.add(trainer);
			else if (trainer.step % (this.#start?.every ?? 1) === 0) runs[i]?.looks.push(await this.#look(trainer));
		}
		return goes;
	}

	async #look(trainer: Trainer): Promise<Look> {
		const { probe = [], probes = [] } = this.#start ?? {};
		return {
			step: trainer.step,
			judgement: await trainer.judge(),
			met: await trainer.judgeMet(),
			free: probes.includes('free') ? await trainer.wrongRunningFree() : undefined,
			patterns: await trainer.patterns(probe),
			dropped: probes.includes('dropped') ? await trainer.droppedPatterns(probe) : undefined
		};
	}

	async #guarded<T>(work: () => Promise<T>): Promise<Outcome<T>> {
		try {
			const turn = this.#line.then(work);
			this.#line = turn.catch(() => undefined);
			const value = await turn;
			// Numbers that were read after a loss are worth nothing.
			if (this.#backend?.isLost()) throw new EngineError('device-lost', 'the device was lost');
			return { ok: true, value };
		} catch (error) {
			if (!this.#backend?.isLost()) return { ok: false, failure: toFailure(error) };
			return { ok: false, failure: { code: 'device-lost', detail: String(error) } };
		}
	}
}

interface Collected {
	readonly steps: RunSlice['steps'][number][];
	readonly looks: Look[];
}
