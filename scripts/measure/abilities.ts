import type { Model } from '../../src/lib/engine/model.ts';
import type { Tokenizer } from '../../src/lib/engine/tokenizer.ts';
import { ABILITIES, type AbilityFigures } from '../../src/lib/frame/catalog/card.ts';
import { answered, type Answered } from './answering.ts';
import { readQuestions, tokenized } from './questions.ts';
import type { Reader } from './reader.ts';

/** Asks every held-out question. */
export async function measureAbilities(model: Model<Tokenizer>, reader: Reader): Promise<AbilityFigures[]> {
	const figures: AbilityFigures[] = [];
	for (const ability of ABILITIES)
		for (const language of ['en', 'zh'] as const) {
			const questions = readQuestions(ability).filter((one) => one.language === language);
			const answers: Answered[] = [];
			for (const one of questions) answers.push(await answered(reader, tokenized(model.tokenizer, one)));
			figures.push({ ability, language, ...shares(answers) });
		}
	return figures;
}

/** Shares of answers that are right, in both senses. */
export function shares(answers: readonly Answered[]): Pick<AbilityFigures, 'n' | 'likeliest' | 'beats'> {
	const likeliest = shareOf(answers.map((one) => one.likeliest));
	const compared = answers.flatMap(({ beats }) => (beats === undefined ? [] : [beats]));
	return { n: answers.length, likeliest, ...(compared.length > 0 ? { beats: shareOf(compared) } : {}) };
}

function shareOf(claims: readonly boolean[]): number {
	return claims.filter(Boolean).length / claims.length;
}
