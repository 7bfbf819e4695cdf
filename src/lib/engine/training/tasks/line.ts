/** Small stories, a word a token, in which who has what follows from what was told. */
import { below } from './draw.ts';
import type { Task } from './tasks.ts';

const NAMES = ['Tom', 'Lily', 'Anna', 'Ben', 'Mary', 'John', 'Sue', 'Max'];
const THINGS = ['ball', 'lamp', 'book', 'kite', 'hat', 'cup', 'key', 'pen'];
const WAYS = ['gave', 'sold', 'sent', 'lent'];
const REST = ['the', 'to', '.', 'Now', 'has'];
const VOCABULARY = [...NAMES, ...THINGS, ...WAYS, ...REST];

/** A thing goes from hand to hand `size` times; then the story says who has it. */
export const line: Task = {
	vocabulary: VOCABULARY,
	sizes: { least: 1, most: 4, start: 2 },
	learnsAll: true,
	length: (size) => 7 * size + 6,
	example(size, random) {
		const pick = (words: readonly string[]) => words[below(words.length, random)] ?? '';
		const thing = pick(THINGS);
		let holder = pick(NAMES);
		const words: [word: string, follows: boolean][] = [];
		for (let hand = 0; hand < size; hand++) {
			const told = hand > 0;
			const from = holder;
			const next = pick(NAMES.filter((name) => name !== from));
			words.push(
				[from, told],
				[pick(WAYS), false],
				['the', true],
				[thing, told],
				['to', true],
				[next, false],
				['.', true]
			);
			holder = next;
		}
		const end = ['Now', holder, 'has', 'the', thing, '.'].map((word, i) => [word, i > 0] as [string, boolean]);
		const all = [...words, ...end];
		return { ids: all.map(([word]) => VOCABULARY.indexOf(word)), answers: all.map(([, follows]) => follows) };
	}
};
