import { catalog, type CatalogEntry } from '#points/catalog.ts';
import type { AnyPoint } from '#points/define.ts';
import { points } from '#points/registry.ts';

/** Points that are shown inside another one's panel: point 23 is the first half of every cell of point 1. */
const SHOWN_WITHIN: ReadonlyMap<number, number> = new Map([[23, 1]]);

/** The point that shows this number of the thirty; undefined while none does. */
export function shownBy(number: number): AnyPoint | undefined {
	const shown = SHOWN_WITHIN.get(number) ?? number;
	return points.find((point) => point.number === shown);
}

/** Those of the thirty that can be seen. */
export const shown: readonly CatalogEntry[] = catalog.filter(({ number }) => shownBy(number));
