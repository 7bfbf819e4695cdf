import type { Edit } from '#engine/edits.ts';
import type { BackendName, Sampling } from '#engine/protocol.ts';
import type { Schema } from '#params/param.ts';
import type { AnyPoint, Focus, Language, Try } from '#points/define.ts';
import * as choices from './choices.ts';
import type { ChoosingOptions, How, ModelChoice } from './choosing-options.ts';
import type { Wish } from './focus.ts';
import {
	fullParams,
	REGIONS,
	startOf,
	type Look,
	type LookName,
	type PointParams,
	type ReaderState,
	type Region
} from './reader.ts';
import { Looks } from './looks.svelte.ts';
import { Slices } from './slices.svelte.ts';
import { keepSetting, readSettings, type Settings, type Storing } from './settings.ts';

const OPENING = ['open', 'reading', 'max'] as const;
const SAMPLING = ['temperature', 'topK', 'topP', 'seed'] as const;
const WISH = ['layer', 'head', 'query', 'key'] as const;

export type { ChoosingOptions, How, ModelChoice } from './choosing-options.ts';

/** What the reader has chosen, and how each choice is made; every change goes through one door. */
export abstract class Choosing {
	readonly language: Language;
	readonly models: readonly ModelChoice[];
	/** What a link without any field means. */
	protected readonly beginning: ReaderState;
	readonly #storing: Storing | undefined;
	readonly #only: readonly string[] | undefined;
	#points: readonly AnyPoint[] = $state.raw([]);
	/** True where one panel is shown whatever a link opens. */
	readonly #isOne: boolean;
	#state: ReaderState;
	#settings: Settings = $state.raw({ language: undefined, backend: undefined });
	#predictions: Readonly<Record<string, number>> = $state.raw({});
	/** The state's parts: what depends on the text does not wake when the focus moves. */
	readonly #slices: Slices<ReaderState>;
	#open = $derived.by(() => this.#only ?? choices.openOn(this.#slices.some(OPENING), this.points, this.#isOne));
	readonly #looks = new Looks(
		(name) => this.#slices.of(name),
		(name) => this.#settings[name]
	);

	constructor({ models, points, allPoints, language, start, only, single = false, storing }: ChoosingOptions) {
		this.language = language;
		this.models = models;
		this.#points = points;
		this.beginning = { ...startOf(models, allPoints ? undefined : points), ...start };
		this.#state = $state.raw(this.beginning);
		this.#slices = new Slices(this.beginning);
		this.#storing = storing;
		this.#only = only === undefined ? undefined : [only];
		this.#isOne = single || only !== undefined;
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
		return this.#slices.of('text');
	}
	get model(): string {
		return this.#slices.of('model');
	}
	/** How many tokens are generated after the text. */
	get count(): number {
		return this.#slices.of('count');
	}
	/** Points whose panels are open. */
	get open(): readonly string[] {
		return this.#open;
	}
	/** The point whose text is read: the reader's choice, else the first that is open. */
	get reading(): AnyPoint | undefined {
		const first = this.points.find(({ id }) => this.#open.includes(id));
		return this.pointOf(this.#only?.[0] ?? this.#slices.of('reading') ?? '') ?? first ?? this.points[0];
	}
	get edits(): readonly Edit[] {
		return this.#slices.of('edits');
	}
	get sampling(): Sampling {
		return this.#slices.some(SAMPLING);
	}
	/** The focus as the reader wishes it. */
	protected get wish(): Wish {
		return this.#slices.some(WISH);
	}
	/** What differs from each point's start, by the point's id. */
	protected get params(): ReaderState['params'] {
		return this.#slices.of('params');
	}
	/** One setting of the look: the link's, else the reader's, else the usual one. */
	look<Name extends LookName>(name: Name): Look[Name] {
		return this.#looks.of(name);
	}
	get theme(): Look['theme'] {
		return this.look('theme');
	}
	/** The parts of the page that are not shown. */
	get hidden(): readonly Region[] {
		return this.#slices.of('hide');
	}
	/** The point whose panel alone is shown, by id. */
	get maximized(): string | undefined {
		return this.#isOne ? undefined : this.#slices.of('max');
	}
	/** The forced backend; undefined for the best. */
	get backend(): BackendName | undefined {
		return this.#slices.of('backend') ?? this.#settings.backend;
	}

	/** A point's parameters, all of them. */
	paramsOf(id: string): PointParams {
		const point = this.pointOf(id);
		return point ? fullParams(point, this.params[id]) : {};
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
	setLook<Name extends LookName>(name: Name, word: Look[Name]): void {
		keepSetting<LookName>(name, word, this.#storing);
		this.#settings = { ...this.#settings, [name]: word };
		this.become({ ...this.#state, [name]: word });
	}
	/** Leaves parts of the page out, and shows all others. */
	hide(regions: readonly Region[]): void {
		this.become({ ...this.#state, hide: REGIONS.filter((region) => regions.includes(region)) });
	}
	/** Shows one panel alone, or all for undefined. */
	maximize(id: string | undefined): void {
		if (id !== this.maximized) this.become({ ...this.#state, max: id }, 'push');
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
	protected after(suggestion: Try<Schema>, id: string, from = this.#state): ReaderState {
		return choices.withTry(from, this.pointOf(id), suggestion, this.models);
	}

	/** The one door of every change. */
	protected become(state: ReaderState, how: How = 'replace'): void {
		this.#state = state;
		this.#slices.set(state);
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
		return this.params[id];
	}

	/** A point by its id. */
	protected pointOf(id: string): AnyPoint | undefined {
		return this.points.find((point) => point.id === id);
	}
}
