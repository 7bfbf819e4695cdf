/** The geometry of a reliability diagram: a square, both axes from 0 to 1. */
import type { Certainty, Side } from './compute.ts';

/** A tenth of certainty as it is drawn. */
export interface ReliabilityMark extends Certainty {
	readonly x: number;
	readonly y: number;
	/** The height at which it would be as often right as it is sure. */
	readonly honest: number;
	/** Its area follows the number of answers. */
	readonly radius: number;
}

/** The drawing's width. */
export const WIDTH = 400;

/** Its height: room for a label above the square and two lines below. */
export const HEIGHT = 418;

/** Where the axis of certainty begins. */
export const LOW = 38;

/** Where it ends. */
export const HIGH = 386;

/** Both axes' marks. */
export const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;

const TOP = 26;
const SMALLEST = 2.5;
const LARGEST = 16;

/** The place of a certainty. */
export const xOf = (share: number) => LOW + share * (HIGH - LOW);

/** The height of a share that is right. */
export const yOf = (share: number) => TOP + (1 - share) * (HIGH - LOW);

/** The marks of a run, those of many answers first: the small ones are drawn over them. */
export function marksOf({ sure }: Pick<Side, 'sure'>): ReliabilityMark[] {
	const all = sure.reduce((sum, { count }) => sum + count, 0);
	return sure
		.toSorted((a, b) => b.count - a.count)
		.map((one) => ({
			...one,
			x: round(xOf(one.confidence)),
			y: round(yOf(one.right)),
			honest: round(yOf(one.confidence)),
			radius: round(Math.max(SMALLEST, LARGEST * Math.sqrt(one.count / all)))
		}));
}

/** The mark nearest to a place; undefined where none is near. */
export function markNear(
	marks: readonly ReliabilityMark[],
	{ x, y }: { readonly x: number; readonly y: number }
): ReliabilityMark | undefined {
	const far = (mark: ReliabilityMark) => Math.hypot(mark.x - x, mark.y - y) - mark.radius;
	const [nearest] = marks.toSorted((a, b) => far(a) - far(b));
	return nearest && far(nearest) < 24 ? nearest : undefined;
}

function round(value: number): number {
	return +value.toFixed(1);
}
