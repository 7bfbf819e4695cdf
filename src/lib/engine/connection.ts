import type { Endpoint } from 'comlink';
import { ALIVE } from './alive.ts';
import script from './worker.ts?worker&url';

/** A worker as the page sees it. */
export interface Connection {
	readonly endpoint: Endpoint;
	/** Settles, with what is known of the cause, when the worker can answer no more. */
	readonly died: Promise<string>;
	/** Ends the worker without a word to anyone. */
	terminate(): void;
}

/** Starts the engine's worker. */
export function startWorker(): Connection {
	return connectTo(script);
}

/** A connection to a worker of a script, that is given a name of its own and tells by a lock of that name that it lives. */
export function connectTo(address: string): Connection {
	// A worker's death fires no event: a lock that it holds while it lives tells of it.
	const life = `headlight-engine-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
	const worker = spawn(address, life);
	const died = new Promise<string>((resolve) => {
		worker.addEventListener('error', (event) => resolve(event.message || 'the worker did not start'));
		worker.addEventListener('message', function alive(event) {
			if (event.data !== ALIVE) return;
			worker.removeEventListener('message', alive);
			// Granted once the worker is gone; an insecure page has no locks.
			void navigator.locks?.request(life, () => resolve('the worker died'));
		});
	});
	return { endpoint: worker, died, terminate: () => worker.terminate() };
}

/** The worker itself; in a frame that belongs to no site, its script has to be the frame's own, and brings in the site's. */
function spawn(address: string, name: string): Worker {
	const { href } = new URL(address, import.meta.url);
	// A script that the page itself holds is a plain one: no module starts in a page that belongs to no site.
	if (href.startsWith('blob:')) return new Worker(href, { name });
	try {
		return new Worker(href, { type: 'module', name });
	} catch {
		const own = new Blob([bringing(href)], { type: 'text/javascript' });
		// Chromium starts no module of a frame without a site, but lets a plain script import one.
		return new Worker(URL.createObjectURL(own), { name });
	}
}

/** A script that imports another, and hands it what was said to it meanwhile. */
function bringing(href: string): string {
	return `const early = [];
const keep = (event) => early.push(event);
addEventListener('message', keep);
import(${JSON.stringify(href)}).then(
	() => {
		removeEventListener('message', keep);
		for (const event of early) dispatchEvent(event);
	},
	(error) => setTimeout(() => { throw error; })
);`;
}
