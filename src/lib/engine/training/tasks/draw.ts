/** A whole number below `count`. */
export function below(count: number, random: () => number): number {
	return Math.floor(random() * count);
}

/** `size` whole numbers below `count`, repeats allowed. */
export function several(size: number, count: number, random: () => number): number[] {
	return Array.from({ length: size }, () => below(count, random));
}

/** `size` different whole numbers below `count`. */
export function distinct(size: number, count: number, random: () => number): number[] {
	const left = Array.from({ length: count }, (_, i) => i);
	return Array.from({ length: Math.min(size, count) }, () => left.splice(below(left.length, random), 1)[0] ?? 0);
}
