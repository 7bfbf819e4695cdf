/** Text as a search compares it, and where each of its characters came from. */
export interface Folded {
	readonly text: string;
	/** For each character of `text`, where in the original it begins and ends. */
	readonly from: readonly (readonly [start: number, end: number])[];
}

/** Joins what it stands between: `d_k` is found as dk, and the other way round. */
const JOINS = /^[_{}^'’]$/;

/** Without case, accents and width; punctuation is as good as a space. */
export function fold(original: string): Folded {
	let text = '';
	const from: (readonly [number, number])[] = [];
	let start = 0;
	for (const character of original) {
		const end = start + character.length;
		for (const plain of plainOf(character)) {
			text += plain;
			// One entry for each unit of the text, of which a rare character has two.
			for (let unit = 0; unit < plain.length; unit++) from.push([start, end]);
		}
		start = end;
	}
	return { text, from };
}

function plainOf(character: string): string {
	if (JOINS.test(character)) return '';
	return character
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/[\p{P}\p{Z}\s]/gu, ' ');
}

/** The terms of a query, folded; each is to be found. */
export function termsOf(query: string): string[] {
	return [...new Set(fold(query).text.split(' ').filter(Boolean))];
}
