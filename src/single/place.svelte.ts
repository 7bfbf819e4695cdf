import { here } from '#state/address.ts';
import { pageAt } from './page-at.ts';

/** Which page of the file is on show: the one that its address names. */
class Place {
	#url = $state.raw(here());
	#page = $derived(pageAt(this.#url.pathname));

	/** The address when the page came, or a link of its own was last followed. */
	get url(): URL {
		return this.#url;
	}

	/** The page that it names. */
	get page() {
		return this.#page;
	}

	/** Reads the address; true when it names another page than before. */
	arrive(): boolean {
		const before = this.#url.pathname;
		this.#url = here();
		return this.#url.pathname !== before;
	}
}

/** The one there is. */
export const place = new Place();
