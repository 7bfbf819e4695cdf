import { catalog, type CatalogEntry } from '#points/catalog.ts';
import type { AnyPoint } from '#points/define.ts';
import type { AnyExperiment } from '#points/define-experiment.ts';
import { experiments } from '#points/experiments.ts';
import { points } from '#points/registry.ts';

/** A knowledge point that can be seen: in a panel, or by training. */
export type Shown = AnyPoint | AnyExperiment;

/** Those that can be seen, by their number. */
export const allShown: readonly Shown[] = [...points, ...experiments].sort((a, b) => a.number - b.number);

/** The point that shows this number of the thirty; undefined while none does. */
export function shownBy(number: number): Shown | undefined {
	return allShown.find((point) => point.number === number);
}

/** Those of the thirty that can be seen. */
export const shown: readonly CatalogEntry[] = catalog.filter(({ number }) => shownBy(number));

/** True for one that is shown by training. */
export function isExperiment(point: Shown): point is AnyExperiment {
	return 'setup' in point;
}
