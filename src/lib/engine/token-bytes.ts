/**
 * The bytes that a token stands for, read from its written form in `tokenizer.json`.
 *
 * Byte-level vocabularies write every byte as a printable character (GPT-2, Radford et al., 2019); those of
 * SentencePiece write a space as ▁ and a lone byte as <0xE5>; those of BERT mark what continues a word with ##.
 */

const utf8 = new TextEncoder();

/** Turns a token's written form into the bytes of the text it stands for. */
export type Spelling = (token: string) => Uint8Array;

/** The spelling that a tokenizer's decoder undoes, given the types of its steps. */
export function spellingOf(decoderTypes: ReadonlySet<string>): Spelling {
	if (decoderTypes.has('ByteLevel')) return fromByteLevel;
	if (decoderTypes.has('WordPiece')) return (token) => utf8.encode(token.replace(/^##/, ''));
	return fromSentencePiece;
}

const BYTE_OF = byteLevelAlphabet();

function fromByteLevel(token: string): Uint8Array {
	const bytes = Array.from(token, (character) => BYTE_OF.get(character));
	// A character outside the alphabet can only be meant as itself.
	return bytes.every((byte) => byte !== undefined) ? Uint8Array.from(bytes) : utf8.encode(token);
}

function fromSentencePiece(token: string): Uint8Array {
	const byte = /^<0x([0-9A-Fa-f]{2})>$/.exec(token)?.[1];
	return byte ? Uint8Array.of(parseInt(byte, 16)) : utf8.encode(token.replaceAll('▁', ' '));
}

/** Bytes that are printable in Latin-1 stand for themselves, the others in order for the characters from U+0100 on. */
function byteLevelAlphabet(): ReadonlyMap<string, number> {
	const alphabet = new Map<string, number>();
	let next = 0x100;
	for (let byte = 0; byte < 256; byte++) {
		const printable = (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad);
		alphabet.set(String.fromCodePoint(printable ? byte : next++), byte);
	}
	return alphabet;
}
