/** The files that a reader picked, as a model's: an archive of a Hugging Face folder, or the folder's files themselves. */
import type { ModelFiles } from './model-files.ts';
import { ZipError, zipEntries, type ZipFault } from './unzip.ts';

/** A file larger than this is not read: the page would stand still, and may run out of memory. */
export const MOST_BYTES = 200_000_000;

/** The files that a model is made from. */
export const PARTS = ['config.json', 'tokenizer.json', 'model.safetensors'] as const;

/** What is wrong with the files, as a code that the page has a sentence for. */
export type FilesFault = ZipFault | 'file-missing';

/** A picked file, as browsers give it. */
export type Picked = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/** What the picked files came to: a model's files and what their folder is called, if it is known, or what is wrong with them. */
export type OwnFiles =
	| { readonly ok: true; readonly name: string | undefined; readonly files: ModelFiles }
	| { readonly ok: false; readonly fault: FilesFault; readonly detail: string };

/** Reads what was picked. Whether the model can be run is another question. */
export async function readPicked(picked: readonly Picked[]): Promise<OwnFiles> {
	try {
		const found = await gather(picked);
		const missing = PARTS.filter((part) => !found.parts.has(part));
		if (missing.length > 0) return { ok: false, fault: 'file-missing', detail: missing.join(', ') };
		const [config, tokenizer, weights] = await Promise.all(PARTS.map(async (part) => found.parts.get(part)?.()));
		const text = (bytes = new Uint8Array()) => new TextDecoder().decode(bytes);
		const files = { config: text(config), tokenizer: text(tokenizer), weights: bufferOf(weights) };
		return { ok: true, name: found.name, files };
	} catch (error) {
		if (error instanceof ZipError) return { ok: false, fault: error.fault, detail: error.message };
		return { ok: false, fault: 'zip-damaged', detail: String(error) };
	}
}

type Part = () => Promise<Uint8Array<ArrayBuffer>>;

/** What was picked, by what each file is for, and what it is called together. */
interface Found {
	readonly name: string | undefined;
	readonly parts: ReadonlyMap<string, Part>;
}

async function gather(picked: readonly Picked[]): Promise<Found> {
	const large = picked.find(({ size }) => size > MOST_BYTES);
	if (large) throw new ZipError('too-large', large.name);
	const parts = new Map<string, Part>();
	for (const file of picked)
		if (isPart(file.name)) parts.set(file.name, async () => new Uint8Array(await file.arrayBuffer()));
	const archive = picked.find(({ name }) => !isPart(name));
	if (parts.size > 0 || !archive) return { name: undefined, parts };
	const bytes = new Uint8Array(await archive.arrayBuffer());
	const entries = zipEntries(bytes);
	// Of several folders in one archive, the first that has a configuration.
	const config = entries.find(({ path }) => path === PARTS[0] || path.endsWith(`/${PARTS[0]}`));
	const folder = config?.path.slice(0, -PARTS[0].length) ?? '';
	for (const entry of entries) {
		const name = entry.path.slice(folder.length);
		if (entry.path.startsWith(folder) && isPart(name)) parts.set(name, async () => entry.read(MOST_BYTES));
	}
	return { name: folder.split('/').at(-2) ?? archive.name.replace(/\.zip$/i, ''), parts };
}

function isPart(name: string): boolean {
	return PARTS.some((part) => part === name);
}

/** The bytes in a buffer that holds nothing else. */
function bufferOf(bytes = new Uint8Array()): ArrayBuffer {
	return bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
}
