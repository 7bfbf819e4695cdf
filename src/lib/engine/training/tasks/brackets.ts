/** Brackets of four kinds, each closed by its own: which kind closes next follows from all that is still open. */
import { below } from './draw.ts';
import type { Task } from './tasks.ts';

const KINDS = 4;

/** As many pairs as the size says, nested at random. */
export const brackets: Task = {
	vocabulary: [...'([{<)]}>'],
	sizes: { least: 2, most: 16, start: 8 },
	learnsAll: false,
	length: (size) => 2 * size,
	example(size, random) {
		const open: number[] = [];
		const ids: number[] = [];
		let left = size;
		while (ids.length < 2 * size) {
			const opens = left > 0 && (open.length === 0 || random() < 0.5);
			if (opens) {
				left--;
				open.push(below(KINDS, random));
			}
			ids.push(opens ? (open.at(-1) ?? 0) : KINDS + (open.pop() ?? 0));
		}
		return { ids, answers: ids.map((id) => id >= KINDS) };
	}
};
