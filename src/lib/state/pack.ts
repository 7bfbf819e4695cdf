/** A link's fields deflated into letters that an address may hold, and back. */

/** Most letters of a packed state, and most bytes that it may unfold to. */
const MOST = { packed: 8192, inflated: 65_536 };

/** Fields of a link, by name. */
export type LinkFields = Readonly<Record<string, string>>;

/** Fields, packed; undefined where that is longer than a link may be, or the browser cannot. */
export async function packFields(fields: LinkFields): Promise<string | undefined> {
	const written = new TextEncoder().encode(JSON.stringify(fields));
	if (written.length > MOST.inflated || typeof CompressionStream === 'undefined') return undefined;
	const bytes = await readAll(streamOf(written).pipeThrough(new CompressionStream('deflate-raw')), MOST.inflated);
	const packed = bytes && toLetters(bytes);
	return packed !== undefined && packed.length <= MOST.packed ? packed : undefined;
}

/** Packed fields, unpacked; undefined for what is damaged or unfolds to too much. Never throws. */
export async function unpackFields(packed: string): Promise<LinkFields | undefined> {
	try {
		if (packed.length > MOST.packed) return undefined;
		const stream = streamOf(fromLetters(packed)).pipeThrough(new DecompressionStream('deflate-raw'));
		const bytes = await readAll(stream, MOST.inflated);
		return bytes && fieldsOf(JSON.parse(new TextDecoder().decode(bytes)));
	} catch {
		return undefined;
	}
}

function fieldsOf(written: unknown): LinkFields | undefined {
	if (!(written instanceof Object) || Array.isArray(written)) return undefined;
	const entries = Object.entries(written).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
	return Object.fromEntries(entries);
}

function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
	return new Blob([bytes]).stream();
}

/** All of a stream, counted while it comes: a few letters can unfold to gigabytes. */
async function readAll(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
	const reader = stream.getReader();
	const all = new Uint8Array(most);
	let length = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return all.slice(0, length);
		if (length + value.length > most) {
			await reader.cancel();
			return undefined;
		}
		all.set(value, length);
		length += value.length;
	}
}

function toLetters(bytes: Uint8Array): string {
	const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
	return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromLetters(letters: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(atob(letters.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
