/** A ZIP archive of files as they are, uncompressed: floats would hardly shrink. (APPNOTE 6.3, sections 4.3.7 to 4.3.16.) */
export function zipped(files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
	const parts: Uint8Array[] = [];
	const directory: Uint8Array[] = [];
	let at = 0;
	for (const [name, content] of Object.entries(files)) {
		const path = new TextEncoder().encode(name);
		const facts = factsOf(content, path);
		const local = record(0x04034b50, [...facts], path);
		directory.push(record(0x02014b50, [[2, 20], ...facts, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]], path));
		parts.push(local, content);
		at += local.length + content.length;
	}
	const size = directory.reduce((sum, part) => sum + part.length, 0);
	const count = directory.length;
	const end = record(0x06054b50, [[2, 0], [2, 0], [2, count], [2, count], [4, size], [4, at], [2, 0]]);
	return joined([...parts, ...directory, end]);
}

/** A number and the bytes that it takes. */
type Field = readonly [bytes: 2 | 4, value: number];

/** What both headers of a file say: version, UTF-8 names, stored, 1 January 1980, checksum, sizes, lengths. */
function factsOf(content: Uint8Array, path: Uint8Array): Field[] {
	const size = content.length;
	return [[2, 20], [2, 0x0800], [2, 0], [2, 0], [2, 0x21], [4, crc32(content)], [4, size], [4, size], [2, path.length], [2, 0]];
}

function record(signature: number, fields: readonly Field[], name = new Uint8Array()): Uint8Array {
	const all: readonly Field[] = [[4, signature], ...fields];
	const bytes = new Uint8Array(all.reduce((sum, [length]) => sum + length, 0) + name.length);
	const view = new DataView(bytes.buffer);
	let at = 0;
	for (const [length, value] of all) {
		if (length === 2) view.setUint16(at, value, true);
		else view.setUint32(at, value >>> 0, true);
		at += length;
	}
	bytes.set(name, at);
	return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}

/** The checksum that archives hold of every file. */
export function crc32(bytes: Uint8Array): number {
	let sum = -1;
	for (const byte of bytes) sum = (sum >>> 8) ^ (REMAINDERS[(sum ^ byte) & 255] ?? 0);
	return ~sum >>> 0;
}

/** What each byte adds to the checksum: one by one, its bits would take seconds for a large file. */
const REMAINDERS = Int32Array.from({ length: 256 }, (_, byte) => {
	let sum = byte;
	for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
	return sum;
});
