/**
 * Stretches of text for tokens whose bytes are not the text's: its tokenizer lowers case, strips accents or adds a space.
 *
 * Each token is looked for a little ahead of the one before, case and compatibility forms aside; tokens that are not found
 * share what lies between those that are. The stretches always cover the text in order.
 */
import { charactersOfText, showBytes } from './characters.ts';
import type { Token } from './protocol.ts';
import type { Tokenizer } from './tokenizer.ts';

/** How many characters of the text may lie unexplained before a token. */
const REACH = 12;

/** The tokens of a text with stretches that are right where the text can be recognized, and in order everywhere. */
export function approximateStretches(text: string, tokenizer: Tokenizer, ids: readonly number[]): Token[] {
	const characters = charactersOfText(text);
	const written = ids.map((id) => showBytes(tokenizer.bytesOf(id)));
	// A character a token: what the vocabulary lacks was read as another, which may stand elsewhere in the text too.
	const isEach = ids.length === characters.length && written.every((token) => [...token].length === 1);
	const found = isEach
		? characters.map((_, from) => ({ from, to: from + 1 }))
		: findAll(
				characters.map((character) => fold(character.text)),
				written
			);
	const offsets = [0];
	for (const { length } of characters) offsets.push((offsets.at(-1) ?? 0) + length);
	const bounds = boundaries(found, characters.length);
	return ids.map((id, i) => {
		const [from, to] = [bounds[i] ?? 0, bounds[i + 1] ?? 0];
		const shown = characters.slice(from, to).map((character) => character.text);
		return { id, text: shown.join(''), start: offsets[from] ?? 0, end: offsets[to] ?? 0 };
	});
}

interface Stretch {
	readonly from: number;
	readonly to: number;
}

function findAll(characters: readonly string[], tokens: readonly string[]): (Stretch | undefined)[] {
	let cursor = 0;
	return tokens.map((token) => {
		const start = cursor;
		for (let from = start; from < Math.min(characters.length, start + REACH); from++) {
			const to = matchEnd(characters, from, fold(token));
			if (to === undefined) continue;
			cursor = to;
			return { from: /^\s/.test(token) ? spacesBefore(characters, start, from) : from, to };
		}
		return undefined;
	});
}

/** Where the spaces just before a place begin, looking back no further than `start`. */
function spacesBefore(characters: readonly string[], start: number, place: number): number {
	while (place > start && characters[place - 1] === '') place--;
	return place;
}

/** Where a token that begins at `from` ends, or undefined when the text says something else. */
function matchEnd(characters: readonly string[], from: number, token: string): number | undefined {
	if (token === '' || characters[from] === '') return undefined;
	let rest = token;
	let to = from;
	while (rest !== '') {
		const character = characters[to];
		if (character === undefined || !rest.startsWith(character)) return undefined;
		rest = rest.slice(character.length);
		to++;
	}
	return to;
}

/** Where each token begins, and after them where the last one ends: unfound tokens divide a gap evenly. */
function boundaries(found: readonly (Stretch | undefined)[], length: number): number[] {
	const bounds = [0];
	for (let i = 0; i < found.length; i++) {
		const next = found.findIndex((stretch, j) => j > i && stretch !== undefined);
		const limit = next < 0 ? length : (found[next]?.from ?? length);
		const left = (next < 0 ? found.length : next) - i;
		const start = bounds[i] ?? 0;
		bounds.push(left === 1 ? limit : (found[i]?.to ?? start + Math.floor((limit - start) / left)));
	}
	return bounds;
}

/** A text without its case, its accents, its compatibility forms and the space around it. */
function fold(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
