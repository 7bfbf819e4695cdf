import { resolve } from '$app/paths';
import type { Language } from '#points/define.ts';
import { here, inOneFile } from '#state/address.ts';

/** The address of a page of the site in a language; `path` starts and ends with a slash. */
export function addressOf(path: string, language: Language): string {
	return `${resolve('/')}${language === 'zh' ? 'zh/' : ''}${path.slice(1)}`;
}

/** The address of the page on show in another state, which is given as a query and a fragment. */
export function addressHere(state: string): string {
	return inOneFile() ? `#${here().pathname}${state}` : state;
}

/** The same as a link to hand on. Only in a browser. */
export function linkHere(state: string): string {
	return new URL(addressHere(state), location.href).href;
}

/** The same as it stands beneath what leaves this machine: of a file its name alone, since folders may name people. */
export function linkToPrint(state: string): string {
	return inOneFile() ? linkHere(state).replace(/^[^#]*\//, '') : linkHere(state);
}

/** The language that an address is in. */
export function languageOf(params: { readonly lang?: string }): Language {
	return params.lang === 'zh' ? 'zh' : 'en';
}

/** Where the shipped models lie, absolute. Only in a browser. */
export function modelsUrl(): string {
	return new URL(`${resolve('/')}models/`, location.href).href;
}

/** True on the page that stands in another page's frame: it has no header of its own. */
export function isFramed({ route }: { readonly route: { readonly id: string | null } }): boolean {
	return route.id?.endsWith('/embed') ?? false;
}
