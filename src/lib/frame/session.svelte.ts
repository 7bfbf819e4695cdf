/** What the header and the page below it share: the playground on show, if any, and how the page looks. */
import { getContext, setContext } from 'svelte';
import { Looks, type SomeLook } from '#state/looks.svelte.ts';
import type { Look, LookName } from '#state/reader.ts';
import { keepSetting, readSettings } from '#state/settings.ts';
import type { Playground } from '#state/playground.svelte.ts';

/** A theme of the page. */
export type Theme = Look['theme'];

/** The page around a playground, or without one. */
export class Session {
	#playground: Playground | undefined = $state.raw();
	/** The playground whose link says how the page looks, where the header is not about it alone. */
	#looked: Playground | undefined = $state.raw();
	#link: () => string = $state.raw(() => '');
	#offers = $state(false);
	#kept: SomeLook = $state.raw({});
	readonly #looks = new Looks(
		() => undefined,
		(name) => this.#kept[name]
	);

	/** The playground on show. */
	get playground(): Playground | undefined {
		return this.#playground;
	}
	/** The playground that says how the page looks and what it shows. */
	get source(): Playground | undefined {
		return this.#playground ?? this.#looked;
	}
	/** What follows the address of this page in another language. */
	get link(): string {
		return this.#playground ? this.#playground.search + this.#playground.hash : this.#link();
	}
	/** True while the page has a state that a link can hand on. */
	get canShare(): boolean {
		return this.#playground !== undefined || this.#offers;
	}
	/** One setting of the look: the playground's, which its link may say, else what the browser remembers. */
	look<Name extends LookName>(name: Name): Look[Name] {
		return this.source?.look(name) ?? this.#looks.of(name);
	}
	get theme(): Theme {
		return this.look('theme');
	}

	/** Puts a playground on show; returns how to take it off. */
	show(playground: Playground): () => void {
		this.#playground = playground;
		return () => {
			if (this.#playground === playground) this.#playground = undefined;
		};
	}
	/** Lets the header hand on, and keep in the other language, what a page without a playground shows; returns how to end that. */
	offer(link: () => string): () => void {
		this.#link = link;
		this.#offers = true;
		return () => {
			this.#link = () => '';
			this.#offers = false;
		};
	}
	/** Lets a playground say how the page looks, under a link that is not its own alone; returns how to end that. */
	lookThrough(playground: Playground, link: () => string): () => void {
		this.#looked = playground;
		this.#link = link;
		return () => {
			this.#looked = undefined;
			this.#link = () => '';
		};
	}
	setLook<Name extends LookName>(name: Name, word: Look[Name]): void {
		this.#kept = { ...this.#kept, [name]: word };
		if (this.source) this.source.setLook(name, word);
		else keepSetting<LookName>(name, word);
	}
	setTheme(theme: Theme): void {
		this.setLook('theme', theme);
	}
	/** Takes up what the browser remembers of this reader. */
	recall(): void {
		this.#kept = readSettings();
	}
}

/** Opens the session of the component that calls it and of all inside it. */
export function openSession(): Session {
	return setContext('session', new Session());
}

/** The session around the component that calls it. */
export function getSession(): Session {
	return getContext('session');
}
