/**
 * Reads a ZIP archive: files as they are, or deflated. (APPNOTE 6.3, sections 4.3.7 to 4.3.16.)
 *
 * The directory at its end says where each file lies. Nothing is trusted: sizes are held to a limit while inflating, and
 * checksums are compared.
 */
import { crc32 } from './training/zip.ts';

/** Why an archive cannot be read. */
export type ZipFault = 'not-a-zip' | 'zip-damaged' | 'too-large';

/** An archive that cannot be read; its message is the detail, in English. */
export class ZipError extends Error {
	readonly fault: ZipFault;

	constructor(fault: ZipFault, detail: string) {
		super(detail);
		this.name = 'ZipError';
		this.fault = fault;
	}
}

type Bytes = Uint8Array<ArrayBuffer>;

/** A file of an archive, not yet read. */
export interface ZipEntry {
	readonly path: string;
	/** Its content; throws ZipError for what is damaged, or larger than `most` bytes. */
	read(most: number): Promise<Bytes>;
}

const [LOCAL, ENTRY, END] = [0x04034b50, 0x02014b50, 0x06054b50] as const;
const [STORED, DEFLATED] = [0, 8] as const;
const END_SIZE = 22;
const MOST_COMMENT = 0xffff;

/** The files of an archive, without its folders; throws ZipError. */
export function zipEntries(archive: Bytes): ZipEntry[] {
	const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
	const end = endOf(view);
	const count = view.getUint16(end + 10, true);
	const entries: ZipEntry[] = [];
	let at = view.getUint32(end + 16, true);
	try {
		for (let i = 0; i < count; i++) {
			if (view.getUint32(at, true) !== ENTRY) damaged('its directory is broken');
			const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
				number,
				number,
				number
			];
			const path = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + name));
			const place = at;
			if (!path.endsWith('/')) entries.push({ path, read: async (most) => read(archive, view, place, most) });
			at += 46 + name + extra + comment;
		}
	} catch (error) {
		if (error instanceof RangeError) damaged('its directory ends too early');
		throw error;
	}
	return entries;
}

/** Where the record at the end begins; a comment may follow it. */
function endOf(view: DataView): number {
	const first = Math.max(0, view.byteLength - END_SIZE - MOST_COMMENT);
	for (let at = view.byteLength - END_SIZE; at >= first; at--) if (view.getUint32(at, true) === END) return at;
	const begun = view.byteLength >= 4 && view.getUint32(0, true) === LOCAL;
	throw begun
		? new ZipError('zip-damaged', 'it is cut short')
		: new ZipError('not-a-zip', 'it does not end as an archive does');
}

async function read(archive: Bytes, view: DataView, entry: number, most: number): Promise<Bytes> {
	try {
		const [flags, method] = [view.getUint16(entry + 8, true), view.getUint16(entry + 10, true)];
		const [sum, packed, size, local] = [16, 20, 24, 42].map((place) => view.getUint32(entry + place, true)) as [
			number,
			number,
			number,
			number
		];
		if (size > most) throw new ZipError('too-large', `${size} bytes`);
		if ((flags & 1) === 1) damaged('it is encrypted');
		if (view.getUint32(local, true) !== LOCAL) damaged('a file does not begin where its directory says');
		const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
		if (start + packed > archive.length) damaged('a file ends too early');
		const content = archive.slice(start, start + packed);
		const bytes =
			method === STORED
				? content
				: method === DEFLATED
					? await inflated(content, size)
					: damaged('it is packed in an unusual way');
		if (bytes.length !== size || crc32(bytes) !== sum) damaged('a file is not what was packed');
		return bytes;
	} catch (error) {
		if (error instanceof RangeError) damaged('a file lies outside it');
		throw error;
	}
}

/** What deflated bytes stand for: as much as was promised, and no more, whatever they would grow to. */
async function inflated(bytes: Bytes, size: number): Promise<Bytes> {
	const whole = new Uint8Array(size);
	let at = 0;
	try {
		const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
		for (let step = await reader.read(); !step.done; step = await reader.read()) {
			// Too much for its place: a RangeError.
			whole.set(step.value, at);
			at += step.value.length;
		}
	} catch {
		damaged('a file cannot be unpacked');
	}
	return whole.subarray(0, at);
}

function damaged(how: string): never {
	throw new ZipError('zip-damaged', how);
}
