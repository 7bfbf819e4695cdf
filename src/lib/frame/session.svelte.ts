/** What the header and the page below it share: the playground on show, if any, and how the page looks. */
import { getContext, setContext } from 'svelte';
import { keepSetting, readSettings } from '#state/settings.ts';
import type { Playground } from '#state/playground.svelte.ts';

/** A look of the page. */
export type Theme = Playground['theme'];

/** The page around a playground, or without one. */
export class Session {
	#playground: Playground | undefined = $state.raw();
	#kept: Theme = $state('system');

	/** The playground on show. */
	get playground(): Playground | undefined {
		return this.#playground;
	}
	get theme(): Theme {
		return this.#playground?.theme ?? this.#kept;
	}

	/** Puts a playground on show; returns how to take it off. */
	show(playground: Playground): () => void {
		this.#playground = playground;
		return () => {
			if (this.#playground === playground) this.#playground = undefined;
		};
	}
	setTheme(theme: Theme): void {
		this.#kept = theme;
		if (this.#playground) this.#playground.setTheme(theme);
		else keepSetting('theme', theme);
	}
	/** Takes up what the browser remembers of this reader. */
	recall(): void {
		this.#kept = readSettings().theme ?? 'system';
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
