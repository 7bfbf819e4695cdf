import type { Address } from './address.ts';
import type { Link } from './link.ts';

/** Where a deck stands, as its address says: which lesson, which of its steps. */
export interface Place {
	/** A lesson's name; absent where the panels themselves are stepped through. */
	readonly lesson: string | undefined;
	/** From 0. */
	readonly step: number;
	/** A whole lesson, packed into the fragment. */
	readonly packed: string | undefined;
	/** True when the address says what is shown, and not just where. */
	readonly hasState: boolean;
}

/** The address of a page that steps through states: it keeps the deck's own fields beside the state's, which see nothing of them. */
export class DeckAddress implements Address {
	readonly #base: Address;
	readonly #listeners = new Set<() => void>();
	#stop: (() => void) | undefined;

	constructor(base: Address) {
		this.#base = base;
	}

	/** Where the deck stands. */
	get place(): Place {
		const { searchParams, hash } = this.#base.read();
		const step = Number(searchParams.get('step') ?? 1);
		return {
			lesson: searchParams.get('lesson') ?? undefined,
			step: Number.isInteger(step) ? Math.max(0, step - 1) : 0,
			packed: partsOf(hash).get('lesson'),
			hasState: searchParams.has('v') || partsOf(hash).has('z')
		};
	}
	/** The whole address, to return to. */
	get href(): string {
		return this.#base.read().href;
	}

	/** The address as the state knows it. */
	read(): URL {
		const url = this.#base.read();
		url.search = withoutOwn(url.search);
		const parts = partsOf(url.hash);
		const packed = parts.get('z');
		if (parts.has('lesson')) url.hash = packed === undefined ? '' : `z=${packed}`;
		return url;
	}
	replace(url: URL): void {
		this.#base.replace(this.#whole(url, this.place));
	}
	push(url: URL): void {
		this.#base.push(this.#whole(url, this.place));
	}
	onreturn(back: () => void): () => void {
		this.#stop ??= this.#base.onreturn(() => this.#tell());
		this.#listeners.add(back);
		return () => {
			this.#listeners.delete(back);
			if (this.#listeners.size > 0) return;
			this.#stop?.();
			this.#stop = undefined;
		};
	}

	/** The address of a step with this state. */
	hrefOf({ search, hash }: Link, step: number): string {
		const url = this.#base.read();
		url.search = search;
		url.hash = hash;
		return this.#whole(url, { ...this.place, step }).href;
	}
	/** Goes to a whole address, as the reader would; in place where that is no step of its own. */
	go(href: string, how: 'push' | 'replace' = 'push'): void {
		this.#base[how](new URL(href));
		this.#tell();
	}
	/** Says another place, with the state as it is. */
	hold(place: Pick<Place, 'lesson' | 'packed' | 'step'>): void {
		this.#base.replace(this.#whole(this.read(), place));
	}

	#tell(): void {
		for (const listener of this.#listeners) listener();
	}

	/** A state's address with the deck's own fields in it. */
	#whole(state: URL, { lesson, packed, step }: Pick<Place, 'lesson' | 'packed' | 'step'>): URL {
		const url = new URL(state);
		if (lesson === undefined && packed === undefined) return url;
		// A bare address would mean the step as it was recorded.
		const said = withoutOwn(url.search) || '?v=1';
		const named = lesson === undefined ? '' : `&lesson=${encodeURIComponent(lesson)}`;
		url.search = `${said}${named}&step=${step + 1}`;
		if (packed !== undefined)
			url.hash = [...(url.hash.startsWith('#z=') ? [url.hash.slice(1)] : []), `lesson=${packed}`].join('&');
		return url;
	}
}

/** A query without the deck's own fields, and otherwise letter by letter as it was. */
function withoutOwn(search: string): string {
	const kept = search
		.slice(1)
		.split('&')
		.filter((field) => !/^(lesson|step)(=|$)/.test(field));
	return kept.join('') === '' ? '' : `?${kept.join('&')}`;
}

/** The parts of a fragment: `#z=…&lesson=…`. */
function partsOf(hash: string): ReadonlyMap<string, string> {
	return new Map(
		hash
			.slice(1)
			.split('&')
			.map((part) => {
				const [key = '', value = ''] = part.split('=');
				return [key, value];
			})
	);
}
