/** Scrolls an element's top into the upper part of the window, unless it is there. */
export function bring(element: Element | null): void {
	if (!element) return;
	const { top } = element.getBoundingClientRect();
	if (top >= 0 && top < innerHeight / 2) return;
	const isStill =
		matchMedia('(prefers-reduced-motion: reduce)').matches || element.closest('[data-motion="reduce"]') !== null;
	element.scrollIntoView({ block: 'start', behavior: isStill ? 'auto' : 'smooth' });
}
