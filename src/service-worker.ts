/**
 * Keeps the page and the models on the machine, so that both open without a network.
 *
 * A version of the page is kept whole: its scripts when it is first opened, its pages as they are opened or when all are
 * asked for. Models have caches of their own, named by what is in them, and outlive versions. A new version waits until
 * the reader lets it in; nothing here reloads a page.
 */
/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
import { base, build, files, prerendered, version } from '$service-worker';

// The global of this file is a service worker's; without a library of its own TypeScript takes it for a window.
const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;

const SHELL = `headlight-shell-${version}`;
const MODEL = 'headlight-model-';
const MODEL_FILES = ['config.json', 'tokenizer.json', 'model.safetensors', 'card.json'];
/** Pages that open without a network from the first visit on. */
const FIRST_PAGES = [`${base}/`, `${base}/zh/`];
const scripts = new Set([...build, ...files.filter((path) => !path.startsWith(`${base}/models/`))]);
/** Lists what the engine's worker consists of: `build` has the page's own files alone. */
const ENGINE_FILES = `${base}/_app/immutable/workers/files.json`;
const pages = new Set(prerendered);

/** What each model's card says of its files. */
type Listing = Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
const cards = import.meta.glob<Listing>('../static/models/*/card.json', { eager: true, import: 'files' });
const listings = new Map(Object.entries(cards).map(([path, listing]) => [path.split('/').at(-2) ?? '', listing]));

/** The cache of a model: another training of it is another cache. */
const cacheOf = (id: string) => `${MODEL}${id}-${listings.get(id)?.['model.safetensors']?.sha256.slice(0, 12)}`;

worker.addEventListener('install', (event) =>
	event.waitUntil(everyScript().then((all) => keepShell([...all, ...FIRST_PAGES])))
);

worker.addEventListener('activate', (event) => event.waitUntil(dropOld()));

worker.addEventListener('message', (event: ExtendableMessageEvent) => {
	const message = event.data as { readonly type?: string; readonly page?: string } | undefined;
	const [port] = event.ports;
	if (message?.type === 'take-over') event.waitUntil(worker.skipWaiting());
	if (message?.type === 'keep') event.waitUntil(keepUsed(message.page));
	if (message?.type === 'keep-all' && port) event.waitUntil(keepAll(port));
	if (message?.type === 'state' && port) event.waitUntil(state().then((said) => port.postMessage(said)));
});

worker.addEventListener('fetch', (event) => {
	const url = new URL(event.request.url);
	if (event.request.method !== 'GET' || url.origin !== location.origin) return;
	const model = modelOf(url.pathname);
	if (model) event.respondWith(answerModel(event, model, url.pathname));
	else if (isScript(url.pathname) || pages.has(url.pathname)) event.respondWith(answerShell(event, url.pathname));
});

/** The model whose file an address is; undefined for none that ships. */
function modelOf(path: string): string | undefined {
	const [id = '', name = ''] = path.startsWith(`${base}/models/`)
		? path.slice(`${base}/models/`.length).split('/')
		: [];
	return MODEL_FILES.includes(name) && listings.has(id) ? id : undefined;
}

async function answerShell(event: FetchEvent, path: string): Promise<Response> {
	const kept = await (await caches.open(SHELL)).match(path);
	if (kept) return kept;
	const response = await fetch(event.request);
	if (response.ok && response.type === 'basic') event.waitUntil(putCopy(SHELL, path, response.clone()));
	return response;
}

/** A model's file: from the cache where all of it is there, so that no two trainings of it are ever mixed. */
async function answerModel(event: FetchEvent, id: string, path: string): Promise<Response> {
	const cache = await caches.open(cacheOf(id));
	const kept = (await isWhole(id)) ? await cache.match(path) : undefined;
	if (kept) return kept;
	const response = await fetch(event.request);
	if (response.ok) event.waitUntil(keepIfSound(id, path, response.clone()));
	return response;
}

const isScript = (path: string) => path.startsWith(`${base}/_app/immutable/`) || scripts.has(path);

/** Every file that a page runs on, the engine's too. */
async function everyScript(): Promise<string[]> {
	const cache = await caches.open(SHELL);
	if (!(await cache.match(ENGINE_FILES))) await cache.add(ENGINE_FILES);
	const names = (await (await cache.match(ENGINE_FILES))?.json()) as readonly string[];
	return [...new Set([...scripts, ENGINE_FILES, ...names.map((name) => `${base}/${name}`)])];
}

async function putCopy(name: string, path: string, response: Response): Promise<void> {
	await (await caches.open(name)).put(path, response);
}

/** Keeps a model's file if it is the one that was published: a damaged one would be found again at every try. */
async function keepIfSound(id: string, path: string, response: Response): Promise<void> {
	const content = await response.arrayBuffer();
	if (!(await isSound(id, path, content))) return;
	await putCopy(cacheOf(id), path, new Response(content, { headers: response.headers }));
}

async function isSound(id: string, path: string, content: ArrayBuffer): Promise<boolean> {
	const name = path.split('/').at(-1) ?? '';
	const listing = listings.get(id);
	if (name === 'card.json') {
		const { files: said } = JSON.parse(new TextDecoder().decode(content)) as { files?: unknown };
		return JSON.stringify(said) === JSON.stringify(listing);
	}
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === listing?.[name]?.sha256;
}

const pathsOf = (id: string) => MODEL_FILES.map((name) => `${base}/models/${id}/${name}`);

async function isWhole(id: string): Promise<boolean> {
	const cache = await caches.open(cacheOf(id));
	const kept = await Promise.all(pathsOf(id).map((path) => cache.match(path)));
	return kept.every((one) => one !== undefined);
}

/** Keeps what a reader uses who has just come: the page, and the model that it showed. */
async function keepUsed(page: string | undefined): Promise<void> {
	if (page !== undefined && pages.has(page)) await keepShell([page]);
	const [first] = listings.keys();
	if (first !== undefined) await keepModel(first);
}

async function keepShell(paths: readonly string[], told: () => void = () => undefined): Promise<void> {
	const cache = await caches.open(SHELL);
	// A few at a time: the page that is on show goes first.
	const waiting = [...paths];
	const take = async () => {
		for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
			if (!(await cache.match(path))) await cache.add(new Request(path, { cache: 'no-cache' }));
			told();
		}
	};
	await Promise.all([take(), take(), take(), take()]);
}

async function keepModel(id: string, told: () => void = () => undefined): Promise<void> {
	const cache = await caches.open(cacheOf(id));
	for (const path of pathsOf(id)) {
		if (!(await cache.match(path))) await keepIfSound(id, path, await fetch(path, { cache: 'no-cache' }));
		told();
	}
}

/** Keeps everything there is, and says how far it is. */
async function keepAll(port: MessagePort): Promise<void> {
	let done = 0;
	const { total } = await state();
	const told = () => port.postMessage({ done: ++done, total });
	try {
		await keepShell([...(await everyScript()), ...pages], told);
		for (const id of listings.keys()) await keepModel(id, told);
		port.postMessage({ finished: true, ...(await state()) });
	} catch (error) {
		port.postMessage({ failed: String(error) });
	}
}

/** What is kept, of what there is. */
async function state() {
	const shell = await (await caches.open(SHELL)).keys();
	const whole = await Promise.all([...listings.keys()].map(isWhole));
	return {
		kept: shell.length + whole.filter(Boolean).length * MODEL_FILES.length,
		total: (await everyScript()).length + pages.size + listings.size * MODEL_FILES.length,
		modelBytes: [...listings.values()].flatMap((one) => Object.values(one)).reduce((sum, { bytes }) => sum + bytes, 0)
	};
}

/** Drops other versions of the page, and trainings of models that this version does not know. */
async function dropOld(): Promise<void> {
	const current = new Set([SHELL, ...[...listings.keys()].map(cacheOf)]);
	const old = (await caches.keys()).filter((name) => name.startsWith('headlight-') && !current.has(name));
	await Promise.all(old.map(async (name) => caches.delete(name)));
}
