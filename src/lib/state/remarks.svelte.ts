import type { Notice } from './notices.ts';

/** More remarks than this on one link would be noise. */
const MOST = 4;

/** What is said quietly: remarks on a link, until waved away, and on a text, until waved away for that text. */
export class Remarks {
	#onLink: readonly Notice[] = $state.raw([]);
	#hushed: string | undefined = $state.raw();

	/** All remarks there are now, given those on the text as it is. */
	all(text: string, onText: readonly Notice[]): readonly Notice[] {
		return this.#hushed === text ? this.#onLink : [...this.#onLink, ...onText];
	}

	/** Waves all remarks away; those on the text return when it changes. */
	dismiss(text: string): void {
		this.#onLink = [];
		this.#hushed = text;
	}

	/** Remarks on a link that was just opened. */
	arrive(notices: readonly Notice[]): void {
		this.#onLink = notices.slice(0, MOST);
	}

	/** One remark more. */
	add(notice: Notice): void {
		this.#onLink = [...this.#onLink, notice];
	}

	/** Says which fields the address has no room for, once, and no longer than that is so. */
	left(fields: readonly string[]): void {
		const others = this.#onLink.filter(({ code }) => code !== 'link-left');
		if (fields.length > 0) this.#onLink = [...others, { code: 'link-left', what: fields.join(' ') }];
		else if (others.length < this.#onLink.length) this.#onLink = others;
	}
}
