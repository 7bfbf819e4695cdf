import { catalog, type CatalogEntry } from '#points/catalog.ts';
import type { AnyPoint } from '#points/define.ts';
import { points } from '#points/registry.ts';

/** The point that shows this number of the thirty; undefined while none does. */
export function shownBy(number: number): AnyPoint | undefined {
	return points.find((point) => point.number === number);
}

/** Those of the thirty that can be seen. */
export const shown: readonly CatalogEntry[] = catalog.filter(({ number }) => shownBy(number));
