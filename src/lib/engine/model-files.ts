/**
 * Fetches a model's folder and checks that what came is what was published.
 *
 * `card.json` lists each file's size and SHA-256. A file that is short or altered would compute wrong numbers without
 * any other sign, so it is refused; where the page was not loaded safely, browsers offer no hashing and sizes must do.
 */
import { EngineError } from './failures.ts';
import type { FailureCode } from './protocol.ts';

/** The files that a model is made from. */
export interface ModelFiles {
	/** The text of `config.json`. */
	readonly config: string;
	/** The text of `tokenizer.json`. */
	readonly tokenizer: string;
	/** The bytes of `model.safetensors`. */
	readonly weights: ArrayBuffer;
}

/** What fetching needs of its surroundings; tests give their own. */
export interface Source {
	/** Where `<id>/` lies, with a closing slash. */
	readonly modelsUrl: string;
	readonly progress?: (loaded: number, total: number) => void;
	readonly fetch?: typeof globalThis.fetch;
}

/** A shipped model's files; throws EngineError `model-unknown`, `model-unreachable` or `model-damaged`. */
export async function fetchModel(id: string, source: Source): Promise<ModelFiles> {
	// An id may come from a link: it must not lead out of the folder.
	if (!/^[a-z0-9-]+$/.test(id)) throw new EngineError('model-unknown', `"${id}" is no model's name`);
	const stop = new AbortController();
	const download = new Download(`${source.modelsUrl}${id}/`, source, stop.signal);
	try {
		// All at once, and checked when they are there: a cold start should not wait for the list.
		const first = download.file('config.json', 'model-unknown');
		const others = Promise.all([
			download.file('tokenizer.json'),
			download.file('model.safetensors'),
			download.file('card.json')
		]);
		others.catch(() => undefined);
		// Whatever fails first: without a configuration there is no such model.
		const config = await first;
		const [tokenizer, weights, card] = await others;
		const listing = listingOf(card);
		await verify('config.json', config, listing);
		await verify('tokenizer.json', tokenizer, listing);
		await verify('model.safetensors', weights, listing);
		return { config: decode(config), tokenizer: decode(tokenizer), weights: weights.buffer };
	} finally {
		stop.abort();
	}
}

type Bytes = Uint8Array<ArrayBuffer>;

/** Several files on their way, and how much of them has come. */
class Download {
	#loaded = 0;
	#total = 0;
	readonly #folder: string;
	readonly #source: Source;
	readonly #signal: AbortSignal;

	constructor(folder: string, source: Source, signal: AbortSignal) {
		this.#folder = folder;
		this.#source = source;
		this.#signal = signal;
	}

	/** A file's bytes; one that is not there fails with `absent`. */
	async file(name: string, absent: FailureCode = 'model-damaged'): Promise<Bytes> {
		const address = this.#folder + name;
		try {
			const response = await (this.#source.fetch ?? fetch)(address, { signal: this.#signal });
			if (isAbsent(response)) throw new EngineError(absent, `${name} is not there`);
			if (!response.ok) throw new EngineError('model-unreachable', `${name} answers ${response.status}`);
			return await this.#read(response);
		} catch (error) {
			if (error instanceof EngineError) throw error;
			throw new EngineError('model-unreachable', `${name}: ${String(error)}`);
		}
	}

	async #read(response: Response): Promise<Bytes> {
		// A compressed answer is longer than it says: then the end is not known.
		this.#total += Number(response.headers.get('content-length') ?? 0);
		const chunks: Bytes[] = [];
		const reader = response.body?.getReader();
		for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
			chunks.push(step.value);
			this.#loaded += step.value.length;
			this.#source.progress?.(this.#loaded, this.#total < this.#loaded ? 0 : this.#total);
		}
		return new Uint8Array(await new Blob(chunks).arrayBuffer());
	}
}

/** Hosts without a file answer 404, or with a page of their own. */
function isAbsent(response: Response): boolean {
	const page = response.headers.get('content-type')?.includes('text/html') ?? false;
	return response.status === 404 || response.status === 410 || (response.ok && page);
}

interface Listed {
	readonly bytes?: unknown;
	readonly sha256?: unknown;
}

/** What the card says of each file. */
function listingOf(card: Bytes): Readonly<Record<string, Listed | undefined>> {
	try {
		// What each entry says is checked where it is read.
		const { files } = JSON.parse(decode(card)) as { files?: Record<string, Listed> };
		return files ?? {};
	} catch (error) {
		throw new EngineError('model-damaged', `card.json: ${String(error)}`);
	}
}

async function verify(name: string, content: Bytes, listing: ReturnType<typeof listingOf>): Promise<void> {
	const listed = listing[name];
	if (!listed) throw new EngineError('model-damaged', `card.json does not list ${name}`);
	if (content.length !== listed.bytes)
		throw new EngineError('model-damaged', `${name} has ${content.length} bytes of ${String(listed.bytes)}`);
	// Pages that came without encryption are given no crypto.subtle, against its type.
	const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
	const digest = await subtle?.digest('SHA-256', content);
	if (digest && hexOf(digest) !== listed.sha256)
		throw new EngineError('model-damaged', `${name} is not the file that was published`);
}

function hexOf(digest: ArrayBuffer): string {
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function decode(bytes: Bytes): string {
	return new TextDecoder().decode(bytes);
}
