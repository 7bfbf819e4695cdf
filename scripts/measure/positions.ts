/**
 * Loss by position: what becomes of a model where a text goes on beyond the context that it was trained on.
 *
 * Texts differ far more in how hard they are than positions do. So the same text is read from many starts: every token
 * of it is predicted once in every stretch of positions, and stretches differ in nothing but how much came before.
 */
import type { ModelConfig } from '../../src/lib/engine/config.ts';
import type { Tokenizer } from '../../src/lib/engine/tokenizer.ts';
import { ABILITIES, type PositionFigures } from '../../src/lib/frame/catalog/card.ts';
import { permutation } from '../../src/lib/num/random.ts';
import { logSumExp, mean } from '../../src/lib/num/stats.ts';
import { readQuestions } from './questions.ts';
import type { Reader } from './reader.ts';

/** What is needed of a model beside running it. */
export interface Readable {
	readonly config: Pick<ModelConfig, 'context' | 'positions'>;
	readonly tokenizer: Pick<Tokenizer, 'encode'>;
}

/** Measures the loss of each stretch of `width` positions, reading the text from `starts` places. */
export async function measurePositions(
	{ config, tokenizer }: Readable,
	reader: Pick<Reader, 'logits'>,
	end: number,
	{ starts = 128, width = 32 } = {}
): Promise<PositionFigures> {
	// A learned table has no row beyond the context: there is nothing to run, and the curve ends.
	const length = config.positions.kind === 'learned' ? config.context : 2 * config.context;
	const text = heldOutText(tokenizer, end, starts * width);
	const losses = Array.from({ length: Math.ceil(length / width) }, (): number[] => []);
	for (let start = 0; start < text.length; start += width) {
		// Where the text ends, it goes on with its beginning.
		const ids = Array.from({ length }, (_, i) => text[(start + i) % text.length] ?? end);
		const logits = await reader.logits(ids.slice(0, -1));
		for (const [i, said] of logits.entries())
			losses[Math.floor((i + 1) / width)]?.push(lossOf(said, ids[i + 1] ?? end));
	}
	const points = losses.map((those, stretch) => [(stretch + 0.5) * width, mean(those)] as const);
	return { n: text.length, length, width, points };
}

/** The first `length` tokens of all held-out texts one after another, in a seeded order, an end after each. */
function heldOutText(tokenizer: Pick<Tokenizer, 'encode'>, end: number, length: number): number[] {
	const texts = ABILITIES.flatMap((ability) => readQuestions(ability).map(({ prompt, answer }) => prompt + answer));
	const ids: number[] = [];
	for (const index of permutation(texts.length, 1)) {
		if (ids.length >= length) break;
		ids.push(...tokenizer.encode(texts[index] ?? ''), end);
	}
	return ids.slice(0, length);
}

function lossOf(logits: ArrayLike<number>, id: number): number {
	return logSumExp(logits) - (logits[id] ?? NaN);
}
