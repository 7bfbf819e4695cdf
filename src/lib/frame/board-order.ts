import type { AnyPoint } from '#points/define.ts';

/** Where in the computation the seed's points stand, from position to cache; those that are not named follow by number. */
const ORDER: readonly number[] = [3, 5, 23, 1, 18, 22, 11, 2, 4, 24, 15, 12, 13];

const place = ({ number }: AnyPoint) => (ORDER.includes(number) ? ORDER.indexOf(number) : 100 + number);

/** Points in the order of the board, which is that of the computation. */
export function inBoardOrder(points: readonly AnyPoint[]): readonly AnyPoint[] {
	return points.toSorted((a, b) => place(a) - place(b));
}
