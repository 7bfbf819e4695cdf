import { dev } from '$app/environment';
import { resolve } from '$app/paths';
import { inOneFile } from './address.ts';

/** How far the page is kept for when there is no network. */
export type Keeping =
	| { readonly step: 'unknown' }
	/** The browser does not let the page keep anything here, as in a private window or over plain HTTP. */
	| { readonly step: 'refused' }
	/** The page is one file, which holds all there is. */
	| { readonly step: 'held' }
	| { readonly step: 'some' | 'all'; readonly kept: number; readonly total: number; readonly modelBytes: number }
	| { readonly step: 'fetching'; readonly done: number; readonly total: number }
	| { readonly step: 'failed'; readonly detail: string };

interface Said {
	readonly kept: number;
	readonly total: number;
	readonly modelBytes: number;
	readonly done: number;
	readonly finished?: boolean;
	readonly failed?: string;
}

/** What this page keeps on the machine, and whether a newer version of it waits to be let in. */
class Offline {
	#keeping: Keeping = $state.raw({ step: 'unknown' });
	#waiting: ServiceWorker | undefined = $state.raw();
	#started = false;

	/** How far it is kept. */
	get keeping(): Keeping {
		return this.#keeping;
	}

	/** True when a new version is there and waits for the reader. */
	get isNewer(): boolean {
		return this.#waiting !== undefined;
	}

	/** Starts keeping, once; to be called when the page has shown what it is for. */
	async start(): Promise<void> {
		// There is nothing to keep while everything changes.
		if (this.#started || dev) return;
		this.#started = true;
		if (inOneFile()) return void (this.#keeping = { step: 'held' });
		try {
			const registration = await navigator.serviceWorker.register(`${resolve('/')}service-worker.js`);
			this.#watch(registration);
			const { active } = await navigator.serviceWorker.ready;
			active?.postMessage({ type: 'keep', page: location.pathname });
			await this.look();
		} catch {
			this.#keeping = { step: 'refused' };
		}
	}

	/** Finds out how much is kept. */
	async look(): Promise<void> {
		await this.#ask('state', (said) => this.#settle(said));
	}

	/** Keeps everything: all pages, all models. */
	async keepAll(): Promise<void> {
		await this.start();
		if (this.#keeping.step === 'refused') return;
		this.#keeping = { step: 'fetching', done: 0, total: 0 };
		await this.#ask('keep-all', (said) => {
			if (said.failed !== undefined) this.#keeping = { step: 'failed', detail: said.failed };
			else if (said.finished) this.#settle(said);
			else this.#keeping = { step: 'fetching', done: said.done, total: said.total };
		});
	}

	/** Lets the new version in, and opens the page anew in it. */
	renew(): void {
		navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
		this.#waiting?.postMessage({ type: 'take-over' });
	}

	#settle({ kept, total, modelBytes }: Said): void {
		this.#keeping = { step: kept >= total ? 'all' : 'some', kept, total, modelBytes };
	}

	async #ask(type: string, take: (said: Said) => void): Promise<void> {
		const { active } = await navigator.serviceWorker.ready;
		const { port1, port2 } = new MessageChannel();
		// Our own worker's words: it is of the same version, or of one before it that spoke alike.
		port1.onmessage = ({ data }: MessageEvent<Said>) => take(data);
		active?.postMessage({ type }, [port2]);
	}

	#watch(registration: ServiceWorkerRegistration): void {
		const note = () => {
			// The first version of all has nothing to wait for.
			if (registration.waiting && registration.active) this.#waiting = registration.waiting;
		};
		note();
		registration.addEventListener('updatefound', () => {
			registration.installing?.addEventListener('statechange', note);
		});
	}
}

/** The one there is: a page has one service worker. */
export const offline = new Offline();
