import type { Zoomable } from './matrix-zoom.ts';

/** Gestures on a drawing from its overlay, with the part of D3 that they need, loaded when a drawing first does; returns how to stop. */
export function listenForZoom(overlay: SVGSVGElement, target: Zoomable): () => void {
	const field = overlay.parentElement;
	let stop: (() => void) | undefined;
	let isGone = false;
	void import('./matrix-zoom.ts').then(({ zoomable }) => {
		if (!isGone && field) stop = zoomable(field, overlay, target);
	});
	return () => {
		isGone = true;
		stop?.();
	};
}
