/** A frame or two. */
const FRAMES = 50;

let painted = 0;

/** Settles once what is on show has been painted: what is fetched then delays nothing that the reader waits for. */
export function oncePainted(): Promise<void> {
	return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, FRAMES)));
}

/**
 * Counts on the document's root what has been painted, for benchmarks and tests that wait for it. Called whenever one
 * of `causes` changes what is drawn; returns how to take it back when another change comes before the paint.
 */
export function tellPainted(...causes: readonly unknown[]): () => void {
	const frame = requestAnimationFrame(() => {
		painted += causes.length > 0 ? 1 : 0;
		document.documentElement.dataset['painted'] = String(painted);
	});
	return () => cancelAnimationFrame(frame);
}
