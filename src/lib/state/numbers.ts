/** The numbers that a point reads of a run, by name and with what its axes count: what an export writes. */
import { answerTo, type Unpacked } from '#engine/answers.ts';
import { readIds } from '#engine/reading.ts';
import type { Variation } from '#engine/protocol.ts';
import { take, type Named } from '#num/named.ts';
import { isVariation, type AnyPoint, type Focus, type RunFacts } from '#points/define.ts';
import { variationName, variationsOf } from './question.ts';
import type { PointParams } from './reader.ts';

/** One value that a point reads. */
export interface Numbers {
	/** Where the point asks for it: `changed.pattern`. */
	readonly key: string;
	/** What the engine calls it: `blocks.2.attn.pattern`, or `blocks.*.attn.pattern` for one of every layer. */
	readonly name: string;
	readonly value: Named;
	/** What the tokens at `pos`, `query` and `key` show as, in this variation of the run. */
	readonly tokens: readonly string[];
}

/** What numbers are read from: an answer on show, and how the point looks at it. */
export interface ReadFrom {
	readonly answer: Unpacked;
	readonly run: RunFacts;
	readonly focus: Focus;
	readonly params: PointParams;
}

/** All that a point reads of the answer on show, in its own order; what an architecture lacks is left out. */
export function numbersOf(point: AnyPoint, { answer, run, focus, params }: ReadFrom): Numbers[] {
	const own = variationsOf(point, params, focus, answer);
	return Object.entries(point.needs).flatMap(([variation, wants]) => {
		const name = variationName(point.id, variation);
		const captures = answer.captures[name] ?? {};
		const tokens = tokensRead(run, isVariation(variation) ? own[name]?.reads : undefined);
		return Object.entries(wants).flatMap(([key, request]) => {
			const value = answerTo(captures, request, focus.layer);
			const at = request.replace('{layer}', String(focus.layer));
			return value ? [{ key: `${variation}.${key}`, name: at, value, tokens }] : [];
		});
	});
}

/** What of a value the focus looks at: its layer, and its head or the head of keys and values that it shares. */
export function inFocus(value: Named, { layer, head }: Focus, { heads, kvHeads }: RunFacts['model']): Named {
	const places: Readonly<Record<string, number>> = { layer, head, kv_head: Math.floor((head * kvHeads) / heads) };
	const at = value.axes.filter((axis) => axis in places).map((axis) => [axis, places[axis]] as const);
	return take(value, Object.fromEntries(at));
}

/** What the tokens show as that a variation reads: the run's own, but where it puts others in their place. */
function tokensRead({ tokens, model, vocabulary }: RunFacts, reads: Variation['reads']): readonly string[] {
	const ids = readIds(
		tokens.map(({ id }) => id),
		reads,
		model
	);
	return ids.map((id, pos) => (tokens[pos]?.id === id ? tokens[pos].text : (vocabulary[id] ?? String(id))));
}
