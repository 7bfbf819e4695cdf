import type { Unpacked } from '#engine/answers.ts';
import type { EngineClient } from '#engine/client.ts';
import { toFailure } from '#engine/failures.ts';
import type { BackendName, BackendReport, Failure, ModelFacts, Outcome, Progress, Question } from '#engine/protocol.ts';
import type { AnyPoint, Focus } from '#points/define.ts';
import { firstOf, join, knownFor, nameOfRun, restOf } from './joining.ts';
import { buildQuestion, type Asked, type Ingredients } from './question.ts';
import { runOf, type Shown } from './results.ts';

/** What the state needs of the engine. */
export type Engine = Pick<EngineClient, 'ask' | 'load' | 'useBackend' | 'loseDevice' | 'close'>;

/** What the engine tells without being asked. */
export interface Hearing {
	readonly onReport: (report: BackendReport) => void;
	readonly onProgress: (progress: Progress) => void;
}

/** Makes an engine that tells what it does. */
export type Connect = (hearing: Hearing) => Engine;

/** What the page wants to know: the reader's choices, the open points, and the focus in a model. */
export interface Wanted extends Pick<Ingredients, 'state' | 'points' | 'also'> {
	readonly focusIn: (model: ModelFacts) => Focus;
}

/** Told when an answer has been put on show, and when a question has failed. */
export interface Told {
	readonly onShown: () => void;
	readonly onFailure: (failure: Failure) => void;
}

interface Model {
	readonly facts: ModelFacts;
	readonly vocabulary: readonly string[];
}

/** Asks the engine what the page wants to know, and keeps the last good answer on show until a newer one has come. */
export class Conversation {
	readonly #engine: Engine;
	readonly #told: Told;
	readonly #models = new Map<string, Model>();
	#wanted: Wanted | undefined;
	/** The question last begun, in JSON. */
	#asked: string | undefined;
	#loading: string | undefined;
	#force: BackendName | undefined;
	/** Counts what was begun: only the latest may come to show. */
	#latest = 0;
	#asking: Asked | undefined = $state.raw();
	/** A run of which something failed: its variations are asked one by one. */
	#careful: string | undefined;
	/** Variations that failed: the others need not suffer for them. */
	#refused: ReadonlyMap<string, Failure> = $state.raw(new Map());
	/** True while what is on show was computed elsewhere than asked now: nothing of it serves another answer. */
	#isStale = false;
	#shown: Shown | undefined = $state.raw();
	#failure: Failure | undefined = $state.raw();
	#progress: Progress | undefined = $state.raw();
	#report: BackendReport | undefined = $state.raw();
	#isWorking = $state(false);
	#sequence = $state(0);

	constructor(connect: Connect, told: Told) {
		this.#told = told;
		this.#engine = connect({
			onReport: (report) => (this.#report = report),
			onProgress: (progress) => (this.#progress = progress)
		});
	}

	/** The answer on show. */
	get shown(): Shown | undefined {
		return this.#shown;
	}

	/** Why the latest question has no answer. */
	get failure(): Failure | undefined {
		return this.#failure;
	}

	/** How far a slow thing has come. */
	get progress(): Progress | undefined {
		return this.#progress;
	}

	/** What the engine runs on. */
	get report(): BackendReport | undefined {
		return this.#report;
	}

	/** True while an answer is under way. */
	get isWorking(): boolean {
		return this.#isWorking;
	}

	/** How many answers have been shown. */
	get sequence(): number {
		return this.#sequence;
	}

	/** Why a point's variations could not be asked for or computed. */
	failureOf(point: AnyPoint): Failure | undefined {
		const { question, failures } = this.#asking ?? {};
		if (!question || this.#refused.size === 0) return failures?.get(point.id);
		const names = Object.keys(question.variations).filter((name) => name.startsWith(`${point.id}.`));
		return failures?.get(point.id) ?? names.map((name) => this.#refused.get(keyOf(question, name))).find(Boolean);
	}

	/** Asks what is wanted, as far as the answer on show does not hold it. */
	want(wanted: Wanted): void {
		this.#wanted = wanted;
		const { state } = wanted;
		// A text of nothing has no answer: the last one stays on show.
		if (state.text === '') return this.#rest();
		const model = this.#models.get(state.model);
		if (model) this.#ask(wanted, model);
		else void this.#load(state.model);
	}

	/** Answers a question beside what is wanted; undefined while that is under way, and when it fails. */
	async aside(question: Question): Promise<Unpacked | undefined> {
		if (this.#isWorking) return undefined;
		const outcome = await this.#engine.ask(question).catch(() => undefined);
		return outcome?.ok ? outcome.value : undefined;
	}

	/** Asks everything again. */
	again(): void {
		this.#asked = undefined;
		this.#careful = undefined;
		this.#refused = new Map();
		this.#isStale = true;
		if (this.#wanted) this.want(this.#wanted);
	}

	/** Moves to another backend, or to the best for undefined, and asks again there. */
	useBackend(name: BackendName | undefined): void {
		if (name === this.#force) return;
		this.#force = name;
		this.#engine.useBackend(name);
		this.again();
	}

	/** Loses the device on purpose: for tests of recovery. */
	async loseDevice(what?: 'device' | 'worker'): Promise<void> {
		await this.#engine.loseDevice(what);
	}

	/** Ends the engine. */
	close(): void {
		this.#rest();
		this.#engine.close();
	}

	async #load(id: string): Promise<void> {
		if (this.#loading === id) return;
		this.#loading = id;
		this.#asked = undefined;
		const outcome = await this.#begin(() => this.#engine.load(id));
		if (this.#loading === id) this.#loading = undefined;
		if (outcome?.value?.ok) this.#models.set(id, outcome.value.value);
		if (!outcome?.isLatest || !outcome.value) return;
		if (!outcome.value.ok) return this.#fail(outcome.value.failure);
		this.#isWorking = false;
		if (this.#wanted) this.want(this.#wanted);
	}

	#ask(wanted: Wanted, model: Model): void {
		const { state, focusIn } = wanted;
		const shown = this.#shown?.question.model === state.model ? this.#shown : undefined;
		const promptLength = shown?.answer.promptLength ?? 0;
		const asking = buildQuestion({ ...wanted, model: model.facts, focus: focusIn(model.facts), promptLength });
		this.#asking = asking;
		const { question } = asking;
		const refused = Object.keys(question.variations).filter((name) => this.#refused.has(keyOf(question, name)));
		const rest = restOf(question, knownFor(question, this.#isStale ? undefined : this.#shown), refused);
		if (!rest) return this.#settle();
		const next = this.#careful === nameOfRun(rest) ? firstOf(rest) : rest;
		const json = JSON.stringify(next);
		if (json === this.#asked) return;
		this.#asked = json;
		void this.#askFor(next, model);
	}

	async #askFor(question: Question, model: Model): Promise<void> {
		const outcome = await this.#begin(() => this.#engine.ask(question));
		if (!outcome.isLatest || !outcome.value) return;
		if (outcome.value.ok) return this.#show(question, outcome.value.value, model);
		const { failure } = outcome.value;
		const names = Object.keys(question.variations);
		const isTheirs = failure.code === 'bad-edit' || failure.code === 'not-finite';
		if (!isTheirs || names.join() === 'model' || names.length === 0) return this.#fail(failure);
		if (names.length > 1) this.#careful = nameOfRun(question);
		else this.#refused = new Map([...this.#refused, ...names.map((name) => [keyOf(question, name), failure] as const)]);
		if (this.#wanted) this.#ask(this.#wanted, model);
	}

	#show(asked: Question, later: Unpacked, model: Model): void {
		this.#rest();
		this.#failure = undefined;
		if (later.tokens.length === 0) return;
		const before = this.#isStale ? undefined : this.#shown;
		const { question, answer } = join(before, asked, later);
		// The run stays the same object while more of it becomes known: who compares by identity is not woken.
		const run = before && nameOfRun(before.question) === nameOfRun(asked) ? before.run : runOf(question, answer, model);
		this.#shown = { question, answer, run };
		this.#isStale = false;
		this.#sequence++;
		this.#told.onShown();
	}

	/** All that is wanted is on show. */
	#settle(): void {
		this.#rest();
		this.#asked = undefined;
		this.#failure = undefined;
	}

	#fail(failure: Failure): void {
		this.#rest();
		this.#failure = failure;
		this.#told.onFailure(failure);
	}

	/** Begins a request; what comes of it counts only while nothing newer was begun. */
	async #begin<T>(
		request: () => Promise<Outcome<T> | undefined>
	): Promise<{ readonly isLatest: boolean; readonly value: Outcome<T> | undefined }> {
		const number = ++this.#latest;
		this.#isWorking = true;
		const value = await request().catch((error: unknown) => ({ ok: false, failure: toFailure(error) }) as const);
		return { isLatest: number === this.#latest, value };
	}

	/** Nothing is under way any more that could come to show. */
	#rest(): void {
		this.#latest++;
		this.#isWorking = false;
		this.#progress = undefined;
	}
}

/** A variation of a run in words that only the same one has. */
function keyOf(question: Question, name: string): string {
	return JSON.stringify([nameOfRun(question), name, { ...question.variations[name], captures: [] }]);
}
