/** The geometry of weights against their means: a square of pixels, the same scale on both axes. */
import { tickText } from '#marks/tick-text.ts';
import type { Pair } from './compute.ts';

/** A line from the origin to the edge of the square. */
export interface Ray {
	readonly x: number;
	readonly y: number;
}

/** Everything that is drawn of a scatter but its colours. */
export interface ScatterLayout {
	readonly dots: readonly { readonly x: number; readonly y: number }[];
	readonly ticks: readonly { readonly at: number; readonly text: string }[];
	/** Where a line of a slope through the origin leaves the square. */
	readonly ray: (slope: number) => Ray;
}

const TICKS = [0, 0.5, 1] as const;

/** Lays out a square of `side` pixels from 0 to 1, or as far as a mean reaches beyond: places are from its lower left corner. */
export function layoutScatter(pairs: readonly Pair[], side: number): ScatterLayout {
	const most = Math.max(1, ...pairs.map(([, mean]) => mean));
	const place = (value: number) => +((value / most) * side).toFixed(1);
	return {
		dots: pairs.map(([without, mean]) => ({ x: place(without), y: place(mean) })),
		ticks: TICKS.map((value) => ({ at: place(value), text: tickText(value) })),
		ray: (slope) => ({ x: slope > 1 ? side / slope : side, y: Math.min(1, slope) * side })
	};
}
