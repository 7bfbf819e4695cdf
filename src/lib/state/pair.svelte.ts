import type { CaptureRequest } from '#engine/captures.ts';
import type { Edit } from '#engine/edits.ts';
import type { Named } from '#num/named.ts';
import type { Focus } from '#points/define.ts';
import type { Address } from './address.ts';
import type { ChoosingOptions } from './choosing.svelte.ts';
import type { Connect } from './conversation.svelte.ts';
import { fieldsOf, linkOf, type Link } from './link.ts';
import type { LinkFields } from './pack.ts';
import { joinFields, splitFields } from './pair-fields.ts';
import { figureIn, readFigure, requestsFor, type PairFigure } from './pair-figure.ts';
import type { ReaderState } from './reader.ts';
import { Playground, type PlaygroundOptions } from './playground.svelte.ts';
import { panelEdits, withEdit } from './run-edits.ts';
import { shareEngine } from './shared-engine.ts';
import { SideAddress } from './side-address.ts';

/** What a pair starts from. */
export interface PairOptions extends Omit<ChoosingOptions, 'single'> {
	readonly client: Connect;
}

/** One of two runs: what is chosen of its places is told to the other. */
class Side extends Playground {
	readonly #told: (focus: Partial<Focus>) => void;
	#also: readonly CaptureRequest[] = [];

	constructor(options: PlaygroundOptions, told: (focus: Partial<Focus>) => void) {
		super(options);
		this.#told = told;
	}

	/** What its panels' settings change in the model, as edits of the whole run. */
	get panelEdits(): readonly Edit[] {
		const { points, focus, run } = this;
		return run ? panelEdits({ points, chosenOf: (id) => this.chosenOf(id), focus, run }) : [];
	}
	/** A figure of all heads of the looked-at layer; axes: head, query, key. */
	figure(which: PairFigure): Named | undefined {
		return figureIn(this.answer?.captures['model'], which, this.focus.layer);
	}
	/** Asks for what a figure shows. */
	show(which: PairFigure): void {
		this.#also = requestsFor(which);
		// Before the first answer the link has yet to be read: nothing is asked for a state that never was.
		if (this.answer) this.become({ ...this.state }, 'silent');
	}

	protected override get also(): readonly CaptureRequest[] {
		return this.#also;
	}

	override choose(focus: Partial<Focus>): void {
		this.follow(focus);
		this.#told(focus);
	}
	/** Becomes what the other is, but for this, as a step of the history. */
	like(other: Side, but: Partial<ReaderState>): void {
		this.stop();
		this.become({ ...other.state, ...but }, 'push');
	}
	/** Looks where the other looks. */
	follow(focus: Partial<Focus>): void {
		super.choose(focus);
	}
}

/** Two runs side by side: one engine, one link, one place that both look at. */
export class Pair {
	readonly left: Side;
	readonly right: Side;
	#base: Address | undefined;
	#sides: readonly [SideAddress, SideAddress] | undefined;
	#line: Promise<void> = Promise.resolve();
	#figure: PairFigure = $state.raw('weights');
	#link: Link = $state.raw({ search: '?v=1', hash: '' });
	// The same length, or as far as the tokens are the same.
	#shared = $derived.by(() => sharedLength(textsOf(this.left), textsOf(this.right)));

	constructor({ client, ...options }: PairOptions) {
		const connect = shareEngine(client);
		const made = { ...options, client: connect, single: true };
		this.left = new Side(made, (focus) => this.#lead(focus, this.right));
		this.right = new Side(made, (focus) => this.#lead(focus, this.left));
	}

	/** How many tokens of both can be laid side by side. */
	get sharedLength(): number {
		return this.#shared;
	}
	/** What of the looked-at heads is compared. */
	get figure(): PairFigure {
		return this.#figure;
	}
	/** The link of both, as it was last written. */
	get link(): string {
		return this.#link.search + this.#link.hash;
	}

	/** Makes the right one the same as the left one, but for this. */
	differIn(but: Partial<ReaderState>): void {
		this.right.like(this.left, but);
	}

	/** Compares another figure of the looked-at heads. */
	show(figure: PairFigure): void {
		this.#turn(figure);
		this.#write('replace');
	}
	/** Makes the right one the same as the left one, but for one edit more. */
	differBy(edit: Edit): void {
		this.differIn({ edits: withEdit(this.left.edits, edit) });
	}
	/** Looks at a head of the same number on both sides. */
	chooseHead(head: number): void {
		this.left.follow({ head });
		this.right.follow({ head });
	}

	/** Shows another point's panel on both sides. */
	read(id: string): void {
		this.left.read(id);
		this.right.read(id);
	}

	/** Opens the address's link and follows it; returns how to stop, which also ends the engine. */
	listen(base: Address): () => void {
		this.#base = base;
		const write = (how: 'replace' | 'push') => this.#write(how);
		const bare = new URL(base.read());
		bare.search = '';
		bare.hash = '';
		const [left, right] = [new SideAddress(bare, write), new SideAddress(bare, write)];
		this.#sides = [left, right];
		const stops: (() => void)[] = [];
		void this.#arrive().then(() => {
			if (this.#base === base) stops.push(this.left.listen(left), this.right.listen(right));
		});
		const stop = base.onreturn(() => void this.#arrive());
		return () => {
			stop();
			this.#base = undefined;
			stops.forEach((end) => end());
		};
	}

	/** Settles when the address says what both are. */
	async settled(): Promise<void> {
		await Promise.all([this.left.settled(), this.right.settled()]);
		await this.#line;
	}

	async #arrive(): Promise<void> {
		const link = this.#base?.read();
		if (!link) return;
		const isBare = link.search === '' && link.hash === '';
		// Two of the same say nothing: a bare address compares the head with its neighbour.
		const fields = isBare ? { 'b.h': String(neighbour(this.left.focus.head)) } : ((await fieldsOf(link)) ?? {});
		const { show, ...sides } = fields;
		this.#turn(readFigure(show));
		const { left, right } = splitFields(sides);
		const [one, other, both] = await Promise.all([linkOf(left), linkOf(right), linkOf(fields)]);
		this.#link = both;
		this.#sides?.[0].arrive(one);
		this.#sides?.[1].arrive(other);
	}

	#turn(figure: PairFigure): void {
		this.#figure = figure;
		this.left.show(figure);
		this.right.show(figure);
	}

	/** Writes are in turn: packing takes a moment. */
	#write(how: 'replace' | 'push'): void {
		this.#line = this.#line.then(async () => {
			const sides = this.#sides?.map((side) => side.read());
			const [left = {}, right = {}] = await Promise.all(sides?.map(async (url) => fieldsOf(url)) ?? []);
			const shown: LinkFields = this.#figure === 'weights' ? {} : { show: this.#figure };
			const link = await linkOf({ ...joinFields(left, right), ...shown });
			const url = this.#base?.read();
			if (!url) return;
			this.#link = link;
			url.search = link.search;
			url.hash = link.hash;
			if (url.href !== this.#base?.read().href) this.#base?.[how](url);
		});
	}

	/** Takes the other along to a place that it has too. */
	#lead({ query, key }: Partial<Focus>, other: Side): void {
		const within = (place: number | undefined) => (place !== undefined && place < this.#shared ? place : undefined);
		const [followedQuery, followedKey] = [within(query), within(key)];
		if (followedQuery === undefined && followedKey === undefined) return;
		other.follow({
			...(followedQuery === undefined ? {} : { query: followedQuery }),
			...(followedKey === undefined ? {} : { key: followedKey })
		});
	}
}

/** Another head of the same layer; every model has two. */
export function neighbour(head: number): number {
	return head === 0 ? 1 : head - 1;
}

/** How many tokens of two runs stand at the same places: all where there are as many, else those that begin alike. */
export function sharedLength(left: readonly string[], right: readonly string[]): number {
	if (left.length === right.length) return left.length;
	const differs = left.findIndex((text, i) => text !== right[i]);
	return differs < 0 ? left.length : differs;
}

function textsOf({ run }: Playground): readonly string[] {
	return run?.tokens.map(({ text }) => text) ?? [];
}
