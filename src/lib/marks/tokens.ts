/** How tokens are shown: spaces and line ends as signs, the parts of one character side by side. */

/** What is drawn of a token. */
export interface TokenLike {
	readonly text: string;
	readonly start: number;
	readonly end: number;
	/** Set when several tokens make up one character: this one's number from 0, and how many there are. */
	readonly part?: { readonly index: number; readonly of: number };
}

/** A piece of a token's text: plain, or a sign that stands for what cannot be seen. */
export interface Piece {
	readonly text: string;
	readonly isSign: boolean;
}

const SIGNS: Readonly<Record<string, string>> = { ' ': '·', '\n': '↵', '\t': '⇥', '\r': '␍', '\u00a0': '⍽' };

// Directions, isolates, line separators and spaces without width; joiners stay, since emoji and scripts need them.
const HIDDEN = /[\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

/** A token's text in pieces; control characters become the signs that Unicode has for them. */
export function pieces(text: string): Piece[] {
	const found: Piece[] = [];
	for (const character of text) {
		const sign = signOf(character);
		const last = found.at(-1);
		if (last && last.isSign === (sign !== undefined)) {
			found[found.length - 1] = { ...last, text: last.text + (sign ?? character) };
		} else found.push({ text: sign ?? character, isSign: sign !== undefined });
	}
	return found;
}

function signOf(character: string): string | undefined {
	const code = character.codePointAt(0) ?? 0;
	if (SIGNS[character]) return SIGNS[character];
	if (code < 0x20) return String.fromCodePoint(0x2400 + code);
	if (code === 0x7f) return '␡';
	// Marks that turn the direction of writing would reorder the page around them.
	return HIDDEN.test(character) ? '␣' : undefined;
}

/** The tokens, by index, in groups that stand together: all parts of one character, else one by one. */
export function groupTokens(tokens: readonly TokenLike[]): number[][] {
	const groups: number[][] = [];
	tokens.forEach((token, index) => {
		const last = groups.at(-1);
		const before = tokens[index - 1];
		const isNext = token.part && before?.part && token.part.index === before.part.index + 1;
		if (last && isNext && token.start === before.start) last.push(index);
		else groups.push([index]);
	});
	return groups;
}
