/**
 * Bytes as a reader can see them: whole characters, and what is not a character as its bytes in hexadecimal.
 *
 * The replacement character "�" is never shown: it would hide which bytes a model really wrote.
 */

/** A stretch of bytes that is shown as one. */
export interface Character {
	readonly text: string;
	/** How many bytes it takes. */
	readonly bytes: number;
	/** How many UTF-16 units it takes in the run's text. */
	readonly length: number;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const REPLACEMENT = '\ufffd';
const BROKEN_REPLACEMENT = '‹FFFD›';

/** The characters of a text that was typed; half a surrogate pair takes the three bytes that encoders give it. */
export function charactersOfText(text: string): Character[] {
	return Array.from(text, (character) => {
		const point = character.codePointAt(0) ?? 0;
		const lone = point >= 0xd800 && point < 0xe000;
		return {
			text: lone || character === REPLACEMENT ? BROKEN_REPLACEMENT : character,
			bytes: point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4,
			length: character.length
		};
	});
}

/** The characters of bytes that a model wrote; a byte that belongs to none stands alone as ‹E5›. */
export function charactersOfBytes(bytes: Uint8Array): Character[] {
	const characters: Character[] = [];
	for (let start = 0; start < bytes.length;) {
		const character = characterAt(bytes, start);
		characters.push(character);
		start += character.bytes;
	}
	return characters;
}

function characterAt(bytes: Uint8Array, start: number): Character {
	const first = bytes[start] ?? 0;
	const width = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
	const whole = decodeWhole(bytes.subarray(start, start + width));
	const byte = `‹${first.toString(16).toUpperCase().padStart(2, '0')}›`;
	const text = whole === REPLACEMENT ? BROKEN_REPLACEMENT : (whole ?? byte);
	return { text, bytes: whole === undefined ? 1 : width, length: text.length };
}

function decodeWhole(bytes: Uint8Array): string | undefined {
	try {
		return strict.decode(bytes);
	} catch {
		return undefined;
	}
}

/** Bytes as a reader can see them, spaces and newlines as they are. */
export function showBytes(bytes: Uint8Array): string {
	const text = lenient.decode(bytes);
	if (!text.includes(REPLACEMENT)) return text;
	return charactersOfBytes(bytes)
		.map((character) => character.text)
		.join('');
}
