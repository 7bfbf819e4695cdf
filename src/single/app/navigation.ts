/** `$app/navigation` where all pages are in one file: the address is changed, and what is on show stays. */

/** Adds an entry to the history. */
export function pushState(url: URL): void {
	history.pushState(null, '', written(url));
}

/** Replaces the entry of the history. */
export function replaceState(url: URL): void {
	history.replaceState(null, '', written(url));
}

function written({ pathname, search, hash }: URL): string {
	return `#${pathname}${search}${hash}`;
}
