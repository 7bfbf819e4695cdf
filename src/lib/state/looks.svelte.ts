import { lookWords, type Look, type LookName } from './reader.ts';

/** Settings of the look as far as somebody made them. */
export type SomeLook = { readonly [Name in LookName]?: Look[Name] | undefined };

/** Reads one setting of the look, as far as somebody made it. */
export type Words = <Name extends LookName>(name: Name) => SomeLook[Name];

/** The look of the page: what the link says, else what the reader's browser remembers, else the usual. */
export class Looks {
	readonly #slices: { readonly [Name in LookName]: () => Look[Name] };

	/** Both are read anew whenever they change; each setting wakes those who use it only when it does. */
	constructor(link: Words, remembered: Words) {
		const slice = <Name extends LookName>(name: Name): (() => Look[Name]) => {
			const [usual] = lookWords(name);
			const word = $derived<Look[Name]>(link(name) ?? remembered(name) ?? usual);
			return () => word;
		};
		this.#slices = {
			theme: slice('theme'),
			colors: slice('colors'),
			signs: slice('signs'),
			digits: slice('digits'),
			motion: slice('motion')
		};
	}

	/** One setting. */
	of<Name extends LookName>(name: Name): Look[Name] {
		return this.#slices[name]();
	}
}

/** How numbers are written, out of the word for it: "3" is three decimals, "e3" the same with a power of ten. */
export function notationOf(word: Look['digits']): {
	readonly digits: number | undefined;
	readonly scientific: boolean;
} {
	const scientific = word.startsWith('e');
	const digits = scientific ? word.slice(1) : word === 'auto' ? '' : word;
	return { digits: digits === '' ? undefined : Number(digits), scientific };
}

/** The word for a way of writing numbers. */
export function digitsWord(digits: string, scientific: boolean): string {
	if (scientific) return digits === 'auto' ? 'e' : `e${digits}`;
	return digits;
}
