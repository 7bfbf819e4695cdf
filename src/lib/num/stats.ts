/** e^score divided by the sum of them all, in 64 bits; −∞ weighs 0, and a row with nothing open is all zeros. */
export function softmax(scores: ArrayLike<number>): Float32Array {
	const weights = new Float32Array(scores.length);
	const total = logSumExp(scores);
	if (total === -Infinity) return weights;
	for (let i = 0; i < scores.length; i++) weights[i] = Math.exp(at(scores, i) - total);
	return weights;
}

/** log Σ e^score, without overflow; −∞ when no score is finite or there is none. */
export function logSumExp(scores: ArrayLike<number>): number {
	const peak = maximum(scores);
	if (peak === -Infinity) return -Infinity;
	let sum = 0;
	for (let i = 0; i < scores.length; i++) sum += Math.exp(at(scores, i) - peak);
	return peak + Math.log(sum);
}

/** Shannon's entropy −Σ p log₂ p of a distribution, in bits; zero probabilities add nothing. */
export function entropyBits(probabilities: ArrayLike<number>): number {
	let sum = 0;
	for (let i = 0; i < probabilities.length; i++) {
		const p = at(probabilities, i);
		if (p > 0) sum -= p * Math.log2(p);
	}
	return sum;
}

/** Index of the largest value, the lowest one among equals; −1 when there is none. */
export function argmax(values: ArrayLike<number>): number {
	let best = -1;
	for (let i = 0; i < values.length; i++) if (best < 0 || at(values, i) > at(values, best)) best = i;
	return best;
}

/** The arithmetic mean; NaN of nothing. */
export function mean(values: ArrayLike<number>): number {
	let sum = 0;
	for (let i = 0; i < values.length; i++) sum += at(values, i);
	return sum / values.length;
}

/** The mean squared distance from the mean, divided by n as LayerNorm does. */
export function variance(values: ArrayLike<number>): number {
	const center = mean(values);
	let sum = 0;
	for (let i = 0; i < values.length; i++) sum += (at(values, i) - center) ** 2;
	return sum / values.length;
}

/** Σ aᵢ bᵢ, in 64 bits; throws a RangeError when the lengths differ. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
	sameLength(a, b);
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += at(a, i) * at(b, i);
	return sum;
}

/** The cosine of the angle between two vectors; 0 when one of them is zero. */
export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
	const lengths = Math.sqrt(dot(a, a) * dot(b, b));
	return lengths === 0 ? 0 : dot(a, b) / lengths;
}

/** The largest |aᵢ − bᵢ|; equal infinities differ by 0, and NaN anywhere makes it NaN. */
export function maxAbsDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
	sameLength(a, b);
	let largest = 0;
	for (let i = 0; i < a.length; i++) {
		if (at(a, i) === at(b, i)) continue;
		const difference = Math.abs(at(a, i) - at(b, i));
		if (Number.isNaN(difference)) return NaN;
		largest = Math.max(largest, difference);
	}
	return largest;
}

/** Indices of the `n` largest values, largest first, the lower index first among equals. */
export function topIndices(values: ArrayLike<number>, n: number): number[] {
	const best: number[] = [];
	for (let i = 0; i < values.length; i++) {
		if (best.length >= n && !(at(values, i) > at(values, best[best.length - 1] ?? i))) continue;
		best.splice(placeAmong(best, values, at(values, i)), 0, i);
		if (best.length > n) best.pop();
	}
	return best;
}

/** The first place in `best`, largest first, whose value is smaller. */
function placeAmong(best: readonly number[], values: ArrayLike<number>, value: number): number {
	let low = 0;
	let high = best.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (at(values, best[middle] ?? 0) >= value) low = middle + 1;
		else high = middle;
	}
	return low;
}

function maximum(values: ArrayLike<number>): number {
	let peak = -Infinity;
	for (let i = 0; i < values.length; i++) if (at(values, i) > peak) peak = at(values, i);
	return peak;
}

/** Indices here never leave the array, which the compiler cannot see. */
function at(values: ArrayLike<number>, index: number): number {
	return values[index] ?? NaN;
}

function sameLength(a: ArrayLike<number>, b: ArrayLike<number>): void {
	if (a.length !== b.length) throw new RangeError(`${a.length} values against ${b.length}`);
}
