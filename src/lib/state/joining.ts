/** What an answer on show already holds of a question about the same run, so that only the rest is asked; and their joining. */
import type { Unpacked } from '#engine/answers.ts';
import type { Question, Variation } from '#engine/protocol.ts';
import type { Shown } from './results.ts';

/** True when two questions are about the same text, model, generation and edits. */
export function isSameRun(one: Question, other: Question): boolean {
	return nameOfRun(one) === nameOfRun(other);
}

/** A run in words that only the same run has. */
export function nameOfRun({ model, text, generate, edits }: Question): string {
	return JSON.stringify([model, text, generate, edits]);
}

/** True when two variations differ in nothing but what is captured. */
export function isSameVariation(one: Partial<Variation>, other: Partial<Variation>): boolean {
	const bare = ({ edits = [], through = 'full', offset = 0, reads, timed = false }: Partial<Variation>) =>
		JSON.stringify([edits, through, offset, reads, timed]);
	return bare(one) === bare(other);
}

/** What of an answer on show serves another question: all of the same run, of another run of the model its weights. */
export function knownFor(question: Question, shown: Shown | undefined): Question {
	if (shown && isSameRun(question, shown.question)) return shown.question;
	const { weights = [], model } = shown?.question ?? {};
	return { ...question, variations: {}, weights: model === question.model ? weights : [] };
}

/** What of a question was not asked before, without some of its variations; undefined for nothing. */
export function restOf(question: Question, asked: Question, but: readonly string[] = []): Question | undefined {
	const variations = Object.entries(question.variations).flatMap(([name, variation]) => {
		if (but.includes(name)) return [];
		const before = asked.variations[name];
		if (!before || !isSameVariation(variation, before)) return [[name, variation] as const];
		const captures = variation.captures.filter((request) => !isAmong(before.captures, request));
		return captures.length > 0 ? [[name, { ...variation, captures }] as const] : [];
	});
	const weights = (question.weights ?? []).filter((request) => !isAmong(asked.weights ?? [], request));
	if (variations.length === 0 && weights.length === 0) return undefined;
	const { weights: _, ...bare } = question;
	return { ...bare, variations: Object.fromEntries(variations), ...(weights.length > 0 && { weights }) };
}

/** A question with no more than one of its variations: the shared run and the weights before any other. */
export function firstOf({ weights, ...question }: Question): Question {
	const [first] = Object.entries(question.variations).toSorted(
		([a], [b]) => Number(b === 'model') - Number(a === 'model')
	);
	const variations = Object.fromEntries(first ? [first] : []);
	return { ...question, variations, ...(weights && { weights }) };
}

/** An answer on show with what a later one adds to it; all that both hold stays the same object. */
export function join(shown: Shown | undefined, asked: Question, later: Unpacked): Pick<Shown, 'question' | 'answer'> {
	const known = knownFor(asked, shown);
	const question = joinQuestions(known, asked);
	if (!shown) return { question, answer: later };
	const { captures } = shown.answer;
	if (!isSameRun(asked, shown.question)) {
		const weights = asked.model === shown.question.model ? captures['weights'] : undefined;
		return {
			question,
			answer: { ...later, captures: { ...later.captures, weights: { ...later.captures['weights'], ...weights } } }
		};
	}
	return { question, answer: joinAnswers(shown, asked, later) };
}

function joinQuestions(before: Question, later: Question): Question {
	const variations = { ...before.variations };
	for (const [name, variation] of Object.entries(later.variations)) {
		const old = variations[name];
		const known = old && isSameVariation(old, variation) ? old.captures : [];
		variations[name] = { ...variation, captures: [...known, ...variation.captures] };
	}
	const weights = [...(before.weights ?? []), ...(later.weights ?? [])];
	return { ...later, variations, ...(weights.length > 0 && { weights }) };
}

function joinAnswers({ question, answer }: Shown, asked: Question, later: Unpacked): Unpacked {
	const captures = { ...answer.captures };
	const costs = { ...answer.costs };
	for (const [name, values] of Object.entries(later.captures)) {
		const [old, variation] = [question.variations[name], asked.variations[name]];
		const isMore = name === 'weights' || (old && variation && isSameVariation(old, variation));
		captures[name] = isMore ? { ...values, ...captures[name] } : values;
		const cost = later.costs[name];
		if (cost && !isMore) costs[name] = cost;
	}
	return { ...answer, captures, costs };
}

function isAmong(asked: readonly string[], request: string): boolean {
	return asked.includes(request) || asked.includes(request.replace(/^blocks\.\d+\./, 'blocks.*.'));
}
