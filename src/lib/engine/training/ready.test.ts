import { beforeAll, describe, expect, test } from 'vitest';
import { maxAbsDifference } from '#num/stats.ts';
import { seededRandom } from '#num/random.ts';
import { chooseBackend } from '../backend.ts';
import {
	disposeAll,
	gather,
	matMul,
	memory,
	slice,
	sum,
	tensor,
	tidy,
	type Tensor
} from '../tf.ts';
import { prepareToTrain } from './ready.ts';
import { withGradients } from './tf.ts';

const random = seededRandom(3);
const values = (count: number) => Float32Array.from({ length: count }, () => 2 * random() - 1);
const cube = (shape: [number, number, number]) => tensor(values(shape[0] * shape[1] * shape[2]), shape);

async function data(make: () => Tensor): Promise<Float32Array> {
	const made = tidy(make);
	const read = (await made.data<'float32'>()).slice();
	made.dispose();
	return read;
}

/** A product by its definition, of matrices [rows, inner] and [inner, columns], either of them stored transposed. */
function product(
	a: Float32Array,
	b: Float32Array,
	[count, rows, inner, columns]: number[],
	flipA = false,
	flipB = false
) {
	const [n = 0, r = 0, k = 0, c = 0] = [count, rows, inner, columns];
	return Float32Array.from({ length: n * r * c }, (_, place) => {
		const [which, row, column] = [Math.floor(place / (r * c)), Math.floor(place / c) % r, place % c];
		let total = 0;
		for (let i = 0; i < k; i++) {
			const left = a[which * r * k + (flipA ? i * r + row : row * k + i)] ?? NaN;
			total += left * (b[which * k * c + (flipB ? column * k + i : i * c + column)] ?? NaN);
		}
		return total;
	});
}

describe('on wasm, with kernels of our own', () => {
	beforeAll(async () => {
		await chooseBackend({ force: 'wasm' });
		prepareToTrain();
	});

	test.each([
		['a batch', false],
		['a batch whose right matrices are stored transposed', true]
	])('%s is multiplied pair by pair', async (_, flip) => {
		const [a, b] = [cube([5, 7, 9]), cube(flip ? [5, 4, 9] : [5, 9, 4])];
		const expected = product(await a.data<'float32'>(), await b.data<'float32'>(), [5, 7, 9, 4], false, flip);
		expect(maxAbsDifference(await data(() => matMul(a, b, flip)), expected)).toBeLessThan(1e-6);
		disposeAll([a, b]);
	});

	test('a product’s gradient is the product with the other matrix, transposed', async () => {
		const [a, b] = [cube([3, 6, 8]), cube([3, 8, 5])];
		const { value, gradients } = withGradients(() => sum(matMul(a, b)), [a, b]);
		const ones = new Float32Array(3 * 6 * 5).fill(1);
		const [byA, byB] = gradients;
		const [left, right] = [await a.data<'float32'>(), await b.data<'float32'>()];
		const forA = product(ones, right, [3, 6, 5, 8], false, true);
		const forB = product(left, ones, [3, 8, 6, 5], true, false);
		expect(maxAbsDifference((await byA?.data<'float32'>()) ?? [], forA)).toBeLessThan(1e-5);
		expect(maxAbsDifference((await byB?.data<'float32'>()) ?? [], forB)).toBeLessThan(1e-5);
		disposeAll([a, b, value, gradients]);
	});

	test('a matrix that changed in place is multiplied as it is now', async () => {
		const a = cube([1, 4, 4]);
		const b = cube([1, 4, 4]);
		const once = await data(() => matMul(a, b));
		const twice = tidy(() =>
			tensor(
				(b.dataSync() as Float32Array).map((x) => 2 * x),
				[1, 4, 4]
			)
		);
		expect(
			maxAbsDifference(
				(await data(() => matMul(a, twice))).map((x) => x / 2),
				once
			)
		).toBeLessThan(1e-6);
		disposeAll([a, b, twice]);
	});

	test.each([
		[[1, 0, 0], [2, 3, 4], 'whole matrices'],
		[[0, 1, 0], [3, 2, 4], 'rows'],
		[[0, 0, 1], [3, 3, 2], 'columns'],
		[[1, 1, 1], [1, 2, 3], 'a corner']
	] as [number[], number[], string][])('a slice from %j of %j: %s', async (begin, size) => {
		const x = tensor(
			Float32Array.from({ length: 36 }, (_, i) => i),
			[3, 3, 4]
		);
		const got = await data(() => slice(x, begin, size));
		const expected: number[] = [];
		for (let i = 0; i < (size[0] ?? 0); i++)
			for (let j = 0; j < (size[1] ?? 0); j++)
				for (let k = 0; k < (size[2] ?? 0); k++)
					expected.push(((begin[0] ?? 0) + i) * 12 + ((begin[1] ?? 0) + j) * 4 + (begin[2] ?? 0) + k);
		expect([...got]).toEqual(expected);
		x.dispose();
	});

	test('a row of a table that is looked up three times has three times the gradient', async () => {
		const table = tensor(values(8), [4, 2]);
		const ids = tensor([2, 0, 2, 2], [4], 'int32');
		const { value, gradients } = withGradients(() => sum(gather(table, ids)), [table]);
		expect([...((await gradients[0]?.data()) ?? [])]).toEqual([1, 1, 0, 0, 3, 3, 0, 0]);
		disposeAll([table, ids, value, gradients]);
	});

	test('products and slices leave nothing behind', async () => {
		const [a, b] = [cube([5, 7, 9]), cube([5, 4, 9])];
		const before = memory().numDataBuffers;
		await data(() => slice(matMul(a, b, true), [1, 0, 0], [2, 3, 4]));
		expect(memory().numDataBuffers).toBe(before);
		disposeAll([a, b]);
	});
});
