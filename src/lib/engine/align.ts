/**
 * Ties every token to the stretch of text that it came from.
 *
 * The tokenizer gives no offsets, but a byte-level token stands for known bytes, and a text is its tokens' bytes one
 * after another. Where tokens end inside a character, all those that share it share its stretch, as numbered parts.
 */
import { approximateStretches } from './align-loosely.ts';
import { charactersOfBytes, charactersOfText, type Character } from './characters.ts';
import type { Token } from './protocol.ts';
import type { Tokenizer } from './tokenizer.ts';

/** A run's text, prompt and generated, and its tokens in order. */
export interface Aligned {
	readonly text: string;
	readonly tokens: readonly Token[];
}

/** The tokens of a text and of what a model wrote after it, each with its stretch of both together. */
export function align(
	tokenizer: Tokenizer,
	text: string,
	ids: readonly number[],
	generated: readonly number[] = []
): Aligned {
	const prompt = alignPrompt(tokenizer, text, ids);
	const bytes = generated.map((id) => tokenizer.bytesOf(id));
	const characters = charactersOfBytes(joined(bytes));
	const rest = cover(generated, bytes, characters, text.length);
	return {
		text: text + characters.map((character) => character.text).join(''),
		tokens: [...prompt, ...rest]
	};
}

function alignPrompt(tokenizer: Tokenizer, text: string, ids: readonly number[]): Token[] {
	const bytes = ids.map((id) => tokenizer.bytesOf(id));
	const whole = new TextEncoder().encode(text);
	if (equal(joined(bytes), whole)) return cover(ids, bytes, charactersOfText(text), 0);
	// A normalizer changed the text: compare what is shown instead.
	return approximateStretches(text, tokenizer, ids);
}

/** Lays tokens over characters that hold exactly the tokens' bytes. */
function cover(
	ids: readonly number[],
	bytes: readonly Uint8Array[],
	characters: readonly Character[],
	offset: number
): Token[] {
	const tokens: Token[] = [];
	let next = 0;
	let start = offset;
	for (let first = 0, last = 0; first < ids.length; first = ++last) {
		let end = start;
		let shown = '';
		// Characters and tokens are taken in turn until both end at the same byte.
		let reached = 0;
		let taken = bytes[first]?.length ?? 0;
		while (reached !== taken) {
			if (reached > taken) taken += bytes[++last]?.length ?? Infinity;
			else {
				const character = characters[next++];
				reached += character?.bytes ?? Infinity;
				end += character?.length ?? 0;
				shown += character?.text ?? '';
			}
		}
		tokens.push(...share(ids.slice(first, last + 1), shown, start, end));
		start = end;
	}
	return tokens;
}

/** Gives one stretch to the tokens that make it up. */
function share(ids: readonly number[], text: string, start: number, end: number): Token[] {
	if (ids.length === 1) return ids.map((id) => ({ id, text, start, end }));
	return ids.map((id, index) => ({ id, text, start, end, part: { index, of: ids.length } }));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
	let place = 0;
	for (const part of parts) {
		whole.set(part, place);
		place += part.length;
	}
	return whole;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
