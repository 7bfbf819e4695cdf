/** What each head of a model does, measured on held-out texts. */
import { align } from '../../src/lib/engine/align.ts';
import { HEAD_KINDS, nameMover, type HeadKind } from '../../src/lib/engine/heads/detectors.ts';
import { scoresOf, type HeadScores } from '../../src/lib/engine/heads/labels.ts';
import { placesOf } from '../../src/lib/engine/heads/places.ts';
import type { Model } from '../../src/lib/engine/model.ts';
import type { Tokenizer } from '../../src/lib/engine/tokenizer.ts';
import { SWITCHED, type HeadFigures, type Switched } from '../../src/lib/frame/catalog/card.ts';
import { mean } from '../../src/lib/num/stats.ts';
import { readQuestions, sampleOf, tokenized, type Question } from './questions.ts';
import type { Reader } from './reader.ts';

/** The texts that each kind is measured on: those where it has most occasion to show. */
export const MEASURED_ON: Readonly<Record<HeadKind, Switched>> = {
	'name-mover': 'giving',
	evidence: 'facts',
	induction: 'repeats',
	duplicate: 'repeats',
	previous: 'repeats',
	sink: 'facts',
	local: 'facts',
	broad: 'facts'
};

/** How many texts of each set heads are switched off on. */
export const EACH = 60;

/** Measures every head, each kind on its own texts. */
export async function measureHeads(model: Model<Tokenizer>, reader: Reader, each = EACH): Promise<HeadFigures[]> {
	const { layers, heads } = model.config;
	const all = Array.from({ length: layers * heads }, (_, i) => ({ layer: Math.floor(i / heads), head: i % heads }));
	const seen = all.map((): Seen => ({ scores: {}, drops: { giving: [], facts: [], repeats: [] } }));
	for (const set of SWITCHED)
		for (const question of sampleOf(readQuestions(set), each))
			await observe(model, reader, { set, question, all, seen });
	return all.map((place, i) => ({ ...place, ...averagesOf(seen[i]) }));
}

interface Place {
	readonly layer: number;
	readonly head: number;
}

/** All that was seen of one head. */
interface Seen {
	readonly scores: { [kind in HeadKind]?: number[] };
	readonly drops: Record<Switched, number[]>;
}

interface Observation {
	readonly set: Switched;
	readonly question: Question;
	readonly all: readonly Place[];
	readonly seen: readonly Seen[];
}

/** Looks at every head on one text, and switches each of them off. */
async function observe(
	model: Model<Tokenizer>,
	reader: Reader,
	{ set, question, all, seen }: Observation
): Promise<void> {
	const { prompt, answer } = tokenized(model.tokenizer, question);
	const places = placesOf(prompt, mentions(model.tokenizer, question));
	const patterns = await reader.patterns(prompt);
	const answerLogit = async (edits: Parameters<Reader['logits']>[1]) =>
		(await reader.logits(prompt, edits)).at(-1)?.[answer[0] ?? -1] ?? NaN;
	const whole = await answerLogit([]);
	for (const [i, { layer, head }] of all.entries()) {
		const pattern = patterns[layer]?.[head];
		if (!pattern) continue;
		const drop = whole - (await answerLogit([{ at: `blocks.${layer}.attn.z`, do: 'zero', head }]));
		const scores = scoresOf(pattern, places);
		note(seen[i], set, drop, { ...scores, ...maybe('name-mover', nameMover(scores.evidence, drop)) });
	}
}

function note(seen: Seen | undefined, set: Switched, drop: number, scores: HeadScores): void {
	seen?.drops[set].push(drop);
	for (const kind of HEAD_KINDS) {
		const score = scores[kind];
		if (seen && MEASURED_ON[kind] === set && score !== undefined) (seen.scores[kind] ??= []).push(score);
	}
}

/** The places of all tokens that spell the answer, wherever the prompt mentions it as a word of its own. */
export function mentions(tokenizer: Tokenizer, { prompt, answer }: Pick<Question, 'prompt' | 'answer'>): number[] {
	const word = answer.trim();
	const { tokens } = align(tokenizer, prompt, tokenizer.encode(prompt));
	const starts = Array.from({ length: prompt.length }, (_, i) => i).filter((i) => isWordAt(prompt, word, i));
	return tokens.flatMap(({ start, end }, place) =>
		starts.some((from) => start < from + word.length && end > from) ? [place] : []
	);
}

function isWordAt(text: string, word: string, start: number): boolean {
	if (!text.startsWith(word, start)) return false;
	// "tea" is no word of "teacher"; between Chinese words there is nothing to look for.
	const around = [text[start - 1] ?? '', text[start + word.length] ?? ''];
	return !around.some((letter) => /[A-Za-z0-9]/.test(letter));
}

function averagesOf(seen: Seen | undefined): Pick<HeadFigures, 'scores' | 'drops'> {
	const scores: { [kind in HeadKind]?: number } = {};
	for (const kind of HEAD_KINDS) {
		const all = seen?.scores[kind];
		if (all) scores[kind] = mean(all);
	}
	const drop = (set: Switched) => mean(seen?.drops[set] ?? []);
	return { scores, drops: { giving: drop('giving'), facts: drop('facts'), repeats: drop('repeats') } };
}

function maybe(kind: HeadKind, score: number | undefined): HeadScores {
	return score === undefined ? {} : { [kind]: score };
}
