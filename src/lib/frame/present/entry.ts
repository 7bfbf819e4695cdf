import type { Language } from '#points/define.ts';
import type { Link } from '#state/link.ts';
import type { Playground } from '#state/playground.svelte.ts';
import { addressOf } from '../addresses.ts';

type Here = Pick<Playground, 'search' | 'hash' | 'open' | 'reading'>;

/** The link of a playground's state; of a page about one point, with that point alone. */
export function stateOf({ search, hash, open, reading }: Here, isAlone: boolean): Link {
	// What comes last in a query counts.
	const alone = isAlone && reading ? `&open=${open.join(',')}&p=${reading.id}` : '';
	return { search: search + alone, hash };
}

/** The address at which a playground's state is presented. */
export function presentHref(playground: Here, language: Language, isAlone: boolean): string {
	const { search, hash } = stateOf(playground, isAlone);
	return addressOf('/present/', language) + search + hash;
}
