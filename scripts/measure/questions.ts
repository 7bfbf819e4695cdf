/** The held-out questions: texts that training never showed, each with the answer that it decides. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Tokenizer } from '../../src/lib/engine/tokenizer.ts';
import type { Ability } from '../../src/lib/frame/catalog/card.ts';

/** One question: what `training/held_out.py` wrote. */
export interface Question {
	readonly language: 'en' | 'zh';
	readonly prompt: string;
	readonly answer: string;
	/** What a reader who lost track would answer. */
	readonly wrong?: readonly string[] | undefined;
}

/** A question in tokens. */
export interface Asked {
	readonly prompt: readonly number[];
	readonly answer: readonly number[];
	readonly wrong: readonly (readonly number[])[];
}

const question = v.object({
	language: v.picklist(['en', 'zh']),
	prompt: v.string(),
	answer: v.string(),
	wrong: v.optional(v.array(v.string()))
});

/** The questions of an ability. */
export function readQuestions(ability: Ability, folder = 'training/held_out'): Question[] {
	const lines = readFileSync(join(folder, `${ability}.jsonl`), 'utf8').split('\n');
	return lines.filter((line) => line !== '').map((line) => v.parse(question, JSON.parse(line)));
}

/** A question as the model reads it; throws where the answer's first letters melt into the prompt's last token. */
export function tokenized(tokenizer: Tokenizer, { prompt, answer, wrong = [] }: Question): Asked {
	const before = tokenizer.encode(prompt);
	const after = (text: string) => {
		const whole = tokenizer.encode(prompt + text);
		if (before.some((id, place) => id !== whole[place])) throw new RangeError(`"${prompt}" + "${text}" cannot be cut`);
		return whole.slice(before.length);
	};
	return { prompt: before, answer: after(answer), wrong: wrong.map(after) };
}

/** `count` questions, as evenly spread over all of them as can be: both languages are among them. */
export function sampleOf<T>(all: readonly T[], count: number): T[] {
	const step = Math.max(1, all.length / count);
	return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
