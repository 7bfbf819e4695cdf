import type { Endpoint } from 'comlink';
import { ALIVE } from './alive.ts';

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
	return connectTo((name) => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name }));
}

/** A connection to a worker that is started under a name of its own, and tells by a lock of that name that it lives. */
export function connectTo(start: (name: string) => Worker): Connection {
	// A worker's death fires no event: a lock that it holds while it lives tells of it.
	const life = `headlight-engine-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
	const worker = start(life);
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
