import type { BackendName } from '#engine/protocol.ts';
import type { Language } from '#points/define.ts';
import { LOOK_NAMES, readBackend, readLook, type Look } from './reader.ts';

/** What the browser remembers of a reader from visit to visit. */
export interface Settings extends Partial<Look> {
	readonly language: Language | undefined;
	readonly backend: BackendName | undefined;
}

/** A store that may be refused at any call, as in a private window or a frame. */
export type Storing = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const PREFIX = 'headlight.';

const browser: Storing = () => localStorage;

/** The remembered settings; what is missing, refused or damaged is absent. */
export function readSettings(storing: Storing = browser): Settings {
	const language = read(storing, 'language');
	return {
		...readLooks(storing),
		language: language === 'en' || language === 'zh' ? language : undefined,
		backend: readBackend(read(storing, 'backend'))
	};
}

/** The look that is remembered, as far as it is. */
function readLooks(storing: Storing): Partial<Look> {
	const found = LOOK_NAMES.flatMap((name) => {
		const word = readLook(name, read(storing, name));
		return word === undefined ? [] : [[name, word] as const];
	});
	// Each name stands with a word of its own setting: `readLook` read it.
	return Object.fromEntries(found);
}

/** Remembers a setting, or forgets it for undefined; where storage is refused, it holds until the page is left. */
export function keepSetting<Name extends keyof Settings>(
	name: Name,
	value: Settings[Name],
	storing: Storing = browser
): void {
	try {
		if (value === undefined) storing().removeItem(PREFIX + name);
		else storing().setItem(PREFIX + name, value);
	} catch {
		// Refused or full: the page works the same, it only forgets.
	}
}

function read(storing: Storing, name: keyof Settings): string | null {
	try {
		return storing().getItem(PREFIX + name);
	} catch {
		return null;
	}
}
