import { here } from '#state/address.ts';
import { readSettings } from '#state/settings.ts';
import type { Language } from '#points/define.ts';
import { addressOf } from '../addresses.ts';

/** Goes to the front page in the language that the reader chose before; a link says its own and is kept. */
export function goToRemembered(language: Language): void {
	const { language: remembered } = readSettings();
	const { search, hash } = here();
	const isLink = search !== '' || hash !== '';
	if (remembered === undefined || remembered === language || language !== 'en' || isLink) return;
	location.replace(addressOf('/', remembered));
}
