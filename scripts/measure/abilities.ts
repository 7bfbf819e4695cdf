import type { Model } from '../../src/lib/engine/model.ts';
import type { Tokenizer } from '../../src/lib/engine/tokenizer.ts';
import { answered, type Answered } from './answering.ts';
import { ABILITIES, readQuestions, tokenized, type Ability } from './questions.ts';
import type { Reader } from './reader.ts';

/** What a model can do of one thing in one language, as its card says it. */
export interface AbilityFigures {
	readonly ability: Ability;
	readonly language: 'en' | 'zh';
	/** How many held-out questions were asked. */
	readonly n: number;
	/** Share of them whose whole answer is the likeliest at every token. */
	readonly likeliest: number;
	/** Share whose answer is likelier than every wrong one named; absent where the questions name none. */
	readonly beats?: number;
}

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
