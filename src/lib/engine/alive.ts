/** What a worker says once it holds the lock of its name. */
export const ALIVE = 'alive';

/** Tells the page that this worker lives, by a lock that only its death releases. To be called inside a worker. */
export function tellAlive(): void {
	navigator.locks
		?.request(self.name, () => {
			postMessage(ALIVE);
			return new Promise(() => undefined);
		})
		// A frame that belongs to no site has no locks: there a death goes unnoticed.
		.catch(() => undefined);
}
