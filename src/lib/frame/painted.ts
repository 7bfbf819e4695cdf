let painted = 0;

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
