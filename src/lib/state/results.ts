/** What open panels compute from an answer, computed once and kept while nothing that it came from changes. */
import { answerTo, type CapturesByName, type Unpacked } from '#engine/answers.ts';
import { toFailure } from '#engine/failures.ts';
import type { Failure, ModelFacts, Question } from '#engine/protocol.ts';
import type { AnyPoint, Focus, RunFacts } from '#points/define.ts';
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
	readonly from: readonly unknown[];
	readonly result: Result;
}

/** Results of points, each remembered with what it was computed from. */
export class Results {
	readonly #kept = new Map<string, Kept>();
	/** Values of all layers, stacked once per answer. */
	readonly #stacks = new WeakMap<CapturesByName, Map<string, unknown>>();

	/** A point's result; the one before, while the answer on show does not yet hold what the point now asks for. */
	of(point: AnyPoint, shown: Shown, focus: Focus, chosen: PointParams | undefined): Result {
		const before = this.#kept.get(point.id);
		const from = [shown.answer, focus, chosen];
		if (before && from.every((one, i) => one === before.from[i])) return before.result;
		if (!holds(point, shown, focus, fullParams(point, chosen))) return before?.result ?? NOTHING;
		const result = this.#compute(point, shown, focus, fullParams(point, chosen));
		this.#kept.set(point.id, { from, result });
		return result;
	}

	#compute(point: AnyPoint, shown: Shown, focus: Focus, params: Readonly<Record<string, unknown>>): Result {
		try {
			const captures = this.#capturesFor(point, shown, focus.layer);
			// `definePoint` checked the computation against its needs and parameters; the registry has only forgotten them.
			return { value: point.compute(captures as never, focus, params as never), failure: undefined };
		} catch (error) {
			return { value: undefined, failure: toFailure(error) };
		}
	}

	#capturesFor(point: AnyPoint, { answer, run }: Shown, layer: number): object {
		const names = Object.keys(point.needs);
		const values = names.map((name) => {
			const captured = answer.captures[variationName(point.id, name)] ?? {};
			const wants = Object.entries(point.needs[name] ?? {});
			return [
				name,
				Object.fromEntries(wants.map(([key, request]) => [key, this.#value(captured, request, layer)]))
			] as const;
		});
		const costs = names
			.filter((name) => name !== 'weights')
			.map((name) => [name, answer.costs[variationName(point.id, name)]] as const);
		return { ...Object.fromEntries(values), run, costs: Object.fromEntries(costs) };
	}

	#value(captured: CapturesByName, request: Parameters<typeof answerTo>[1], layer: number): unknown {
		if (!request.startsWith('blocks.*')) return answerTo(captured, request, layer);
		const stacks = this.#stacks.get(captured) ?? new Map<string, unknown>();
		this.#stacks.set(captured, stacks);
		if (!stacks.has(request)) stacks.set(request, answerTo(captured, request, layer));
		return stacks.get(request);
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
				sameBut(variation, asked) &&
				variation.captures.every((one) => covers(asked.captures, one, focus.layer))
			);
		});
	} catch {
		return false;
	}
}

/** True when two variations differ in nothing but what is captured. */
function sameBut(
	one: Partial<Question['variations'][string]>,
	other: Partial<Question['variations'][string]>
): boolean {
	const bare = ({ edits = [], through = 'full', offset = 0, reads, timed = false }: typeof one) =>
		JSON.stringify([edits, through, offset, reads, timed]);
	return bare(one) === bare(other);
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
