import { pushState, replaceState } from '$app/navigation';
import { resolve } from '$app/paths';

/** The page's address as the state sees it; replaced in tests. */
export interface Address {
	/** The address now. */
	read(): URL;
	/** Changes the address without a step in the history. */
	replace(url: URL): void;
	/** Changes the address as a step that the back button undoes. */
	push(url: URL): void;
	/** Calls back whenever the reader goes back or forward; returns how to stop. */
	onreturn(back: () => void): () => void;
}

/** True where all pages are in one file: which of them is on show, and in which state, is said behind its `#`. */
export function inOneFile(): boolean {
	return resolve('/').startsWith('#');
}

/** Where the reader is among the pages: path, query and fragment. Only in a browser. */
export function here(): URL {
	if (!inOneFile()) return new URL(location.href);
	// Only what follows the origin means anything.
	return new URL(location.hash.startsWith('#/') ? location.hash.slice(1) : '/', 'https://one.file');
}

/** The browser's address. To be used only after the page has hydrated. */
export function browserAddress(): Address {
	return {
		read: here,
		replace: (url) => replaceState(url, {}),
		push: (url) => pushState(url, {}),
		onreturn: (back) => {
			addEventListener('popstate', back);
			// A hand-edited hash is an arrival too, and fires only this where nothing else changed.
			addEventListener('hashchange', back);
			return () => {
				removeEventListener('popstate', back);
				removeEventListener('hashchange', back);
			};
		}
	};
}
