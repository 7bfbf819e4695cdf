import { afterPaint } from '#theme/after-paint.ts';
import type { Address } from './address.ts';
import { AddressWriter } from './address-writer.ts';
import type { How } from './choosing.svelte.ts';
import type { Link, LinkCodec, ReadLink } from './link.ts';
import type { ReaderState } from './reader.ts';

/** Whom an opened link is given to, and who is told what a link has no room for. */
export interface LinkTold {
	readonly onArrive: (link: ReadLink) => void;
	/** Told before an opened link is read, which waits for it. */
	readonly onComing: (link: Link) => Promise<void>;
	readonly onLeft: (fields: readonly string[]) => void;
}

/** The link of the current state, and the address that follows it. */
export class LinkKeeper {
	readonly #codec: LinkCodec;
	readonly #told: LinkTold;
	#writer: AddressWriter | undefined;
	#latest: ReaderState | undefined;
	#arriving: Promise<void> | undefined;
	#packed: Link = $state.raw({ search: '?v=1', hash: '' });
	#written: ReaderState;
	#stopWaiting: (() => void) | undefined;

	/** `start` is the state before any change. */
	constructor(codec: LinkCodec, start: ReaderState, told: LinkTold) {
		this.#written = $state.raw(start);
		this.#codec = codec;
		this.#told = told;
	}

	/** The state that the page's links speak of: the present once it has been painted, which need not wait for links. */
	get written(): ReaderState {
		return this.#written;
	}

	/** The link of that state; a long one as it was last packed. */
	get link(): Link {
		const readable = this.#codec.readable(this.#written);
		return this.#codec.isLong(readable) ? this.#packed : { search: readable, hash: '' };
	}

	/** The link of a state that may never come to be: always readable, since packing takes a moment. */
	readable(state: ReaderState): string {
		return this.#codec.readable(state);
	}

	/** Opens an address's link, and again whenever the reader goes back or forward; returns how to stop. */
	follow(address: Address): () => void {
		this.#writer = new AddressWriter(address, this.#codec, this.#told.onLeft);
		const arrive = () => void (this.#arriving = this.#arrive(address));
		const stop = address.onreturn(arrive);
		arrive();
		return () => {
			stop();
			this.#writer?.flush();
			this.#writer = undefined;
		};
	}

	/** Lets the address follow a change. */
	changed(state: ReaderState, how: How): void {
		this.#latest = state;
		this.#stopWaiting?.();
		this.#stopWaiting = afterPaint(() => this.#catchUp());
		if (how === 'push') this.#writer?.push(state);
		if (how === 'replace') this.#writer?.replaceLater(state);
		if (this.#codec.isLong(this.#codec.readable(state))) void this.#repack(state);
	}

	/** Settles when the state is what the address said, and the address says what the state is. */
	async settled(): Promise<void> {
		await this.#arriving;
		this.#catchUp();
		this.#writer?.flush();
		await this.#writer?.settled();
	}

	#catchUp(): void {
		this.#stopWaiting?.();
		if (this.#latest) this.#written = this.#latest;
	}

	async #arrive(address: Address): Promise<void> {
		this.#writer?.cancel();
		const url = address.read();
		await this.#told.onComing(url);
		const link = await this.#codec.read(url);
		// Gone elsewhere while this was unpacked.
		if (url.href === address.read().href) this.#told.onArrive(link);
	}

	async #repack(state: ReaderState): Promise<void> {
		const link = await this.#codec.write(state);
		if (this.#latest === state) this.#packed = link;
	}
}
