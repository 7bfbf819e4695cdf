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

/** Sets the theme for all marks inside the component that calls it. */
export function setTheme(theme: Theme): void {
	setContext('theme', theme);
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
