import type { AnyPoint, Both, Language } from '#points/define.ts';
import type { ReaderState } from './reader.ts';
import type { Storing } from './settings.ts';

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
