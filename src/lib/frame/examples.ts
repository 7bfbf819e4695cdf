/** The examples to begin with, eight in each language. */
import { chinese } from './examples/chinese.ts';
import { english } from './examples/english.ts';
import type { Example } from './examples/example.ts';

export type { Example } from './examples/example.ts';

/** The examples, in the order in which they are offered. */
export const examples: readonly Example[] = [...english, ...chinese];

/** The example that a text belongs to; undefined for a text of the reader's own. */
export function exampleOf(text: string): Example | undefined {
	return examples.find(({ show }) => show.text === text);
}
