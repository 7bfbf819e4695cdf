import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { zipped } from './training/zip.ts';
import { zipEntries } from './unzip.ts';

const MOST = 1e6;
const CONTENT = new TextEncoder().encode('weights '.repeat(500));

/** An archive of one file, and the same with the file deflated: what is packed is put in the place of what is not. */
function deflated(content: Uint8Array): Uint8Array<ArrayBuffer> {
	const stored = zipped({ 'a.bin': content });
	const packed = deflateRawSync(content);
	const [name, before] = [5, 30 + 5];
	const archive = new Uint8Array(stored.length - content.length + packed.length);
	archive.set(stored.subarray(0, before));
	archive.set(packed, before);
	archive.set(stored.subarray(before + content.length), before + packed.length);
	const view = new DataView(archive.buffer);
	const entry = before + packed.length;
	for (const [method, size] of [
		[8, 18],
		[entry + 10, entry + 20]
	] as const) {
		view.setUint16(method, 8, true);
		view.setUint32(size, packed.length, true);
	}
	view.setUint32(entry + 46 + name + 16, entry, true);
	return archive;
}

const contentOf = async (archive: Uint8Array<ArrayBuffer>, most = MOST) => zipEntries(archive)[0]?.read(most);

describe('an archive', () => {
	test('gives back the files that were put into it, by their paths', async () => {
		const files = { 'x/config.json': new TextEncoder().encode('{}'), 'x/空.bin': CONTENT };
		const read = zipEntries(zipped(files)).map(async (entry) => [entry.path, await entry.read(MOST)] as const);
		expect(Object.fromEntries(await Promise.all(read))).toEqual(files);
	});

	test('is read with its files deflated', async () => {
		expect(await contentOf(deflated(CONTENT))).toEqual(CONTENT);
	});

	test('is found before a comment at its end', async () => {
		const archive = zipped({ 'a.bin': CONTENT });
		const longer = new Uint8Array(archive.length + 9);
		longer.set(archive);
		expect(await contentOf(longer)).toEqual(CONTENT);
	});

	test('whose file would grow past the limit is refused before it is unpacked', async () => {
		await expect(contentOf(deflated(CONTENT), 100)).rejects.toMatchObject({ fault: 'too-large' });
	});

	test('whose file grows past the size that it tells is refused', async () => {
		const archive = deflated(CONTENT);
		const view = new DataView(archive.buffer);
		const entry = archive.length - 22 - 46 - 5;
		view.setUint32(entry + 24, 100, true);
		await expect(contentOf(archive)).rejects.toMatchObject({ fault: 'zip-damaged' });
	});

	test('with a changed byte is refused', async () => {
		const archive = zipped({ 'a.bin': CONTENT });
		archive[100] = 7;
		await expect(contentOf(archive)).rejects.toMatchObject({ fault: 'zip-damaged' });
	});

	test.each([0, 3, 21, 22, 60])(
		'cut after %i bytes, or so many before its end, is refused with a reason',
		async (at) => {
			const archive = zipped({ 'a.bin': CONTENT });
			for (const cut of [archive.slice(0, at), archive.slice(0, archive.length - at - 1)])
				expect(() => zipEntries(cut)).toThrow(expect.objectContaining({ name: 'ZipError' }));
		}
	);

	test('that is a picture is no archive', () => {
		expect(() => zipEntries(new Uint8Array(1000).fill(0x89))).toThrow(expect.objectContaining({ fault: 'not-a-zip' }));
	});
});
