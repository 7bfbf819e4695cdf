/** What the axes of exported numbers count, as a reader would say it. */
import { pieces } from '#marks/tokens.ts';
import type { Numbers } from '#state/numbers.ts';

/** Axes along the tokens of the run. */
const ALONG_TOKENS: readonly string[] = ['pos', 'query', 'key'];

/** A token's text with signs for what cannot be seen: "·Mary". */
export function shownToken(text: string): string {
	return pieces(text)
		.map((piece) => piece.text)
		.join('');
}

/** What stands at an index of an axis: "3 ·John" for a token, else the index. */
export function labelOf(
	{ tokens }: Pick<Numbers, 'tokens'>,
	vocabulary: readonly string[],
	axis: string,
	index: number
): string {
	const words = ALONG_TOKENS.includes(axis) ? tokens : axis === 'd_vocab' ? vocabulary : [];
	const text = words[index];
	return text === undefined ? String(index) : `${index} ${shownToken(text)}`;
}
