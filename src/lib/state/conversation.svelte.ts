import type { Unpacked } from '#engine/answers.ts';
import type { EngineClient } from '#engine/client.ts';
import { toFailure } from '#engine/failures.ts';
import type { BackendName, BackendReport, Failure, ModelFacts, Outcome, Progress, Question } from '#engine/protocol.ts';
import { isVariation, type AnyPoint, type Focus } from '#points/define.ts';
import { ALWAYS, buildQuestion, type Asked } from './question.ts';
import type { ReaderState } from './reader.ts';
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
export interface Wanted {
	readonly state: ReaderState;
	readonly points: readonly AnyPoint[];
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
	/** A question that failed for something in its variations: it is asked without them. */
	#refused: { readonly json: string; readonly failure: Failure } | undefined = $state.raw();
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
		const own = this.#asking?.failures.get(point.id);
		const isVaried = Object.keys(point.needs).some(isVariation);
		return own ?? (isVaried ? this.#refused?.failure : undefined);
	}

	/** Asks what is wanted, unless that was asked last. */
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

	/** Asks again what was asked last. */
	again(): void {
		this.#asked = undefined;
		this.#refused = undefined;
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
		const { state, points, focusIn } = wanted;
		const shown = this.#shown?.question.model === state.model ? this.#shown : undefined;
		const promptLength = shown?.answer.promptLength ?? 0;
		const asking = buildQuestion({ state, points, model: model.facts, focus: focusIn(model.facts), promptLength });
		this.#asking = asking;
		const json = JSON.stringify(asking.question);
		if (this.#refused && this.#refused.json !== json) this.#refused = undefined;
		if (json === this.#asked) return;
		this.#asked = json;
		void this.#askFor(asking.question, json, model);
	}

	async #askFor(whole: Question, json: string, model: Model): Promise<void> {
		const question = this.#refused?.json === json ? plain(whole) : whole;
		const outcome = await this.#begin(() => this.#engine.ask(question));
		if (!outcome.isLatest || !outcome.value) return;
		if (outcome.value.ok) return this.#show(question, outcome.value.value, model);
		const { failure } = outcome.value;
		const isTheirs = failure.code === 'bad-edit' || failure.code === 'not-finite';
		if (!isTheirs || this.#refused || Object.keys(question.variations).length === 1) return this.#fail(failure);
		// One panel's experiment went wrong: the others need not suffer for it.
		this.#refused = { json, failure };
		await this.#askFor(whole, json, model);
	}

	#show(question: Question, answer: Unpacked, model: Model): void {
		this.#rest();
		this.#failure = undefined;
		if (answer.tokens.length === 0) return;
		this.#shown = { question, answer, run: runOf(question, answer, model) };
		this.#sequence++;
		this.#told.onShown();
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

/** A question that only asks what the shared run can answer. */
function plain(question: Question): Question {
	const { model = { captures: ALWAYS } } = question.variations;
	return { ...question, variations: { model } };
}
