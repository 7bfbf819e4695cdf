/** Sums of two numbers, such as `27+58=085`: as many digits in every text, and one more in the answer. */
import { several } from './draw.ts';
import type { Task } from './tasks.ts';

const [PLUS, EQUALS] = [10, 11];

/** Two numbers of `size` digits and their sum. */
export const addition: Task = {
	vocabulary: [...'0123456789+='],
	sizes: { least: 1, most: 6, start: 2 },
	learnsAll: false,
	length: (size) => 3 * size + 3,
	example(size, random) {
		const [left, right] = [several(size, 10, random), several(size, 10, random)];
		const ids = [...left, PLUS, ...right, EQUALS, ...sumOf(left, right)];
		return { ids, answers: ids.map((_, i) => i > 2 * size + 1) };
	}
};

/** The digits of a sum, the carried one first. */
function sumOf(left: readonly number[], right: readonly number[]): number[] {
	let carried = 0;
	const digits: number[] = [];
	for (let place = left.length - 1; place >= 0; place--) {
		const sum = (left[place] ?? 0) + (right[place] ?? 0) + carried;
		digits.unshift(sum % 10);
		carried = Math.floor(sum / 10);
	}
	return [carried, ...digits];
}
