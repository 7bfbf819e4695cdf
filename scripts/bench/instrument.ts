/** What the measured page is given before its own scripts run. It crosses to the browser as text: it may use nothing here. */

/** Times of a page, in its own milliseconds since the navigation. */
export interface Instrument {
	/** When the board first showed a real heatmap. */
	ready(): Promise<number>;
	/** Begins to wait for an input: a key or a click. */
	arm(): void;
	/** How long it took from the input to the paint of the first answer that came after it: of the panels in view. */
	painted(): Promise<number>;
	/** How long it took from the input until all open panels, also those out of view, had been brought up to it. */
	settled(): Promise<number>;
}

declare global {
	interface Window {
		headlightBench: Instrument;
	}
}

/** Installs the instrument: watches `[data-ready]` and `[data-settled]` on the board and `data-painted` on the document's root. */
export function instrument(): void {
	// Read late: when this runs, the document has no root yet.
	const painted = () => document.documentElement.dataset['painted'];
	// A message that is sent before a frame is painted, by what runs just before, arrives after it.
	const afterThisPaint = () =>
		new Promise<number>((resolve) => {
			const channel = new MessageChannel();
			channel.port1.onmessage = () => resolve(performance.now());
			channel.port2.postMessage(undefined);
		});
	const afterPaint = async () => {
		await new Promise(requestAnimationFrame);
		return afterThisPaint();
	};
	const when = (holds: () => boolean) =>
		new Promise<void>((resolve) => {
			const look = () => {
				if (!holds()) return;
				observer.disconnect();
				resolve();
			};
			const observer = new MutationObserver(look);
			observer.observe(document, { subtree: true, childList: true, attributes: true });
			look();
		});
	const ready = when(() => document.querySelector('[data-ready]') !== null).then(afterPaint);
	let taken = Promise.resolve(NaN);
	let whole = Promise.resolve(NaN);
	const isSettled = () => document.querySelector('[data-settled]') !== null;
	window.headlightBench = {
		ready: () => ready,
		arm() {
			const before = painted();
			const input = new Promise<number>((resolve) => {
				// A button acts when it is let go: how long it was held is not the page's doing.
				for (const type of ['keydown', 'pointerup'])
					addEventListener(type, (event) => resolve(event.timeStamp), { capture: true, once: true });
			});
			// The page counts in the very frame that paints what it counts.
			const paint = when(() => painted() !== before).then(afterThisPaint);
			const all = paint.then(() => when(isSettled)).then(afterPaint);
			const since = ([start, end]: readonly [number, number]) => end - start;
			taken = Promise.all([input, paint]).then(since);
			whole = Promise.all([input, all]).then(since);
		},
		painted: () => taken,
		settled: () => whole
	};
}
