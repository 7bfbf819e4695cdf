import type { Edit } from '#engine/edits.ts';
import type { BackendName, Sampling } from '#engine/protocol.ts';
import type { Schema } from '#params/param.ts';
import type { AnyPoint, Both, Focus, Language, Try } from '#points/define.ts';
import * as choices from './choices.ts';
import { fullParams, startOf, type PointParams, type ReaderState, type Theme } from './reader.ts';
import { keepSetting, readSettings, type Settings, type Storing } from './settings.ts';

/** A model to choose from. */
export interface ModelChoice {
	readonly id: string;
	readonly title: Both;
	readonly summary: Both;
	/** The head that a first visit looks at, one worth seeing. */
	readonly start?: { readonly layer: number; readonly head: number };
}

/** What there is to choose from, and where choosing starts. */
export interface ChoosingOptions {
	readonly models: readonly ModelChoice[];
	/** The points, or those at hand when the page opens. */
	readonly points: readonly AnyPoint[];
	/** Fetches all points; absent where `points` are all. */
	readonly allPoints?: () => Promise<readonly AnyPoint[]>;
	readonly language: Language;
	/** What differs at the start of this page; its links leave it out. */
	readonly start?: Partial<ReaderState>;
	/** The one point that this page is about, by id: its panel is open and its text read, whatever a link says of others. */
	readonly only?: string;
	/** Shows the panel of one point at a time, the one that is read: nothing else is computed. */
	readonly single?: boolean;
	/** Replaced in tests. */
	readonly storing?: Storing;
}

/** How the address follows a change: late and in place, as a step of the history, or not at all. */
export type How = 'replace' | 'push' | 'silent';

/** What the reader has chosen, and how each choice is made; every change goes through one door. */
export abstract class Choosing {
	readonly language: Language;
	readonly models: readonly ModelChoice[];
	/** What a link without any field means. */
	protected readonly beginning: ReaderState;
	readonly #storing: Storing | undefined;
	readonly #only: readonly string[] | undefined;
	readonly #single: boolean;
	#points: readonly AnyPoint[] = $state.raw([]);
	#state: ReaderState;
	#settings: Settings = $state.raw({ theme: undefined, language: undefined, backend: undefined });
	#predictions: Readonly<Record<string, number>> = $state.raw({});
	// Slices: what depends on the text does not wake when the focus moves.
	#text = $derived.by(() => this.#state.text);
	#model = $derived.by(() => this.#state.model);
	#count = $derived.by(() => this.#state.count);
	#open = $derived.by(() => this.#only ?? (this.#single ? this.#read() : this.#state.open));
	// All marks are drawn in the theme: each would be drawn again whenever anything changes.
	#theme = $derived.by(() => this.#state.theme ?? this.#settings.theme ?? 'system');
	#backend = $derived.by(() => this.#state.backend ?? this.#settings.backend);
	#reading = $derived.by(() => this.#only?.[0] ?? this.#state.reading);
	#params = $derived.by(() => this.#state.params);
	#edits = $derived.by(() => this.#state.edits);

	constructor({ models, points, allPoints, language, start, only, single = false, storing }: ChoosingOptions) {
		this.language = language;
		this.models = models;
		this.#points = points;
		this.beginning = { ...startOf(models, allPoints ? undefined : points), ...start };
		this.#state = $state.raw(this.beginning);
		this.#storing = storing;
		this.#only = only === undefined ? undefined : [only];
		this.#single = single;
	}

	/** Called after every change. */
	protected abstract changed(how: How): void;

	/** Moves to another backend. */
	protected abstract backendChanged(): void;

	/** Stops generating. */
	abstract stop(): void;

	/** The points that are at hand, by their number. */
	get points(): readonly AnyPoint[] {
		return this.#points;
	}
	/** All choices at once. */
	protected get state(): ReaderState {
		return this.#state;
	}
	get text(): string {
		return this.#text;
	}
	get model(): string {
		return this.#model;
	}
	/** How many tokens are generated after the text. */
	get count(): number {
		return this.#count;
	}
	/** Points whose panels are open. */
	get open(): readonly string[] {
		return this.#open;
	}
	/** The point whose text is read: the reader's choice, else the first that is open. */
	get reading(): AnyPoint | undefined {
		const first = this.points.find(({ id }) => this.#open.includes(id));
		return this.pointOf(this.#reading ?? '') ?? first ?? this.points[0];
	}
	get edits(): readonly Edit[] {
		return this.#edits;
	}
	get sampling(): Sampling {
		const { temperature, topK, topP, seed } = this.#state;
		return { temperature, topK, topP, seed };
	}
	get theme(): Theme {
		return this.#theme;
	}
	/** The forced backend; undefined for the best. */
	get backend(): BackendName | undefined {
		return this.#backend;
	}

	/** A point's parameters, all of them. */
	paramsOf(id: string): PointParams {
		const point = this.pointOf(id);
		return point ? fullParams(point, this.#params[id]) : {};
	}
	/** The reader's prediction for a point, in this session. */
	predicted(id: string): number | undefined {
		return this.#predictions[id];
	}

	setText(text: string): void {
		this.stop();
		this.become(choices.withText(this.#state, text));
	}
	/** Puts another text in place of this one, as a step of the history. */
	write(text: string): void {
		this.stop();
		this.become(choices.withText(this.#state, text), 'push');
	}
	setModel(id: string): void {
		this.stop();
		const chosen = choices.withModel(this.#state, id, this.models);
		if (chosen !== this.#state) this.become(chosen, 'push');
	}
	/** Looks elsewhere, as far as it is named. */
	choose(focus: Partial<Focus>): void {
		this.become(choices.withFocus(this.#state, focus));
	}
	setSampling(sampling: Partial<Sampling>): void {
		this.become(choices.withSampling(this.#state, sampling));
	}
	setParams(id: string, params: PointParams): void {
		this.become(choices.withParams(this.#state, this.pointOf(id), params));
	}
	setEdits(edits: readonly Edit[]): void {
		this.become({ ...this.#state, edits });
	}
	/** Opens a point's panel, or folds it. */
	toggle(id: string): void {
		if (this.pointOf(id)) this.become(choices.withToggled(this.#state, id), 'push');
	}
	/** Reads the text of another point. */
	read(id: string): void {
		if (this.pointOf(id) && id !== this.reading?.id) this.become({ ...this.#state, reading: id });
	}
	setTheme(theme: Theme): void {
		keepSetting('theme', theme, this.#storing);
		this.#settings = { ...this.#settings, theme };
		this.become({ ...this.#state, theme });
	}
	/** Forces a backend, or returns to the best for undefined. */
	setBackend(backend: BackendName | undefined): void {
		keepSetting('backend', backend, this.#storing);
		this.#settings = { ...this.#settings, backend };
		this.become({ ...this.#state, backend });
		this.backendChanged();
	}
	/** Does what a point suggests, as one step of the history. */
	apply(suggestion: Try<Schema>, id: string): void {
		this.stop();
		this.become(this.after(suggestion, id), 'push');
	}
	/** Notes the reader's prediction; it stays in this session. */
	predict(id: string, option: number): void {
		this.#predictions = { ...this.#predictions, [id]: option };
	}

	/** The state that a point's suggestion leads to. */
	protected after(suggestion: Try<Schema>, id: string): ReaderState {
		return choices.withTry(this.#state, this.pointOf(id), suggestion, this.models);
	}

	/** The one door of every change. */
	protected become(state: ReaderState, how: How = 'replace'): void {
		this.#state = state;
		this.changed(how);
	}

	/** Takes up more points than were at hand. */
	protected know(points: readonly AnyPoint[]): void {
		this.#points = points;
		this.become({ ...this.#state }, 'silent');
	}

	/** Takes up what the browser remembers of this reader. */
	protected recall(): void {
		this.#settings = readSettings(this.#storing);
	}

	/** What the reader has chosen of a point's parameters; undefined for nothing. */
	protected chosenOf(id: string): PointParams | undefined {
		return this.#params[id];
	}

	/** The one point that is read, where one is shown at a time: the link's, else the first of those that it opens. */
	#read(): string[] {
		const { reading, open } = this.#state;
		const read = this.pointOf(reading ?? '') ?? this.points.find(({ id }) => open.includes(id)) ?? this.points[0];
		return read ? [read.id] : [];
	}

	/** A point by its id. */
	protected pointOf(id: string): AnyPoint | undefined {
		return this.points.find((point) => point.id === id);
	}
}
