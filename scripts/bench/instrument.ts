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
	// A message that is sent as a frame begins arrives right after it, before all that the page puts off until then.
	const afterPaint = async () => {
		await new Promise(requestAnimationFrame);
		return new Promise<number>((resolve) => {
			const channel = new MessageChannel();
			channel.port1.onmessage = () => resolve(performance.now());
			channel.port2.postMessage(undefined);
		});
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
			const firstPaint = async () => {
				let end = await afterPaint();
				while (painted() === before) end = await afterPaint();
				return end;
			};
			const times = new Promise<readonly [input: number, paint: Promise<number>]>((resolve) => {
				// A button acts when it is let go: how long it was held is not the page's doing.
				for (const type of ['keydown', 'pointerup'])
					addEventListener(type, ({ timeStamp }) => resolve([timeStamp, firstPaint()]), { capture: true, once: true });
			});
			taken = times.then(async ([input, paint]) => (await paint) - input);
			whole = times.then(async ([input, paint]) => {
				await paint;
				await when(isSettled);
				return (await afterPaint()) - input;
			});
		},
		painted: () => taken,
		settled: () => whole
	};
}
