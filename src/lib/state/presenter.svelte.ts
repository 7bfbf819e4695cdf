import type { AnyPoint } from '#points/define.ts';
import type { DeckAddress, Place } from './deck-address.ts';
import { onDevice, unpackLesson, type Lesson, type LessonStep, type Refusal } from './lesson.ts';
import { fieldsOf, linkOf } from './link.ts';
import type { Playground } from './playground.svelte.ts';

/** What a presenter steps through, and how. */
export interface PresenterOptions {
	readonly playground: Playground;
	readonly address: DeckAddress;
	/** The order in which panels are stepped through. */
	readonly inOrder: (points: readonly AnyPoint[]) => readonly AnyPoint[];
	/** A lesson by its name in the address; undefined where there is none of that name. */
	readonly named: (name: string) => Promise<Lesson | Refusal | undefined>;
}

/** Steps through the open panels of a state, or through a lesson; each step is an address, so that going back really does. */
export class Presenter {
	readonly #options: PresenterOptions;
	#opened: Pick<Place, 'lesson' | 'packed'> = { lesson: undefined, packed: undefined };
	/** Moves wait for each other: a clicker is faster than a state is unpacked. */
	#line: Promise<void> = Promise.resolve();
	#lesson: Lesson | undefined = $state.raw();
	#refusal: Refusal | 'missing' | undefined = $state();
	#step = $state(0);
	/** Where one came from, to the letter. */
	#trail: readonly string[] = $state.raw([]);
	/** The link of the step as it was recorded; absent until that has been on show. */
	#recorded: string | undefined = $state();
	#isAnswered = $state(false);
	#isBlank = $state(false);
	#panels = $derived.by(() => this.#inOrder());

	constructor(options: PresenterOptions) {
		this.#options = options;
	}

	/** The lesson that is stepped through; undefined where the panels are. */
	get lesson(): Lesson | undefined {
		return this.#lesson;
	}
	/** The step of the lesson that is on show. */
	get step(): LessonStep | undefined {
		return this.#lesson?.steps[this.#step];
	}
	/** The step after it. */
	get nextStep(): LessonStep | undefined {
		return this.#lesson?.steps[this.#step + 1];
	}
	/** Why the lesson of the address is not the one on show. */
	get refusal(): Refusal | 'missing' | undefined {
		return this.#refusal;
	}
	/** The open panels, in their order. */
	get panels(): readonly AnyPoint[] {
		return this.#panels;
	}
	/** The one panel on show: the one that is read, where it is open. */
	get panel(): AnyPoint | undefined {
		const { reading } = this.#options.playground;
		return this.#panels.find((point) => point === reading) ?? this.#panels[0];
	}
	/** The panel after it, where panels are stepped through. */
	get nextPanel(): AnyPoint | undefined {
		return this.#lesson ? undefined : this.#panels[this.at + 1];
	}
	/** Where one stands, from 0. */
	get at(): number {
		return this.#lesson
			? this.#step
			: Math.max(
					0,
					this.#panels.findIndex((point) => point === this.panel)
				);
	}
	/** How many steps there are. */
	get of(): number {
		return this.#lesson?.steps.length ?? this.#panels.length;
	}
	get canForward(): boolean {
		return this.at + 1 < this.of;
	}
	get canBack(): boolean {
		return this.#trail.length > 0 || this.at > 0;
	}
	/** True when what is shown is not the step as it was recorded. */
	get isChanged(): boolean {
		const { search, hash } = this.#options.playground;
		return this.#lesson !== undefined && this.#recorded !== withoutDevice(search) + hash;
	}
	/** True once the answer to the step's question may be seen. */
	get isAnswered(): boolean {
		return this.#isAnswered;
	}
	/** True while the class sees nothing. */
	get isBlank(): boolean {
		return this.#isBlank;
	}

	/** Shows the answer to the step's question, or hides it again. */
	answer(): void {
		if (this.step?.question) this.#isAnswered = !this.#isAnswered;
	}
	/** Blanks the screen, or returns. */
	blank(isBlank = !this.#isBlank): void {
		this.#isBlank = isBlank;
	}
	/** Waves a refusal away. */
	dismiss(): void {
		this.#refusal = undefined;
	}
	/** Goes a step on. */
	async forward(): Promise<void> {
		await this.#next(() => (this.canForward ? this.#to(this.at + 1) : undefined));
	}
	/** Goes back to what was before, letter by letter; a step back where nothing was. */
	async back(): Promise<void> {
		await this.#next(() => {
			const { address } = this.#options;
			const trail = this.#trail.slice(0, this.#trail.findLastIndex((href) => href !== address.href) + 1);
			const before = trail.at(-1);
			this.#trail = trail.slice(0, -1);
			if (before !== undefined) return this.#go(before);
			return this.at > 0 ? this.#to(this.at - 1, false) : undefined;
		});
	}
	/** Shows another of the open panels, from 0. */
	async show(index: number): Promise<void> {
		await this.#next(() => {
			const panel = this.#panels[index];
			return panel && panel !== this.panel ? this.#leave(panel) : undefined;
		});
	}
	/** Returns to the step as it was recorded. */
	async restore(): Promise<void> {
		await this.#next(() => (this.isChanged ? this.#to(this.#step) : undefined));
	}

	/** Opens the address and follows it; returns how to stop. */
	listen(): () => void {
		const { address, playground } = this.#options;
		let stop: (() => void) | undefined;
		let isOver = false;
		void this.#open().then((isRecorded) => {
			if (isOver) return;
			const stopHearing = address.onreturn(() => void this.#returned());
			const stopListening = playground.listen(address);
			if (isRecorded) void this.#noteRecorded();
			stop = () => {
				stopHearing();
				stopListening();
			};
		});
		return () => {
			isOver = true;
			stop?.();
		};
	}

	/** Finds the lesson that the address means, and says whether a step of it opens as it was recorded; what is no lesson changes nothing. */
	async #open(): Promise<boolean> {
		const { address, named } = this.#options;
		const { lesson: name, packed, step, hasState } = address.place;
		const found = packed !== undefined ? await unpackLesson(packed) : name !== undefined && (await named(name));
		if (found === false) this.#lesson = undefined;
		else if (typeof found !== 'object' || found.steps.length === 0) {
			this.#refusal = typeof found === 'string' ? found : 'missing';
			address.hold({ ...this.#opened, step: this.#step });
			return false;
		} else this.#lesson = found;
		this.#opened = { lesson: name, packed };
		this.#step = Math.min(step, Math.max(0, (this.#lesson?.steps.length ?? 1) - 1));
		if (!this.#lesson || hasState) return false;
		address.go(await this.#hrefOf(this.#step), 'replace');
		return true;
	}

	/** Takes what is on show for the step as it was recorded. */
	async #noteRecorded(): Promise<void> {
		const { playground } = this.#options;
		await playground.settled();
		this.#recorded = withoutDevice(playground.search) + playground.hash;
	}

	/** The reader, or this presenter, has gone elsewhere. */
	async #returned(): Promise<void> {
		const { lesson, packed, step } = this.#options.address.place;
		this.#isAnswered = false;
		if (lesson !== this.#opened.lesson || packed !== this.#opened.packed) await this.#open();
		else this.#step = Math.min(step, Math.max(0, (this.#lesson?.steps.length ?? 1) - 1));
	}

	async #next(move: () => Promise<void> | undefined): Promise<void> {
		this.#line = this.#line.then(async () => {
			// What was changed a moment ago belongs to the step that is left.
			await this.#options.playground.settled();
			await move();
		});
		return this.#line;
	}

	/** Goes to a step as it was recorded, or to a panel; what is left can be gone back to. */
	async #to(at: number, isLeaving = true): Promise<void> {
		const panel = this.#panels[at];
		if (!this.#lesson) return panel && this.#leave(panel, isLeaving);
		const href = await this.#hrefOf(at);
		if (isLeaving) this.#remember();
		await this.#go(href);
		await this.#noteRecorded();
	}

	async #leave(panel: AnyPoint, isLeaving = true): Promise<void> {
		const { address } = this.#options;
		const link = await linkOf({ ...(await fieldsOf(address.read())), p: panel.id });
		if (isLeaving) this.#remember();
		await this.#go(address.hrefOf(link, this.#step));
	}

	#remember(): void {
		this.#trail = [...this.#trail, this.#options.address.href];
	}

	async #go(href: string): Promise<void> {
		this.#options.address.go(href);
		await this.#options.playground.settled();
	}

	/** The address of a step as it was recorded, on this reader's device. */
	async #hrefOf(at: number): Promise<string> {
		const { address } = this.#options;
		const here = (await fieldsOf(address.read())) ?? {};
		return address.hrefOf(await linkOf(onDevice(this.#lesson?.steps[at]?.link ?? {}, here)), at);
	}

	#inOrder(): readonly AnyPoint[] {
		const { playground, inOrder } = this.#options;
		return inOrder(playground.points.filter(({ id }) => playground.open.includes(id)));
	}
}

/** A link's query without what belongs to the reader's device. */
function withoutDevice(search: string): string {
	return search.replaceAll(/&(theme|backend)=[^&]*/g, '');
}
