/** A list of letters, and after the sign `=` what is to be made of it. */
import { several } from './draw.ts';
import type { Task } from './tasks.ts';

const LETTERS = [...'abcdefghij'];
const EQUALS = LETTERS.length;

/** The same letters again. */
export const copy = listTask((list) => list);

/** The letters from the last to the first. */
export const reverse = listTask((list) => list.toReversed());

/** The letters in the order of the alphabet. */
export const sort = listTask((list) => list.toSorted((a, b) => a - b));

function listTask(answer: (list: readonly number[]) => readonly number[]): Task {
	return {
		vocabulary: [...LETTERS, '='],
		sizes: { least: 3, most: 15, start: 6 },
		learnsAll: false,
		length: (size) => 2 * size + 1,
		example(size, random) {
			const list = several(size, LETTERS.length, random);
			const ids = [...list, EQUALS, ...answer(list)];
			return { ids, answers: ids.map((_, i) => i > size) };
		}
	};
}
