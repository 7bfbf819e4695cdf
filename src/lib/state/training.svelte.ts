/** Runs under way: settings in, series out. The page plays and pauses them; a worker trains. */
import { TrainingClient } from '#engine/training/client.ts';
import type { StepResult } from '#engine/training/descent.ts';
import type { BackendName, BackendReport, Failure, Outcome } from '#engine/protocol.ts';
import type { Portion, RunSeries, SavedFiles, Slice } from '#engine/training/protocol.ts';
import type { TrainingPlan } from './lab-plan.ts';

export type { RunSeries };

/** Where training stands. */
export type TrainingState = 'idle' | 'starting' | 'running' | 'paused' | 'done' | 'diverged' | 'failed';

/** A run whose numbers have ceased to be numbers. */
export interface Divergence {
	readonly run: number;
	/** The step that failed, and the last norm of the gradient that still was a number. */
	readonly step: number;
	readonly norm: number;
	readonly lastNorm: number | undefined;
}

/** What training needs of a worker; replaced in tests. */
export type TrainingWorker = Pick<TrainingClient, 'start' | 'advance' | 'save' | 'lose' | 'close' | 'report'>;

/** A slice is short enough to pause soon, and long enough to waste nothing on messages. */
const SLICE: Portion = { steps: Number.MAX_SAFE_INTEGER, milliseconds: 150 };

/** Some runs in step. */
export class Training {
	readonly #connect: (force: BackendName | undefined) => TrainingWorker;
	#worker: TrainingWorker | undefined;
	#force: BackendName | undefined;
	#plan: TrainingPlan | undefined;
	/** Settles when the plan is set up, with whether it is. */
	#starting: Promise<boolean> | undefined;
	#series: readonly RunSeries[] = $state.raw([]);
	#state: TrainingState = $state('idle');
	#failure: Failure | undefined = $state.raw();
	#diverged: Divergence | undefined = $state.raw();
	#report: BackendReport | undefined = $state.raw();
	/** Counts plans: what an older one is answered is dropped. */
	#era = 0;

	constructor(connect: (force: BackendName | undefined) => TrainingWorker = (force) => new TrainingClient(force)) {
		this.#connect = connect;
	}

	/** What each run has done, in the order of the plan. */
	get series(): readonly RunSeries[] {
		return this.#series;
	}
	get state(): TrainingState {
		return this.#state;
	}
	/** Why training failed, in the state `failed`. */
	get failure(): Failure | undefined {
		return this.#failure;
	}
	/** Which run ended in what is not a number; the others go on, and at their end the state is `diverged`. */
	get diverged(): Divergence | undefined {
		return this.#diverged;
	}
	/** What it runs on, once it has started. */
	get report(): BackendReport | undefined {
		return this.#report;
	}
	/** Steps that have been taken, by the run that is farthest. */
	get step(): number {
		return Math.max(0, ...this.#series.map(({ steps }) => steps.at(-1)?.step ?? 0));
	}

	/** Takes up a plan in place of the one before, at its start; nothing is computed until it is asked for. */
	plan(plan: TrainingPlan, force?: BackendName): void {
		this.#era++;
		if (this.#worker && force !== this.#force) this.close();
		this.#force = force;
		this.#worker ??= this.#connect(force);
		this.#plan = plan;
		this.#starting = undefined;
		this.#state = 'idle';
		this.#failure = this.#diverged = undefined;
		this.#series = plan.runs.map((settings) => ({ settings, steps: [], looks: [] }));
	}

	/** Shows the runs as they are before their first step. */
	async prepare(): Promise<void> {
		await this.#ready();
	}

	/** Goes on until paused, done, or something is in the way. */
	async play(): Promise<void> {
		if (!(await this.#begins())) return;
		const era = this.#era;
		this.#state = 'running';
		while (this.#era === era && this.#state === 'running') await this.#advance(SLICE);
	}

	/** Takes one step of every run. */
	async stepOnce(): Promise<void> {
		if (!(await this.#begins())) return;
		this.#state = 'paused';
		await this.#advance({ steps: 1, milliseconds: Infinity });
	}

	/** Stops after the slice under way. */
	pause(): void {
		if (this.#state === 'running' || this.#state === 'starting') this.#state = 'paused';
	}

	/** The files of a run's model as it is now. */
	async save(run: number): Promise<Outcome<SavedFiles> | undefined> {
		return this.#worker?.save(run);
	}

	/** Loses the device, or kills the worker, as if by accident: for tests of recovery. */
	async lose(what: 'device' | 'worker'): Promise<void> {
		await this.#worker?.lose(what);
	}

	/** Ends the worker at once, in the middle of whatever it does; what was drawn stays. */
	close(): void {
		this.#era++;
		this.#worker?.close();
		this.#worker = this.#starting = undefined;
		this.#state = 'idle';
	}

	/** Gets ready; false when there is nothing to go on with, or the reader has thought better of it meanwhile. */
	async #begins(): Promise<boolean> {
		if (this.#state !== 'idle' && this.#state !== 'paused') return false;
		const era = this.#era;
		this.#state = 'starting';
		return (await this.#ready()) && this.#era === era && this.#stateNow() === 'starting';
	}

	/** Another view of the state, which awaiting may have changed. */
	#stateNow(): TrainingState {
		return this.#state;
	}

	/** Sets the plan up in the worker, once. */
	async #ready(): Promise<boolean> {
		this.#starting ??= this.#start();
		return this.#starting;
	}

	async #start(): Promise<boolean> {
		const era = this.#era;
		if (!this.#plan || !this.#worker) return false;
		const outcome = await this.#worker.start(this.#plan);
		if (this.#era !== era) return false;
		this.#take(outcome);
		return outcome.ok;
	}

	async #advance(portion: Portion): Promise<void> {
		const era = this.#era;
		const outcome = await this.#worker?.advance(portion);
		if (this.#era === era && outcome) this.#take(outcome);
	}

	#take(outcome: Outcome<Slice>): void {
		if (!outcome.ok) {
			this.#failure = outcome.failure;
			this.#state = 'failed';
			return;
		}
		this.#report = this.#worker?.report;
		this.#series = this.#series.map((series, i) => grown(series, outcome.value.runs[i]));
		this.#diverged = divergenceIn(this.#series);
		if (this.#series.every(isOver)) this.#state = this.#diverged ? 'diverged' : 'done';
	}
}

/** What came again after a loss is left out: it is the same. */
function grown(series: RunSeries, slice: Slice['runs'][number] | undefined): RunSeries {
	if (!slice) return series;
	const last = series.steps.at(-1)?.step ?? 0;
	const seen = series.looks.at(-1)?.step ?? -1;
	return {
		settings: series.settings,
		steps: [...series.steps, ...slice.steps.filter(({ step }) => step > last)],
		looks: [...series.looks, ...slice.looks.filter(({ step }) => step > seen)]
	};
}

function isOver({ settings, steps }: RunSeries): boolean {
	const last = steps.at(-1);
	return last !== undefined && (last.step >= settings.optimizer.steps || !isNumber(last));
}

function isNumber({ loss, norm }: StepResult): boolean {
	return Number.isFinite(loss) && Number.isFinite(norm);
}

function divergenceIn(all: readonly RunSeries[]): Divergence | undefined {
	for (const [run, { steps }] of all.entries()) {
		const last = steps.at(-1);
		if (!last || isNumber(last)) continue;
		const lastNorm = steps.findLast(({ norm }) => Number.isFinite(norm))?.norm;
		return { run, step: last.step, norm: last.norm, lastNorm };
	}
	return undefined;
}
