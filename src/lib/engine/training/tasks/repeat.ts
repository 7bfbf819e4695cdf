/** Letters at random, over and over: what follows is known once a letter has been seen. The home of the induction head. */
import { below, distinct } from './draw.ts';
import type { Task } from './tasks.ts';

const LENGTH = 33;
const SHORTEST = 3;

/** A stretch of different letters, of random length, repeated to the end: one letter of context is enough. */
export const repeat: Task = {
	vocabulary: [...'abcdefghijklmnopqrstuvwx'],
	sizes: { least: 4, most: 16, start: 12 },
	learnsAll: false,
	length: () => LENGTH,
	example(size, random) {
		const stretch = distinct(SHORTEST + below(size - SHORTEST + 1, random), this.vocabulary.length, random);
		const ids = Array.from({ length: LENGTH }, (_, i) => stretch[i % stretch.length] ?? 0);
		return { ids, answers: ids.map((_, i) => i > stretch.length) };
	}
};
