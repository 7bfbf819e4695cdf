/** What the keys of a presentation do. */

/** Something that a key, a button or a swipe asks for. */
export type Deed = (typeof DEEDS)[number]['deed'];

/** Every deed but the panels, with its keys as they are written on a keyboard, in the order of the list of keys. */
export const DEEDS = [
	{ deed: 'forward', keys: ['→', 'Page Down'] },
	{ deed: 'back', keys: ['←', 'Page Up'] },
	{ deed: 'answer', keys: ['A'] },
	{ deed: 'restore', keys: ['R'] },
	{ deed: 'blank', keys: ['B'] },
	{ deed: 'spotlight', keys: ['S'] },
	{ deed: 'controls', keys: ['C'] },
	{ deed: 'notes', keys: ['N'] },
	{ deed: 'full', keys: ['F'] },
	{ deed: 'keys', keys: ['?'] },
	{ deed: 'leave', keys: ['Esc'] }
] as const;

const BY_KEY: Readonly<Record<string, Deed>> = {
	ArrowRight: 'forward',
	PageDown: 'forward',
	ArrowLeft: 'back',
	PageUp: 'back',
	a: 'answer',
	r: 'restore',
	b: 'blank',
	// What the blanking button of many clickers sends.
	'.': 'blank',
	s: 'spotlight',
	c: 'controls',
	n: 'notes',
	f: 'full',
	'?': 'keys',
	Escape: 'leave'
};

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key asks for: a deed, or a panel by its number from 1; undefined for a key that means nothing here. */
export function askedBy({ key, ctrlKey, metaKey, altKey }: Press): Deed | number | undefined {
	if (ctrlKey || metaKey || altKey) return undefined;
	if (/^[1-9]$/.test(key)) return Number(key);
	return BY_KEY[key.length === 1 ? key.toLowerCase() : key];
}

/** True for the keys of a clicker, which step whatever has the focus. */
export function isClicker({ key }: Pick<KeyboardEvent, 'key'>): boolean {
	return key === 'PageDown' || key === 'PageUp';
}

const LISTS = new Set(['radio', 'range']);
const BUTTONS = new Set(['checkbox', 'button', 'submit', 'reset', 'file', 'color', 'image']);

/** True where the focused element makes use of a key itself. */
export function isTaken(key: string, { tag, type, editable }: Focused): boolean {
	if (key === 'Escape') return false;
	if (editable || tag === 'TEXTAREA' || tag === 'SELECT') return true;
	if (tag !== 'INPUT') return false;
	if (LISTS.has(type)) return key.startsWith('Arrow');
	return !BUTTONS.has(type);
}

/** What of the focused element decides which keys are its own. */
export interface Focused {
	readonly tag: string;
	readonly type: string;
	readonly editable: boolean;
}

/** What an event's target is to the keys. */
export function focusedBy(target: EventTarget | null): Focused {
	if (!(target instanceof HTMLElement)) return { tag: '', type: '', editable: false };
	return {
		tag: target.tagName,
		type: target instanceof HTMLInputElement ? target.type : '',
		editable: target.isContentEditable
	};
}

/** Least way of a swipe, and how much more across than along, in CSS pixels. */
const SWIPE = { least: 60, straight: 2 };

/** What a finger's way asks for; undefined for one that is no swipe. */
export function swiped(across: number, along: number): 'forward' | 'back' | undefined {
	if (Math.abs(across) < SWIPE.least || Math.abs(across) < SWIPE.straight * Math.abs(along)) return undefined;
	return across < 0 ? 'forward' : 'back';
}
