import { pushState, replaceState } from '$app/navigation';

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

/** The browser's address. To be used only after the page has hydrated. */
export function browserAddress(): Address {
	return {
		read: () => new URL(location.href),
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
