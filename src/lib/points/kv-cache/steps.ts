/** What reading each token cost with the cache, and what reading the whole text again costs. */
import { multiplyAdds, shapeOf } from './arithmetic.ts';
import { fitParabola, type Parabola } from './growth.ts';
import type { CacheAnswers } from './needs.ts';

// Enough points for a smooth line on any screen.
const MOST_POINTS = 64;

/** One token read: how long the text is then, and the multiply-adds of reading it. */
export interface CacheStep {
	readonly length: number;
	readonly with: number;
	readonly without: number;
}

/** How the work of a step grows with the length of the text. */
export interface Growth {
	/** The parabolas through the steps that ran; undefined while there are too few. */
	readonly fitted: { readonly with: Parabola; readonly without: Parabola } | undefined;
	/** The same count for every length up to the longest that the model reads. */
	readonly with: readonly (readonly [length: number, cost: number])[];
	readonly without: readonly (readonly [length: number, cost: number])[];
}

/** The passes through the cache, each with the length of the text after it. */
function passesOf({ costs }: CacheAnswers) {
	let length = 0;
	return costs.cached.multiplyAdds.map((cost, pass) => {
		length += costs.cached.tokens[pass] ?? 0;
		return { cost, length, tokens: costs.cached.tokens[pass] ?? 0 };
	});
}

/** The passes that predict a token after the prompt; without a cache each reads its whole text again. */
export function stepsOf(answers: CacheAnswers): CacheStep[] {
	const { costs, run } = answers;
	const shape = shapeOf(run.model);
	const whole = costs.model.multiplyAdds[0];
	return passesOf(answers)
		.filter(({ length }) => length >= run.promptLength)
		.map(({ cost, length }) => {
			// The pass over the whole text did run; shorter ones are counted from the same shapes.
			const ran = length === run.tokens.length ? whole : undefined;
			return { length, with: cost, without: ran ?? multiplyAdds(shape, length, length) };
		});
}

/** How steps grow, as they ran and for every length. */
export function growthOf({ run }: CacheAnswers, steps: readonly CacheStep[]): Growth {
	const shape = shapeOf(run.model);
	const every = Math.ceil(run.model.context / MOST_POINTS);
	const lengths = [
		...new Set([
			...Array.from({ length: Math.floor(run.model.context / every) }, (_, i) => (i + 1) * every),
			...steps.map(({ length }) => length)
		])
	].sort((a, b) => a - b);
	const [cached, afresh] = [
		fitParabola(steps.map((step) => [step.length, step.with])),
		fitParabola(steps.map((step) => [step.length, step.without]))
	];
	return {
		fitted: cached && afresh && { with: cached, without: afresh },
		with: lengths.map((length) => [length, multiplyAdds(shape, 1, length)] as const),
		without: lengths.map((length) => [length, multiplyAdds(shape, length, length)] as const)
	};
}

/** The tokens read at once before the first step, and what that took. */
export function filledOf(answers: CacheAnswers): { readonly tokens: number; readonly multiplyAdds: number } {
	const before = passesOf(answers).filter(({ length }) => length < answers.run.promptLength);
	return {
		tokens: before.reduce((sum, { tokens }) => sum + tokens, 0),
		multiplyAdds: before.reduce((sum, { cost }) => sum + cost, 0)
	};
}
