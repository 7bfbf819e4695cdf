/** What the frame around a mark decides: the ground and its palettes, and the few words that marks say themselves. */
import { getContext, hasContext, setContext } from 'svelte';
import type { Ground } from '#theme/scale.ts';

/** The ground that marks are drawn on, and the palettes. Each may be a getter over state: marks repaint when it changes. */
export interface Theme extends Ground {
	/** The least size of text in CSS pixels, where there is one; `--least-text` says the same to styles. */
	readonly least?: number;
}

/** The words on the buttons of marks, in the reader's language. May be getters over state. */
export interface Words {
	/** Shows the numbers as a table. */
	readonly table: string;
	/** Shows the drawing again. */
	readonly grid: string;
	readonly zoomOut: string;
	readonly query: string;
	readonly key: string;
}

const ENGLISH: Words = { table: 'Table', grid: 'Grid', zoomOut: 'Zoom out', query: 'query', key: 'key' };

/** Sets the theme for all marks inside the component that calls it; what it leaves open is as around that component. */
export function setTheme(own: Partial<Theme>): void {
	setContext('theme', within(getTheme(), own));
}

/** A theme that differs from the one around it in what it says, and follows that one in all else. */
export function within(outer: Theme, own: Partial<Theme>): Theme {
	// Inherited, not copied: getters of both stay getters.
	return Object.create(outer, Object.getOwnPropertyDescriptors(own)) as Theme;
}

/** The theme around the mark that calls it; light where none was set. */
export function getTheme(): Theme {
	return hasContext('theme') ? getContext<Theme>('theme') : { dark: false };
}

/** Sets the words for all marks inside the component that calls it. */
export function setWords(words: Words): void {
	setContext('words', words);
}

/** The words around the mark that calls it; English where none were set. */
export function getWords(): Words {
	return hasContext('words') ? getContext<Words>('words') : ENGLISH;
}
