/** The geometry of a dial: angles grow against the clock from the right, as on paper. */

/** Where a hand of a length from 0 to 1 ends, in a picture of −1…1 whose y grows downwards. */
export function handEnd(angle: number, length = 1): readonly [x: number, y: number] {
	const round = (value: number) => +value.toFixed(4) + 0;
	return [round(length * Math.cos(angle)), round(-length * Math.sin(angle))];
}
