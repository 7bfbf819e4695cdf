import type { Address } from './address.ts';
import type { Link } from './link.ts';

/** The address of one of a pair, in memory: what it would be if that run stood alone. */
export class SideAddress implements Address {
	readonly #onWrite: (how: 'replace' | 'push') => void;
	#url: URL;
	#back: () => void = () => undefined;

	/** `onWrite` is told when the state has changed the address. */
	constructor(url: URL, onWrite: (how: 'replace' | 'push') => void) {
		this.#url = url;
		this.#onWrite = onWrite;
	}

	read(): URL {
		return new URL(this.#url);
	}
	replace(url: URL): void {
		this.#url = url;
		this.#onWrite('replace');
	}
	push(url: URL): void {
		this.#url = url;
		this.#onWrite('push');
	}
	onreturn(back: () => void): () => void {
		this.#back = back;
		return () => (this.#back = () => undefined);
	}

	/** Brings another link, as if the reader had opened it. */
	arrive({ search, hash }: Link): void {
		const url = this.read();
		url.search = search;
		url.hash = hash;
		this.#url = url;
		this.#back();
	}
}
