/** Which of some places in a column an arrow key leads to from the one that has the focus; undefined for other keys and past the ends. */
export function moved<P>(key: string, places: readonly P[], from: unknown): P | undefined {
	const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
	const at = places.findIndex((place) => place === from);
	return step === 0 || at < 0 ? undefined : places[at + step];
}
