/**
 * The small markup of sentences: `**bold**`, `` `code` ``, `{q:query}` `{k:key}` `{v:value}` in their hues, `d_{k}` lowered
 * and `^{T}` raised. What is not markup, or not closed, is text: nothing in a sentence can become HTML.
 */

/** A piece of a sentence. */
export type Piece = { readonly kind: 'text' | 'code'; readonly text: string } | Wrapped;

interface Wrapped {
	readonly kind: Wrapping;
	readonly pieces: readonly Piece[];
}

type Wrapping = 'bold' | 'query' | 'key' | 'value' | 'lower' | 'raise';

interface Mark {
	readonly kind: Wrapping | 'code';
	readonly open: string;
	readonly close: string;
}

const MARKS: readonly Mark[] = [
	{ kind: 'bold', open: '**', close: '**' },
	{ kind: 'code', open: '`', close: '`' },
	{ kind: 'query', open: '{q:', close: '}' },
	{ kind: 'key', open: '{k:', close: '}' },
	{ kind: 'value', open: '{v:', close: '}' },
	{ kind: 'lower', open: '_{', close: '}' },
	{ kind: 'raise', open: '^{', close: '}' }
];

/** The pieces of a sentence, in order. */
export function parseProse(text: string): Piece[] {
	const pieces: Piece[] = [];
	let plain = '';
	for (let at = 0; at < text.length;) {
		const found = markAt(text, at);
		if (!found) {
			plain += text[at++];
			continue;
		}
		if (plain) pieces.push({ kind: 'text', text: plain });
		plain = '';
		pieces.push(found.piece);
		at = found.end;
	}
	if (plain) pieces.push({ kind: 'text', text: plain });
	return pieces;
}

function markAt(text: string, at: number): { readonly piece: Piece; readonly end: number } | undefined {
	const mark = MARKS.find(({ open }) => text.startsWith(open, at));
	if (!mark) return undefined;
	const start = at + mark.open.length;
	const close = closing(text, start, mark);
	if (close < 0) return undefined;
	const inside = text.slice(start, close);
	const { kind } = mark;
	const piece: Piece = kind === 'code' ? { kind, text: inside } : { kind, pieces: parseProse(inside) };
	return { piece, end: close + mark.close.length };
}

/** Where a mark closes: braces nest, so that `{k:d_{k}}` closes at its own brace. −1 when it never does. */
function closing(text: string, start: number, mark: Mark): number {
	if (mark.close !== '}') return text.indexOf(mark.close, start);
	let depth = 1;
	for (let at = start; at < text.length; at++) {
		if (text[at] === '{') depth++;
		if (text[at] === '}' && --depth === 0) return at;
	}
	return -1;
}
