import type { Folded } from './fold.ts';

/** A stretch of text that matched, or did not. */
export interface Bit {
	readonly text: string;
	readonly hit: boolean;
}

type Range = readonly [start: number, end: number];

/** Characters of an excerpt, and how many of them stand before the first match. */
const [LONGEST, BEFORE] = [110, 36];

/** Where terms are found in a text, in the places of the original, in order and joined where they meet. */
export function rangesOf({ text, from }: Folded, terms: readonly string[]): Range[] {
	const found = terms
		.flatMap((term) => occurrences(text, term))
		.flatMap(([start, end]) => {
			const [first, last] = [from[start], from[end - 1]];
			return first && last ? [[first[0], last[1]] as const] : [];
		});
	const joined: Range[] = [];
	for (const [start, end] of found.sort(([a], [b]) => a - b)) {
		const before = joined.at(-1);
		if (before && start <= before[1]) joined[joined.length - 1] = [before[0], Math.max(before[1], end)];
		else joined.push([start, end]);
	}
	return joined;
}

function occurrences(text: string, term: string): Range[] {
	const found: Range[] = [];
	for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length))
		found.push([at, at + term.length]);
	return found;
}

/** A text around its first match, what matched set apart; what is left out before and after shows as an ellipsis. */
export function excerpt(text: string, ranges: readonly Range[], longest = LONGEST): Bit[] {
	const [start, end] = stretch(text, ranges[0]?.[0] ?? 0, longest);
	const bits: Bit[] = [{ text: start > 0 ? '…' : '', hit: false }];
	let at = start;
	for (const [from, to] of ranges.filter(([a, b]) => a >= start && b <= end)) {
		bits.push({ text: text.slice(at, from), hit: false }, { text: text.slice(from, to), hit: true });
		at = to;
	}
	bits.push({ text: text.slice(at, end) + (end < text.length ? '…' : ''), hit: false });
	return bits.filter(({ text: shown }) => shown !== '');
}

/** What of a text is shown: all of a short one, else from a word's beginning shortly before the match. */
function stretch(text: string, match: number, longest: number): Range {
	if (text.length <= longest) return [0, text.length];
	const wished = Math.max(0, Math.min(match - BEFORE, text.length - longest));
	const space = text.lastIndexOf(' ', wished);
	const start = wished === 0 ? 0 : wished - space < 12 ? space + 1 : wished;
	return [start, Math.min(text.length, start + longest)];
}
