/** What open panels compute from an answer, computed once and kept while nothing that it came from changes. */
import { answerTo, type CapturesByName, type Unpacked } from '#engine/answers.ts';
import { toFailure } from '#engine/failures.ts';
import type { Failure, ModelFacts, Question } from '#engine/protocol.ts';
import type { Named } from '#num/named.ts';
import type { AnyPoint, Focus, RunFacts } from '#points/define.ts';
import { isSameVariation } from './joining.ts';
import { variationName, variationsOf } from './question.ts';
import { fullParams, type PointParams } from './reader.ts';

/** An answer on show: what was asked, what came, and the facts of its run. */
export interface Shown {
	readonly question: Question;
	readonly answer: Unpacked;
	readonly run: RunFacts;
}

/** What a point's computation came to. */
export interface Result {
	readonly value: unknown;
	readonly failure: Failure | undefined;
}

const NOTHING: Result = { value: undefined, failure: undefined };

interface Kept {
	/** The answer, focus and parameters of the last time that the result was asked for. */
	readonly when: readonly unknown[];
	/** What it was computed from. */
	readonly from: readonly unknown[];
	readonly result: Result;
}

/** What a computation is given of an answer. */
interface Given {
	readonly captures: object;
	/** All that is in `captures`, to be compared one by one. */
	readonly parts: readonly unknown[];
}

/** Results of points, each remembered with what it was computed from. */
export class Results {
	readonly #kept = new Map<string, Kept>();
	/** Values of all layers, stacked once, by that of the first. */
	readonly #stacks = new WeakMap<Named, unknown>();

	/** A point's result; the one before, while the answer on show does not yet hold what the point now asks for. */
	of(point: AnyPoint, shown: Shown, focus: Focus, chosen: PointParams | undefined): Result {
		const before = this.#kept.get(point.id);
		const when = [shown.answer, focus, chosen];
		if (before && isSame(when, before.when)) return before.result;
		const params = fullParams(point, chosen);
		if (!holds(point, shown, focus, params)) return before?.result ?? NOTHING;
		const { captures, parts } = this.#given(point, shown, focus.layer);
		const from = [shown.run, focus, chosen, ...parts];
		// An answer may have grown by what only other points asked for.
		const result = before && isSame(from, before.from) ? before.result : compute(point, captures, focus, params);
		this.#kept.set(point.id, { when, from, result });
		return result;
	}

	#given(point: AnyPoint, { answer, run }: Shown, layer: number): Given {
		const names = Object.keys(point.needs);
		const values = names.map((name) => {
			const captured = answer.captures[variationName(point.id, name)] ?? {};
			const wants = Object.entries(point.needs[name] ?? {});
			return [name, wants.map(([key, request]) => [key, this.#value(captured, request, layer)] as const)] as const;
		});
		const costs = names
			.filter((name) => name !== 'weights')
			.map((name) => [name, answer.costs[variationName(point.id, name)]] as const);
		const captures = Object.fromEntries(values.map(([name, entries]) => [name, Object.fromEntries(entries)]));
		const parts = [...values.flatMap(([, entries]) => entries), ...costs].map(([, value]) => value);
		return { captures: { ...captures, run, costs: Object.fromEntries(costs) }, parts };
	}

	#value(captured: CapturesByName, request: Parameters<typeof answerTo>[1], layer: number): unknown {
		const first = captured[request.replace('*', '0')];
		if (!first || !request.startsWith('blocks.*')) return answerTo(captured, request, layer);
		if (!this.#stacks.has(first)) this.#stacks.set(first, answerTo(captured, request, layer));
		return this.#stacks.get(first);
	}
}

function isSame(ones: readonly unknown[], others: readonly unknown[]): boolean {
	return ones.length === others.length && ones.every((one, i) => one === others[i]);
}

function compute(point: AnyPoint, captures: object, focus: Focus, params: PointParams): Result {
	try {
		// `definePoint` checked the computation against its needs and parameters; the registry has only forgotten them.
		return { value: point.compute(captures as never, focus, params as never), failure: undefined };
	} catch (error) {
		return { value: undefined, failure: toFailure(error) };
	}
}

/** True when an answer holds all that a point asks for at this focus with these parameters. */
function holds(point: AnyPoint, { question, answer }: Shown, focus: Focus, params: PointParams): boolean {
	const { model, promptLength } = answer;
	try {
		const own = variationsOf(point, params, focus, { model, promptLength });
		const needed = { model: { captures: Object.values(point.needs['model'] ?? {}) }, ...own };
		const weights = Object.values(point.needs['weights'] ?? {});
		if (!weights.every((one) => covers(question.weights ?? [], one, focus.layer))) return false;
		return Object.entries(needed).every(([name, variation]) => {
			const asked = question.variations[name];
			return (
				asked &&
				isSameVariation(variation, asked) &&
				variation.captures.every((one) => covers(asked.captures, one, focus.layer))
			);
		});
	} catch {
		return false;
	}
}

function covers(asked: readonly string[], request: string, layer: number): boolean {
	return ['*', String(layer)].some((block) => asked.includes(request.replace('{layer}', block)));
}

/** The facts of an answer's run. */
export function runOf(
	{ generate }: Pick<Question, 'generate'>,
	{ tokens, promptLength, steps }: Unpacked,
	{ facts, vocabulary }: { readonly facts: ModelFacts; readonly vocabulary: readonly string[] }
): RunFacts {
	const { temperature, topK, topP, seed } = generate;
	return { model: facts, tokens, promptLength, steps, sampling: { temperature, topK, topP, seed }, vocabulary };
}
