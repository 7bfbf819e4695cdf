import type { Address } from './address.ts';
import type { Link } from './link.ts';

/** The address of a page in a frame: the page around it can open a link in it. */
export interface FrameAddress extends Address {
	/** Opens a link in place of this one. */
	open(link: Link): void;
}

/** An address that leaves the history to the page around the frame: a step in here would cost its reader a press of back. */
export function frameAddress(inner: Address): FrameAddress {
	const backs = new Set<() => void>();
	return {
		read: () => inner.read(),
		replace: (url) => inner.replace(url),
		push: (url) => inner.replace(url),
		onreturn(back) {
			backs.add(back);
			const stop = inner.onreturn(back);
			return () => {
				backs.delete(back);
				stop();
			};
		},
		open({ search, hash }) {
			const url = inner.read();
			url.search = search;
			url.hash = hash;
			inner.replace(url);
			for (const back of backs) back();
		}
	};
}
