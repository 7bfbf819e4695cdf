import type { Address } from './address.ts';
import type { LinkCodec } from './link.ts';
import type { ReaderState } from './reader.ts';

/** How long typing and dragging may go on before the address follows. */
const LATE = 150;

/** Keeps the address in step with the state: small changes late and in place, discrete steps at once. */
export class AddressWriter {
	readonly #address: Address;
	readonly #codec: LinkCodec;
	readonly #onLeft: (left: readonly string[]) => void;
	#pending: { readonly timer: ReturnType<typeof setTimeout>; readonly state: ReaderState } | undefined;
	// Packing takes a moment: writes keep their order by waiting for each other.
	#line: Promise<void> = Promise.resolve();
	#era = 0;

	/** `onLeft` is told which fields a link had no room for. */
	constructor(address: Address, codec: LinkCodec, onLeft: (left: readonly string[]) => void) {
		this.#address = address;
		this.#codec = codec;
		this.#onLeft = onLeft;
	}

	/** Writes a state into the address a little later, unless another comes meanwhile. */
	replaceLater(state: ReaderState): void {
		clearTimeout(this.#pending?.timer);
		this.#pending = { timer: setTimeout(() => this.flush(), LATE), state };
	}

	/** Writes a state as a step of the history; what was waiting is written before it. */
	push(state: ReaderState): void {
		this.flush();
		this.#write(state, 'push');
	}

	/** Writes what is waiting, now. */
	flush(): void {
		if (!this.#pending) return;
		const { timer, state } = this.#pending;
		clearTimeout(timer);
		this.#pending = undefined;
		this.#write(state, 'replace');
	}

	/** Forgets what is waiting: the address has changed by itself. */
	cancel(): void {
		clearTimeout(this.#pending?.timer);
		this.#pending = undefined;
		this.#era++;
	}

	/** Settles when everything begun is written. */
	async settled(): Promise<void> {
		return this.#line;
	}

	#write(state: ReaderState, how: 'replace' | 'push'): void {
		const era = this.#era;
		this.#line = this.#line.then(async () => {
			const { search, hash, left } = await this.#codec.write(state);
			if (era !== this.#era) return;
			const url = this.#address.read();
			// The fragment of a page's own heading is not ours to drop.
			const kept = url.hash.startsWith('#z=') ? '' : url.hash;
			url.search = search === '?v=1' && !hash ? '' : search;
			url.hash = hash || kept;
			if (url.href !== this.#address.read().href) this.#address[how](url);
			this.#onLeft(left);
		});
	}
}
