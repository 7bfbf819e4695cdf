/**
 * The playground: what the reader has chosen, and what the model answers.
 *
 * Every change goes through one door, which asks the engine what has become unknown and keeps the address in step.
 */
import type { Unpacked } from '#engine/answers.ts';
import type { Edit } from '#engine/edits.ts';
import type { BackendName, BackendReport, Failure, ModelFacts, Progress, Sampling } from '#engine/protocol.ts';
import { answerTo } from '#engine/answers.ts';
import type { Named } from '#num/named.ts';
import type { Schema } from '#params/param.ts';
import type { AnyPoint, Both, Focus, Language, RunFacts, Try } from '#points/define.ts';
import type { Address } from './address.ts';
import { AddressWriter } from './address-writer.ts';
import * as choices from './choices.ts';
import { Conversation, type Connect } from './conversation.svelte.ts';
import { resolveFocus, unfulfilled } from './focus.ts';
import { LinkCodec, type Link } from './link.ts';
import { sayNotice, type Notice } from './notices.ts';
import { fullParams, MOST_GENERATED, startOf, type PointParams, type ReaderState, type Theme } from './reader.ts';
import { Results, type Result } from './results.ts';
import { keepSetting, readSettings, type Settings, type Storing } from './settings.ts';

/** A model to choose from. */
export interface ModelChoice {
	readonly id: string;
	readonly title: Both;
	readonly summary: Both;
}

/** What a playground is made of. */
export interface PlaygroundOptions {
	/** Connects the engine, which tells what it does through what it is given. */
	readonly client: Connect;
	readonly models: readonly ModelChoice[];
	readonly points: readonly AnyPoint[];
	readonly language: Language;
	/** What differs at the start of this page; its links leave it out. */
	readonly start?: Partial<ReaderState>;
	/** Replaced in tests. */
	readonly storing?: Storing;
}

type How = 'replace' | 'push' | 'silent';

/** One reader's run and everything around it. */
export class Playground {
	readonly language: Language;
	readonly models: readonly ModelChoice[];
	readonly points: readonly AnyPoint[];
	readonly #start: ReaderState;
	readonly #codec: LinkCodec;
	readonly #storing: Storing | undefined;
	readonly #conversation: Conversation;
	readonly #results = new Results();
	#writer: AddressWriter | undefined;
	#isAsking = false;
	/** The state as a link left it, until its first answer shows whether it can be had. */
	#arrived: ReaderState | undefined;
	#lastFocus: Focus = { layer: 0, head: 0, query: 0, key: 0 };
	#state: ReaderState;
	#settings: Settings = $state.raw({ theme: undefined, language: undefined, backend: undefined });
	#notices: readonly Notice[] = $state.raw([]);
	/** The text whose own notices the reader has waved away. */
	#hushed: string | undefined = $state.raw();
	#isGenerating = $state(false);
	#predictions: Readonly<Record<string, number>> = $state.raw({});
	#packed: Link = $state.raw({ search: '', hash: '' });
	// Slices: what depends on the text does not wake when the focus moves.
	#text = $derived.by(() => this.#state.text);
	#model = $derived.by(() => this.#state.model);
	#count = $derived.by(() => this.#state.count);
	#open = $derived.by(() => this.#state.open);
	#params = $derived.by(() => this.#state.params);
	#edits = $derived.by(() => this.#state.edits);
	#readable = $derived.by(() => this.#codec.readable(this.#state));
	#patterns = $derived.by(() => this.#captured('blocks.*.attn.pattern'));
	#focus = $derived.by(() => this.#focusNow());

	constructor({ client, models, points, language, start, storing }: PlaygroundOptions) {
		this.language = language;
		this.models = models;
		this.points = points;
		this.#start = { ...startOf(models, points), ...start };
		this.#state = $state.raw(this.#start);
		this.#codec = new LinkCodec(this.#start, models, points);
		this.#storing = storing;
		this.#conversation = new Conversation(client, {
			onShown: () => this.#onShown(),
			onFailure: (failure) => this.#onFailure(failure)
		});
	}

	// What the reader has chosen.

	get text(): string {
		return this.#text;
	}
	get model(): string {
		return this.#model;
	}
	get count(): number {
		return this.#count;
	}
	get open(): readonly string[] {
		return this.#open;
	}
	get edits(): readonly Edit[] {
		return this.#edits;
	}
	get sampling(): Sampling {
		const { temperature, topK, topP, seed } = this.#state;
		return { temperature, topK, topP, seed };
	}
	get theme(): Theme {
		return this.#state.theme ?? this.#settings.theme ?? 'system';
	}
	/** The forced backend; undefined for the best. */
	get backend(): BackendName | undefined {
		return this.#state.backend ?? this.#settings.backend;
	}
	/** What all panels look at; every index exists in the run on show. */
	get focus(): Focus {
		return this.#focus;
	}
	get isGenerating(): boolean {
		return this.#isGenerating;
	}
	/** A point's parameters, all of them. */
	paramsOf(id: string): PointParams {
		const point = this.#pointOf(id);
		return point ? fullParams(point, this.#params[id]) : {};
	}

	setText(text: string): void {
		this.stop();
		this.#change(choices.withText(this.#state, text));
	}
	setModel(id: string): void {
		this.stop();
		if (this.models.some((model) => model.id === id)) this.#change({ ...this.#state, model: id }, 'push');
	}
	choose(focus: Partial<Focus>): void {
		this.#change(choices.withFocus(this.#state, focus));
	}
	setSampling(sampling: Partial<Sampling>): void {
		this.#change(choices.withSampling(this.#state, sampling));
	}
	setParams(id: string, params: PointParams): void {
		this.#change(choices.withParams(this.#state, this.#pointOf(id), params));
	}
	setEdits(edits: readonly Edit[]): void {
		this.#change({ ...this.#state, edits });
	}
	/** Opens a point's panel, or folds it. */
	toggle(id: string): void {
		if (this.#pointOf(id)) this.#change(choices.withToggled(this.#state, id), 'push');
	}
	setTheme(theme: Theme): void {
		keepSetting('theme', theme, this.#storing);
		this.#settings = { ...this.#settings, theme };
		this.#change({ ...this.#state, theme });
	}
	/** Forces a backend, or returns to the best for undefined. */
	setBackend(backend: BackendName | undefined): void {
		keepSetting('backend', backend, this.#storing);
		this.#settings = { ...this.#settings, backend };
		this.#change({ ...this.#state, backend });
		this.#conversation.useBackend(backend);
	}
	/** Does what a point suggests, as one step of the history. */
	apply(suggestion: Try<Schema>, id: string): void {
		this.stop();
		this.#change(choices.withTry(this.#state, this.#pointOf(id), suggestion), 'push');
	}

	// Generation.

	/** Generates one token more. */
	step(): void {
		if (this.full || this.count >= MOST_GENERATED) return this.stop();
		this.#change({ ...this.#state, count: this.count + 1 });
	}
	/** Takes the last generated token back. */
	back(): void {
		this.stop();
		const written = this.#isCurrent ? Math.min(this.count, this.answer?.steps.length ?? 0) : this.count;
		this.#change({ ...this.#state, count: Math.max(0, written - 1) });
	}
	/** Generates until told to stop, or there is no more room. */
	start(): void {
		this.#isGenerating = true;
		this.step();
	}
	stop(): void {
		this.#isGenerating = false;
	}

	// What the model answers.

	/** The last good answer; it stays while a newer one is under way. */
	get answer(): Unpacked | undefined {
		return this.#conversation.shown?.answer;
	}
	get run(): RunFacts | undefined {
		return this.#conversation.shown?.run;
	}
	get isWorking(): boolean {
		return this.#conversation.isWorking;
	}
	get failure(): Failure | undefined {
		return this.#conversation.failure;
	}
	get progress(): Progress | undefined {
		return this.#conversation.progress;
	}
	get report(): BackendReport | undefined {
		return this.#conversation.report;
	}
	/** How many answers have been shown. */
	get sequence(): number {
		return this.#conversation.sequence;
	}
	/** Where the text begins that the model did not see; undefined when it saw all. */
	get unseenFrom(): number | undefined {
		const { answer } = this;
		return answer && this.#isCurrent && answer.unseenFrom < this.text.length ? answer.unseenFrom : undefined;
	}
	/** True when the context has no room for another token. */
	get full(): boolean {
		return this.#isCurrent && (this.answer?.full ?? false);
	}
	/** Patterns of all heads; axes: layer, head, query, key. */
	get patterns(): Named | undefined {
		return this.#patterns;
	}
	get logits(): Named | undefined {
		return this.#captured('logits');
	}
	/** What a point computes from the answer; undefined until the answer holds what it needs. */
	resultOf(point: AnyPoint): unknown {
		return this.#resultOf(point)?.value;
	}
	/** Why a point has no result, when the fault is its own. */
	pointFailure(id: string): Failure | undefined {
		const point = this.#pointOf(id);
		return point && (this.#conversation.failureOf(point) ?? this.#resultOf(point)?.failure);
	}
	/** Asks again after a failure. */
	retry(): void {
		this.#conversation.again();
	}
	/** Loses the device on purpose: for tests of recovery. */
	async loseDevice(what?: 'device' | 'worker'): Promise<void> {
		await this.#conversation.loseDevice(what);
	}

	// What is said quietly.

	/** Quiet remarks: on the link that was opened, and on the text. */
	get notices(): readonly Both[] {
		const own = this.#hushed === this.text ? [] : this.#ownNotices();
		return [...this.#notices, ...own].map(sayNotice);
	}
	/** Waves the remarks away; those on the text return when it changes. */
	dismiss(): void {
		this.#notices = [];
		this.#hushed = this.text;
	}
	/** The reader's prediction for a point, in this session. */
	predicted(id: string): number | undefined {
		return this.#predictions[id];
	}
	predict(id: string, option: number): void {
		this.#predictions = { ...this.#predictions, [id]: option };
	}

	// The link.

	/** The query of the current link. */
	get search(): string {
		return this.#codec.isLong(this.#readable) ? this.#packed.search : this.#readable;
	}
	/** The fragment of the current link; empty unless the state is long. */
	get hash(): string {
		return this.#codec.isLong(this.#readable) ? this.#packed.hash : '';
	}
	/** Opens the address's link and follows it from now on; returns how to stop, which also ends the engine. */
	listen(address: Address): () => void {
		this.#settings = readSettings(this.#storing);
		this.#writer = new AddressWriter(address, this.#codec, (left) => this.#onLeft(left));
		const stop = address.onreturn(() => void this.#arrive(address));
		void this.#arrive(address);
		return () => {
			stop();
			this.stop();
			this.#writer?.flush();
			this.#writer = undefined;
			this.#conversation.close();
		};
	}
	/** Settles when the address says what the state is. */
	async settled(): Promise<void> {
		this.#writer?.flush();
		await this.#writer?.settled();
	}

	async #arrive(address: Address): Promise<void> {
		this.stop();
		this.#writer?.cancel();
		const url = address.read();
		const { state, notices } = await this.#codec.read(url);
		// Gone elsewhere while this was unpacked.
		if (url.href !== address.read().href) return;
		this.#arrived = state;
		this.#notices = notices.slice(0, MOST_NOTICES);
		this.#change(state, 'silent');
		this.#conversation.useBackend(this.backend);
	}

	/** The one door of every change. */
	#change(state: ReaderState, how: How = 'replace'): void {
		this.#state = state;
		if (how === 'push') this.#writer?.push(state);
		if (how === 'replace') this.#writer?.replaceLater(state);
		if (this.#codec.isLong(this.#codec.readable(state))) void this.#repack(state);
		this.#want();
	}

	async #repack(state: ReaderState): Promise<void> {
		const link = await this.#codec.write(state);
		if (this.#state === state) this.#packed = link;
	}

	/** Asks once for all changes of one moment. */
	#want(): void {
		if (this.#isAsking) return;
		this.#isAsking = true;
		queueMicrotask(() => {
			this.#isAsking = false;
			const points = this.points.filter(({ id }) => this.#state.open.includes(id));
			this.#conversation.want({ state: this.#state, points, focusIn: (model) => this.#focusIn(model) });
		});
	}

	#onShown(): void {
		const arrived = this.#arrived;
		this.#arrived = undefined;
		if (arrived && arrived === this.#state) this.#settle(arrived);
		if (this.#isGenerating) this.step();
		// The focus is known better now, and a variation may depend on it.
		this.#want();
	}

	/** Moves a link's focus to what its run has, and says so. */
	#settle(arrived: ReaderState): void {
		const missed = unfulfilled(arrived, this.focus);
		if (missed.length === 0) return;
		this.#notices = [...this.#notices, { code: 'link-focus', what: missed.join(' ') }];
		this.#change(choices.withinRun(arrived, this.focus));
	}

	#onFailure(failure: Failure): void {
		this.stop();
		if (failure.code !== 'bad-edit' || this.#state !== this.#arrived || this.edits.length === 0) return;
		this.#notices = [...this.#notices, { code: 'link-edits', what: failure.detail }];
		this.#change((this.#arrived = { ...this.#state, edits: [] }));
	}

	#onLeft(left: readonly string[]): void {
		const others = this.#notices.filter(({ code }) => code !== 'link-left');
		const isNew = others.length === this.#notices.length;
		if (left.length > 0 && isNew) this.#notices = [...others, { code: 'link-left', what: left.join(' ') }];
		if (left.length === 0 && !isNew) this.#notices = others;
	}

	#ownNotices(): readonly Notice[] {
		if (this.text === '') return [{ code: 'text-empty', what: '' }];
		if (this.unseenFrom === undefined) return [];
		return [{ code: 'text-unseen', what: String(this.run?.model.context) }];
	}

	/** True when the answer on show is one to the text, the model and the count as they are. */
	get #isCurrent(): boolean {
		const question = this.#conversation.shown?.question;
		const { text, model, count } = this.#state;
		return question?.text === text && question.model === model && question.generate.count === count;
	}

	#resultOf(point: AnyPoint): Result | undefined {
		const { shown } = this.#conversation;
		return shown && this.#results.of(point, shown, this.focus, this.#params[point.id]);
	}

	#captured(request: 'blocks.*.attn.pattern' | 'logits'): Named | undefined {
		const captures = this.answer?.captures['model'];
		return captures && answerTo(captures, request, 0);
	}

	#focusNow(): Focus {
		const { run } = this;
		if (!run) return { layer: this.#state.layer, head: this.#state.head, query: 0, key: 0 };
		const focus = resolveFocus(this.#state, { model: run.model, length: run.tokens.length, patterns: this.#patterns });
		const { layer, head, query, key } = this.#lastFocus;
		const isSame = focus.layer === layer && focus.head === head && focus.query === query && focus.key === key;
		// The same object for the same places: whoever compares by identity is not woken.
		return isSame ? this.#lastFocus : (this.#lastFocus = focus);
	}

	/** The focus in a model that may not have run yet: places that every run has. */
	#focusIn(model: ModelFacts): Focus {
		if (this.run?.model.id === model.id) return this.focus;
		return resolveFocus(this.#state, { model, length: 1, patterns: undefined });
	}

	#pointOf(id: string): AnyPoint | undefined {
		return this.points.find((point) => point.id === id);
	}
}

/** More remarks than this on one link would be noise. */
const MOST_NOTICES = 4;
