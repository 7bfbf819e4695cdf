/**
 * What each panel shows: of those in view, always the present; of the others what they showed before, until the page has
 * time for them. So a keystroke or another head waits for no panel that nobody sees.
 */
import { SvelteSet } from 'svelte/reactivity';
import type { AnyPoint, Focus, RunFacts } from '#points/define.ts';
import { fullParams, type PointParams } from './reader.ts';
import { Results, type Result, type Shown } from './results.ts';

/** All that a panel's drawing depends on, at one time. */
export interface Moment {
	readonly shown: Shown | undefined;
	readonly focus: Focus;
	/** What differs from each point's start, by the point's id. */
	readonly params: Readonly<Record<string, PointParams>>;
}

/** What a panel draws: a result, and what it was computed from. */
export interface Scene extends Result {
	readonly run: RunFacts | undefined;
	readonly focus: Focus;
	readonly params: PointParams;
}

/** Where scenes are: the present, and the point whose text is read, which is always in view. */
export interface Stage {
	readonly moment: Moment;
	readonly reading: AnyPoint | undefined;
}

/** How long nothing may have changed before what is out of view follows. */
const LATER = 120;

/** What one panel out of view shows. */
class Kept {
	moment: Moment;

	constructor(moment: Moment) {
		this.moment = $state.raw(moment);
	}
}

/** The scenes of one page. */
export class Scenes {
	readonly #stage: Stage;
	readonly #onSeen: () => void;
	readonly #results = new Results();
	readonly #unseen = new SvelteSet<string>();
	/** What panels out of view show; each a signal of its own, so that one that follows leaves the others in peace. */
	readonly #kept = new Map<string, Kept>();
	/** All parameters of each point: the same object while the reader's are. */
	readonly #params = new Map<string, { readonly chosen: PointParams | undefined; readonly all: PointParams }>();
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** `onSeen` is told when a panel has come into view or left it. */
	constructor(stage: Stage, onSeen: () => void) {
		this.#stage = stage;
		this.#onSeen = onSeen;
	}

	/** False for a panel that is out of view. */
	isSeen(id: string): boolean {
		return !this.#unseen.has(id) || this.#stage.reading?.id === id;
	}

	/** True when no panel is out of view. */
	get isAllSeen(): boolean {
		return this.#unseen.size === 0;
	}

	/** True while a panel out of view still shows what was before. */
	get isBehind(): boolean {
		const { moment } = this.#stage;
		return [...this.#unseen].some((id) => !this.isSeen(id) && !isSame(this.#keptOf(id) ?? moment, moment));
	}

	/** To be told whenever a panel comes into view or leaves it. */
	see(id: string, isSeen: boolean): void {
		if (isSeen === !this.#unseen.has(id)) return;
		if (isSeen) this.#unseen.delete(id);
		else {
			this.#keep(id);
			this.#unseen.add(id);
		}
		this.#onSeen();
	}

	/** What a panel draws now. */
	of(point: AnyPoint): Scene {
		// The present is not even read for what is out of view: whatever is drawn there would be walked through.
		const kept = this.isSeen(point.id) ? undefined : this.#keptOf(point.id);
		const { shown, focus, params } = kept ?? this.#stage.moment;
		const chosen = params[point.id];
		const result = shown && this.#results.of(point, shown, focus, chosen);
		return {
			value: result?.value,
			failure: result?.failure,
			run: shown?.run,
			focus,
			params: this.#paramsOf(point, chosen)
		};
	}

	/**
	 * Once nothing has changed for a moment, asks for what is out of view, and if nothing of it is missing brings it up to
	 * the present, a panel at a time.
	 */
	later(isThere: () => boolean): void {
		clearTimeout(this.#timer);
		if (this.isAllSeen) return;
		this.#timer = setTimeout(() => {
			if (isThere()) this.#follow();
		}, LATER);
	}

	#follow(): void {
		const { moment } = this.#stage;
		const next = [...this.#unseen].find((id) => !isSame(this.#keptOf(id) ?? moment, moment));
		if (next === undefined) return;
		this.#keep(next);
		// The reader's next click or key comes before the next panel.
		this.#timer = setTimeout(() => this.#follow());
	}

	#paramsOf(point: AnyPoint, chosen: PointParams | undefined): PointParams {
		const before = this.#params.get(point.id);
		if (before && before.chosen === chosen) return before.all;
		const all = fullParams(point, chosen);
		this.#params.set(point.id, { chosen, all });
		return all;
	}

	#keep(id: string): void {
		const { moment } = this.#stage;
		const before = this.#kept.get(id);
		if (before) before.moment = moment;
		else this.#kept.set(id, new Kept(moment));
	}

	#keptOf(id: string): Moment | undefined {
		return this.#kept.get(id)?.moment;
	}
}

function isSame(one: Moment, other: Moment): boolean {
	return one.shown === other.shown && one.focus === other.focus && one.params === other.params;
}
