/** One question to the engine out of all that the page wants to know. */
import { CAPTURES, type CapturePattern, type CaptureRequest } from '#engine/captures.ts';
import { toFailure } from '#engine/failures.ts';
import type { Failure, ModelFacts, Question, Variation } from '#engine/protocol.ts';
import { isVariation, type AnyPoint, type Focus } from '#points/define.ts';
import { fullParams, type PointParams, type ReaderState } from './reader.ts';

/** What is asked whatever panels are open: thumbnails of all heads, and what the model would say next. */
export const ALWAYS = ['blocks.*.attn.pattern', 'logits'] as const;

/** Most values to ask for so that choosing another layer needs no new run. */
const MOST_VALUES = 4_000_000;

/** A question, and the points whose variation could not be told. */
export interface Asked {
	readonly question: Question;
	readonly failures: ReadonlyMap<string, Failure>;
}

/** What a question is built from. */
export interface Ingredients {
	readonly state: ReaderState;
	/** The points that are open. */
	readonly points: readonly AnyPoint[];
	/** Captures of the shared run that no panel asks for, but the page does. */
	readonly also?: readonly CaptureRequest[];
	readonly model: ModelFacts;
	readonly focus: Focus;
	/** How many tokens of the text are the reader's; 0 before the first run. */
	readonly promptLength: number;
}

/** The question that answers every open panel. */
export function buildQuestion(from: Ingredients): Asked {
	const { state, points, also = [], model, focus } = from;
	const failures = new Map<string, Failure>();
	const variations: Record<string, Variation> = {
		model: { captures: [...ALWAYS, ...also, ...points.flatMap(({ needs }) => Object.values(needs['model'] ?? {}))] }
	};
	for (const point of points) {
		try {
			const params = fullParams(point, state.params[point.id]);
			Object.assign(variations, variationsOf(point, params, focus, from));
		} catch (error) {
			failures.set(point.id, toFailure(error));
		}
	}
	const everywhere = valuesAsked(variations, model, likelyLength(state, model)) <= MOST_VALUES;
	const weights = points.flatMap(({ needs }) => Object.values(needs['weights'] ?? {}));
	const { count, temperature, topK, topP, seed } = state;
	const question: Question = {
		model: state.model,
		text: state.text,
		generate: { count, temperature, topK, topP, seed },
		edits: state.edits,
		variations: Object.fromEntries(
			Object.entries(variations).map(([name, variation]) => [
				name,
				{ ...variation, captures: placed(variation.captures, everywhere ? '*' : String(focus.layer)) }
			])
		),
		// Read without a run, and large beside captures: of one block at a time.
		...(weights.length > 0 && { weights: placed(weights, String(focus.layer)) })
	};
	return { question, failures };
}

/** What a point wants beside the run that all share, under names of its own. */
export function variationsOf(
	point: AnyPoint,
	params: PointParams,
	focus: Focus,
	run: Pick<Ingredients, 'model' | 'promptLength'>
): Record<string, Variation> {
	const entries = Object.entries(point.needs).flatMap(([name, wants]) => {
		if (!isVariation(name)) return [];
		// The point's own schema made these parameters; the registry has only forgotten their types.
		const differs = point.variations[name]?.(params as never, focus, run) ?? {};
		return [[variationName(point.id, name), { ...differs, captures: Object.values(wants) }] as const];
	});
	return Object.fromEntries(entries);
}

/** What a point needs as the engine knows it. */
export function variationName(point: string, name: string): string {
	return isVariation(name) ? `${point}.${name}` : name;
}

/** Requests with the block filled in, each once. */
function placed(requests: readonly string[], block: string): string[] {
	return [...new Set(requests.map((request) => request.replace('{layer}', block)))];
}

/** How many values the requests mean with every layer of each. */
function valuesAsked(variations: Readonly<Record<string, Variation>>, model: ModelFacts, length: number): number {
	const sizes = Object.values(variations).flatMap(({ captures }) =>
		placed(captures, '*').map((request) => sizeOf(request, model, length))
	);
	return sizes.reduce((sum, size) => sum + size, 0);
}

function sizeOf(request: string, model: ModelFacts, length: number): number {
	const pattern = request.replace(/^blocks\.[^.]+/, 'blocks.{layer}');
	// Looked up rather than trusted: a request of another form counts as nothing.
	const axes = Object.hasOwn(CAPTURES, pattern) ? CAPTURES[pattern as CapturePattern] : [];
	const lengths = {
		layer: model.layers,
		head: model.heads,
		kv_head: model.kvHeads,
		pos: length,
		query: length,
		key: length,
		one: 1
	};
	const size = axes.reduce((product, axis) => product * ({ ...lengths, ...model }[axis] ?? 1), 1);
	return request.startsWith('blocks.*') ? size * model.layers : size;
}

/** A guess at the tokens of a run that depends on the text alone: a guess that each answer bettered would ask again. */
function likelyLength({ text, count }: ReaderState, { context }: ModelFacts): number {
	const letters = Array.from(text, (letter) => (letter > '\u07ff' ? 1.5 : 1 / 3)).reduce((sum, one) => sum + one, 0);
	return Math.min(context, Math.ceil(letters) + count);
}
