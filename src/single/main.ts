/** Starts the site in one file: puts on show what the address names, and follows the links between its pages. */
import { mount, tick } from 'svelte';
import { languageOf } from '#frame/addresses.ts';
import File from './File.svelte';
import { blobOf, fetchFrom, nameIn } from './held.ts';
import { held } from './in-page.ts';
import { place } from './place.svelte.ts';

fetchFrom(held);
document.addEventListener('click', follow);
// Heard before the page hears it: a page that is left must not take the next one's address for its own.
addEventListener('popstate', arrive);
addEventListener('hashchange', arrive);
sayLanguage();
mount(File, { target: document.body });

/** Shows the page that the address names now, as a browser would: from its top, or from the part that it names. */
function arrive(): void {
	if (!place.arrive()) return;
	sayLanguage();
	void tick().then(() => {
		const part = document.getElementById(place.url.hash.slice(1));
		document.getElementById('content')?.focus({ preventScroll: true });
		if (part) part.scrollIntoView();
		else scrollTo(0, 0);
	});
}

function sayLanguage(): void {
	document.documentElement.lang = languageOf(place.page.params) === 'zh' ? 'zh-CN' : 'en';
}

/** Does what a browser cannot do here: finds a part of the page, and saves a file that the page holds. */
function follow(event: MouseEvent): void {
	const link = event.target instanceof Element ? event.target.closest('a') : undefined;
	const href = link?.getAttribute('href') ?? '';
	if (!link || event.defaultPrevented || !href.startsWith('#')) return;
	const name = nameIn(href);
	if (name === undefined) {
		event.preventDefault();
		const part = document.getElementById(href.slice(1));
		part?.scrollIntoView();
		part?.focus({ preventScroll: true });
	} else if (link.hasAttribute('download')) {
		event.preventDefault();
		save(name);
	}
}

function save(name: string): void {
	const blob = blobOf(held, name);
	if (!blob) return;
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = name.split('/').at(-1) ?? name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
