import { answerTo, type Unpacked } from '#engine/answers.ts';
import type { BackendReport, Failure, ModelFacts, Progress } from '#engine/protocol.ts';
import type { Named } from '#num/named.ts';
import type { Schema } from '#params/param.ts';
import type { AnyPoint, Both, Focus, RunFacts, Try } from '#points/define.ts';
import type { Address } from './address.ts';
import { Arrival, type Correction } from './arrival.ts';
import type { ChoosingOptions, How } from './choosing.svelte.ts';
import { Conversation, type Connect } from './conversation.svelte.ts';
import { focusOn, resolveFocus, steady } from './focus.ts';
import { Generating } from './generating.svelte.ts';
import { HeadStudy } from './head-study.svelte.ts';
import { LinkCodec, namesNoPoint, type Link, type ReadLink } from './link.ts';
import { onceOnly } from './once-only.ts';
import { LinkKeeper } from './link-keeper.svelte.ts';
import { remarksOn, remarksOnReading, sayNotice } from './notices.ts';
import { Remarks } from './remarks.svelte.ts';
import { Scenes, type Moment } from './scenes.svelte.ts';
import { Trial } from './trial.ts';

/** What a playground is made of. */
export interface PlaygroundOptions extends ChoosingOptions {
	/** Connects the engine, which tells what it does through what it is given. */
	readonly client: Connect;
}

/** Long enough for an answer to be painted. */
const PAINTED = 100;

/** One reader's run: what was chosen, what the model answers. Every change asks what has become unknown; the address follows. */
export class Playground extends Generating {
	readonly #links: LinkKeeper;
	readonly #complete: () => Promise<void>;
	readonly #conversation: Conversation;
	/** Tries models that are not on show. */
	readonly trial: Trial;
	/** What each panel draws. */
	readonly scenes = new Scenes(this, () => this.#want());
	/** What every head does on this run. */
	readonly heads: HeadStudy;
	readonly #remarks = new Remarks();
	#isAsking = false;
	readonly #arrival = new Arrival();
	readonly #steadyFocus = steady();
	#link: Link = $derived.by(() => this.#links.link);
	#patterns = $derived.by(() => this.#captured('blocks.*.attn.pattern'));
	#focus = $derived.by(() => this.#steadyFocus(focusOn(this.wish, this.run, this.#patterns)));

	constructor(options: PlaygroundOptions) {
		super(options);
		const codec = new LinkCodec(this.beginning, options.models, options.points);
		this.#complete = onceOnly(async () => {
			const points = await options.allPoints?.();
			if (points) codec.know(points);
			if (points) this.know(points);
		});
		this.#links = new LinkKeeper(codec, this.beginning, {
			onArrive: (link) => this.#onArrive(link),
			// What a link says of points can only be read with them at hand; the first picture need not wait for them.
			onComing: async (link) => (namesNoPoint(link) ? undefined : this.#complete()),
			onLeft: (fields) => this.#remarks.left(fields)
		});
		this.trial = new Trial(options.client);
		this.#conversation = new Conversation(this.trial.connect, {
			onShown: () => this.#onShown(),
			onFailure: (failure) => this.#onFailure(failure)
		});
		this.heads = new HeadStudy(this.#conversation, this);
	}

	/** What all panels look at; every index exists in the run on show. */
	get focus(): Focus {
		return this.#focus;
	}
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
		return this.scenes.of(point).value;
	}
	/** Why a point has no result, when the fault is its own. */
	pointFailure(id: string): Failure | undefined {
		const point = this.pointOf(id);
		return point && (this.#conversation.failureOf(point) ?? this.scenes.of(point).failure);
	}
	/** All that panels depend on, now. */
	get moment(): Moment {
		return { shown: this.#conversation.shown, focus: this.focus, params: this.params };
	}
	/** Asks again after a failure. */
	retry(): void {
		this.#conversation.again();
	}
	/** Loses the device on purpose: for tests of recovery. */
	async loseDevice(what?: 'device' | 'worker'): Promise<void> {
		await this.#conversation.loseDevice(what);
	}
	/** Quiet remarks: on the link that was opened, and on the text. */
	get notices(): readonly Both[] {
		const seen = this.unseenFrom === undefined ? undefined : this.run?.model.context;
		const onText = [...remarksOn(this.text, seen), ...remarksOnReading(this.#isCurrent ? this.run : undefined)];
		return this.#remarks.all(this.text, onText).map(sayNotice);
	}
	/** Waves the remarks away. */
	dismiss(): void {
		this.#remarks.dismiss(this.text);
	}
	/** The query of the current link. */
	get search(): string {
		return this.#link.search;
	}
	/** The fragment of the current link; empty unless the state is long. */
	get hash(): string {
		return this.#link.hash;
	}
	/** The query of the link to what a point's suggestion leads to. */
	linkOf(suggestion: Try<Schema>, id: string): string {
		return this.#links.readable(this.after(suggestion, id, this.#links.written));
	}
	/** Opens the address's link and follows it from now on; returns how to stop, which also ends the engine. */
	listen(address: Address): () => void {
		this.recall();
		const stop = this.#links.follow(address);
		return () => {
			this.stop();
			stop();
			this.#conversation.close();
		};
	}
	/** Settles when the address says what the state is. */
	async settled(): Promise<void> {
		await this.#links.settled();
	}

	protected override get written(): number | undefined {
		return this.#isCurrent ? this.answer?.steps.length : undefined;
	}
	protected override changed(how: How): void {
		this.#links.changed(this.state, how);
		this.#want();
	}
	protected override backendChanged(): void {
		this.#conversation.useBackend(this.backend);
	}

	#onArrive({ state, notices }: ReadLink): void {
		this.stop();
		this.#arrival.begin(state);
		this.#remarks.arrive(notices);
		this.become(state, 'silent');
		this.backendChanged();
	}

	/** Asks once for all changes of one moment. */
	#want(): void {
		if (this.#isAsking) return;
		this.#isAsking = true;
		queueMicrotask(() => {
			this.#isAsking = false;
			this.#ask((id) => this.scenes.isSeen(id));
			// A question that overtook the one under way would have the panels in view wait for all others.
			this.scenes.later(() => !this.isWorking && this.#ask(() => true));
			this.heads.changed();
		});
	}

	/** Asks for the open panels that are chosen; true when the answer on show holds all that they need. */
	#ask(chosen: (id: string) => boolean): boolean {
		const points = this.points.filter(({ id }) => this.open.includes(id) && chosen(id));
		const { state, also } = this;
		this.#conversation.want({ state, points, also, focusIn: (model) => this.#focusIn(model) });
		return !this.isWorking;
	}

	#onShown(): void {
		this.heads.answered();
		this.#correct(this.#arrival.shown(this.state, this.focus));
		if (this.isGenerating) this.step();
		// Once this has been painted; what could not be fetched is tried again with the next answer.
		setTimeout(() => void this.#complete().catch(() => undefined), PAINTED);
		// The focus is known better now, and a variation may depend on it.
		this.#want();
	}

	#onFailure(failure: Failure): void {
		this.stop();
		this.#correct(this.#arrival.failed(this.state, failure));
	}

	/** Changes what a link named and cannot be had, and says so. */
	#correct(correction: Correction | undefined): void {
		if (!correction) return;
		this.#remarks.add(correction.notice);
		this.become(correction.state);
	}

	/** True when the answer on show is one to the text, the model and the count as they are. */
	get #isCurrent(): boolean {
		const question = this.#conversation.shown?.question;
		return question?.text === this.text && question.model === this.model && question.generate.count === this.count;
	}

	#captured(request: 'blocks.*.attn.pattern' | 'logits'): Named | undefined {
		const captures = this.answer?.captures['model'];
		return captures && answerTo(captures, request, 0);
	}

	/** The focus in a model that may not have run yet: places that every run has. */
	#focusIn(model: ModelFacts): Focus {
		if (this.run?.model.id === model.id) return this.focus;
		return resolveFocus(this.state, { model, length: 1, patterns: undefined });
	}
}
