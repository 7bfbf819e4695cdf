/** Longer than a frame takes: where nothing is painted, such as behind another window, what waits goes on all the same. */
const UNPAINTED = 100;

/** Acts once the next frame has been painted, or at once where there is nothing to paint on; returns how to take that back. */
export function afterPaint(act: () => void): () => void {
	if (typeof requestAnimationFrame === 'undefined') {
		act();
		return () => undefined;
	}
	let timer = setTimeout(act, UNPAINTED);
	const frame = requestAnimationFrame(() => {
		clearTimeout(timer);
		// What is put off from before a frame comes after it.
		timer = setTimeout(act);
	});
	return () => {
		cancelAnimationFrame(frame);
		clearTimeout(timer);
	};
}
