/** Models of the reader's own: what they are called in links, and that a name is one of theirs. */
import type { ModelFiles } from './model-files.ts';

/** True for the name of a reader's own model, in this browser or not. */
export function isOwnModel(id: string): boolean {
	return /^own-[0-9a-f]{8}$/.test(id);
}

/**
 * The name of a model that these files make: the same files have the same name in every browser. A plain checksum
 * (FNV-1a), since pages that came without encryption are given no SHA.
 */
export function ownIdOf({ config, tokenizer, weights }: ModelFiles): string {
	const encode = (text: string) => new TextEncoder().encode(text);
	let sum = 0x811c9dc5;
	for (const bytes of [encode(config), encode(tokenizer), new Uint8Array(weights)])
		for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
	return `own-${(sum >>> 0).toString(16).padStart(8, '0')}`;
}
