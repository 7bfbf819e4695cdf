/** Moves the focus to what has just opened, and back to where it was once that is gone; an attachment. */
export function borrowFocus(node: HTMLElement): () => void {
	const before = document.activeElement;
	node.focus();
	return () => {
		const now = document.activeElement;
		// Whoever has gone on to something else meanwhile stays there.
		const isLost = now === null || now === document.body || node.contains(now);
		if (isLost && before instanceof HTMLElement) before.focus();
	};
}
