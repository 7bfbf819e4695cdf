/**
 * A second's work that tells a backend that computes from one that only starts.
 *
 * Every result is compared with the same computation in plain JavaScript, in 64 bits.
 */
import { seededRandom } from '#num/random.ts';
import { dot, maxAbsDifference, softmax as softmaxOf } from '#num/stats.ts';
import { gather, matMul, softmax, sum, tensor, tidy, type Tensor } from './tf.ts';

const PATIENCE = 10_000;
const TOLERANCE = 1e-3;

/** What the current backend gets wrong, in a few words; undefined when it computes right. */
export async function selfTest(): Promise<string | undefined> {
	for (const [name, trial] of Object.entries(TRIALS)) {
		const difference = await withinPatience(differenceOf(trial()));
		if (difference === undefined) return `${name} takes longer than ${PATIENCE / 1000} s`;
		if (!(difference <= TOLERANCE)) return `${name} is off by ${difference}`;
	}
	return undefined;
}

interface Trial {
	readonly run: () => Tensor;
	readonly expected: ArrayLike<number>;
}

const TRIALS: Record<string, () => Trial> = {
	sum() {
		const values = random(1, 1000);
		return { run: () => sum(tensor(values)), expected: [values.reduce((total, x) => total + x, 0)] };
	},
	softmax() {
		const rows = [random(2, 33), random(3, 33)];
		return {
			run: () => softmax(tensor(Float32Array.from(rows.flatMap((row) => [...row])), [2, 33])),
			expected: rows.flatMap((row) => [...softmaxOf(row)])
		};
	},
	'matrix product'() {
		const [n, inner, m] = [37, 64, 41];
		const [left, right] = [random(4, n * inner), random(5, m * inner)];
		const row = (matrix: Float32Array, i: number) => matrix.subarray(i * inner, (i + 1) * inner);
		return {
			run: () => matMul(tensor(left, [n, inner]), tensor(right, [m, inner]), true),
			expected: Array.from({ length: n * m }, (_, i) => dot(row(left, Math.floor(i / m)), row(right, i % m)))
		};
	},
	// Ids above 2,048 are where 16-bit floats fail.
	gather() {
		const table = random(6, 3000 * 2);
		const ids = [0, 2047, 2049, 2999];
		return {
			run: () => gather(tensor(table, [3000, 2]), tensor(ids, [ids.length], 'int32')),
			expected: ids.flatMap((id) => [...table.subarray(id * 2, id * 2 + 2)])
		};
	}
};

async function differenceOf({ run, expected }: Trial): Promise<number> {
	const got = tidy(run);
	const values = await got.data();
	got.dispose();
	return values.length === expected.length ? maxAbsDifference(values, expected) : NaN;
}

function random(seed: number, count: number): Float32Array {
	const next = seededRandom(seed);
	return Float32Array.from({ length: count }, () => 2 * next() - 1);
}

async function withinPatience<T>(promise: Promise<T>): Promise<T | undefined> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), PATIENCE)));
	return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
