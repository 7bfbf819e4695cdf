import { describe, expect, test } from 'vitest';
import { MOST_BYTES, readPicked } from './own-files.ts';
import { ownIdOf } from './own-model.ts';
import { zipped } from './training/zip.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const PARTS = { 'config.json': encode('{}'), 'tokenizer.json': encode('[]'), 'model.safetensors': encode('weights') };
const FILES = { config: '{}', tokenizer: '[]', weights: encode('weights').buffer };

const inFolder = (folder: string, files: Readonly<Record<string, Uint8Array>> = PARTS) =>
	zipped(Object.fromEntries(Object.entries(files).map(([name, content]) => [folder + name, content])));

function file(name: string, content: Uint8Array<ArrayBuffer>) {
	return new File([content], name);
}

describe('picked files are a model', () => {
	test('as an archive of its folder, which names it', async () => {
		const read = await readPicked([file('download.zip', inFolder('my-model/'))]);
		expect(read).toEqual({ ok: true, name: 'my-model', files: FILES });
	});

	test('as an archive without a folder, named after the archive', async () => {
		expect(await readPicked([file('mine.zip', inFolder(''))])).toMatchObject({ ok: true, name: 'mine' });
	});

	test('as its three files', async () => {
		const picked = Object.entries(PARTS).map(([name, content]) => file(name, content));
		expect(await readPicked(picked)).toEqual({ ok: true, name: undefined, files: FILES });
	});

	test('whose name follows from every byte of theirs', () => {
		const changed = { ...FILES, config: '{ }' };
		expect(ownIdOf(FILES)).toMatch(/^own-[0-9a-f]{8}$/);
		expect(ownIdOf(changed)).not.toBe(ownIdOf(FILES));
	});
});

describe('picked files are refused', () => {
	test('with the names of those that are missing', async () => {
		const { 'tokenizer.json': _, ...others } = PARTS;
		const refused = { ok: false, fault: 'file-missing', detail: 'tokenizer.json' };
		expect(await readPicked([file('a.zip', inFolder('x/', others))])).toEqual(refused);
		expect(await readPicked([file('config.json', encode('{}'))])).toMatchObject({ fault: 'file-missing' });
	});

	test('when they are something else', async () => {
		expect(await readPicked([file('cat.png', encode('a picture of a cat'))])).toMatchObject({ fault: 'not-a-zip' });
	});

	test('unread, when they are too large', async () => {
		const unread = () => Promise.reject(new Error('it was read'));
		const huge = { name: 'a.zip', size: MOST_BYTES + 1, arrayBuffer: unread };
		expect(await readPicked([huge])).toEqual({ ok: false, fault: 'too-large', detail: 'a.zip' });
	});
});
