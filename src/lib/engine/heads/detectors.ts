/**
 * What a head does on a text, told from its pattern: one number from 0 to 1 for each thing that a head may be doing.
 *
 * A detector is undefined where the text gives the head no occasion: without a token that comes again, no head can be
 * seen looking back at it. Each is an average of attention weights (or of entropies), so it can be checked by hand.
 */
import type { Named } from '#num/named.ts';
import { mean } from '#num/stats.ts';
import type { Places } from './places.ts';

/** What a head may be seen doing, the most telling first. */
export const HEAD_KINDS = [
	'name-mover',
	'evidence',
	'induction',
	'duplicate',
	'previous',
	'sink',
	'local',
	'broad'
] as const;

/** Something that a head may be seen doing. */
export type HeadKind = (typeof HEAD_KINDS)[number];

/** Kinds that a pattern alone shows; a name mover is one only if the logits say so. */
export type SeenKind = Exclude<HeadKind, 'name-mover'>;

/** A head's weights over one text. */
export type Pattern = Named<'query' | 'key'>;

/** Reads one kind off a pattern; undefined where the text does not show it. */
export type Detector = (pattern: Pattern, places: Places) => number | undefined;

/** From this query on there are enough keys for a first one or an even spread to mean something. */
export const FIRST_QUERY = 4;

/** Tokens that count as near: a query's own and the three before it. */
export const NEAR = 4;

/** From this query on, near is less than half of what is open. */
export const FIRST_FAR_QUERY = 2 * NEAR;

/** The least fall of a logit that makes a head that looks at a name one that moves it. */
export const LEAST_DROP = 1;

/**
 * Mean weight of queries on the token right before them (the previous token head of Elhage et al., 2021, "A Mathematical
 * Framework for Transformer Circuits"; positional heads in Voita et al., 2019, "Analyzing Multi-Head Self-Attention").
 */
const previous: Detector = (pattern, { length }) =>
	averaged(queries(1, length), (query) => weight(pattern, query, query - 1));

/**
 * Mean weight of queries whose token came before on the tokens that came after it then (prefix matching in Olsson et al.,
 * 2022, "In-context Learning and Induction Heads"): all earlier occurrences count.
 */
const induction: Detector = (pattern, { next }) =>
	averaged(withAny(next), (query) => onAll(pattern, query, next[query]));

/** Mean weight of queries whose token came before on that token itself (duplicate token heads in Wang et al., 2022). */
const duplicate: Detector = (pattern, { same }) =>
	averaged(withAny(same), (query) => onAll(pattern, query, same[query]));

/** Mean weight on the first token, whatever it is (Xiao et al., 2023, "Efficient Streaming Language Models with Attention Sinks"). */
const sink: Detector = (pattern, { length }) =>
	averaged(queries(FIRST_QUERY, length), (query) => weight(pattern, query, 0));

/** Mean weight on the query's own token and the three before it. */
const local: Detector = (pattern, { length }) =>
	averaged(queries(FIRST_FAR_QUERY, length), (query) => onAll(pattern, query, queries(query - NEAR + 1, query + 1)));

/** Mean entropy of a query's weights, in parts of the entropy that an even spread over itself and all before it would have. */
const broad: Detector = (pattern, { length }) =>
	averaged(queries(FIRST_QUERY, length), (query) => Math.min(1, entropy(pattern, query, length) / Math.log(query + 1)));

/**
 * Weight of the last query on the places that hold what is to be said next: where the text gives the answer away.
 * It says where the head looks, not what comes of it.
 */
const evidence: Detector = (pattern, { length, told }) =>
	told.length === 0 ? undefined : onAll(pattern, length - 1, told);

/** Every kind that a pattern alone shows. */
export const DETECTORS: Readonly<Record<SeenKind, Detector>> = {
	evidence,
	induction,
	duplicate,
	previous,
	sink,
	local,
	broad
};

/**
 * How much a head moves a name: its weight on the name (`evidence`), if switching it off lowers that name's logit by
 * `LEAST_DROP` or more, else 0 (name mover heads in Wang et al., 2022, "Interpretability in the Wild", who also ask that
 * a head write what it looks at). Undefined while either is unknown.
 */
export function nameMover(looking: number | undefined, drop: number | undefined): number | undefined {
	if (looking === undefined || drop === undefined) return undefined;
	return drop >= LEAST_DROP ? looking : 0;
}

function weight({ data, shape }: Pattern, query: number, key: number): number {
	return data[query * (shape[1] ?? 0) + key] ?? 0;
}

function onAll(pattern: Pattern, query: number, keys: readonly number[] = []): number {
	return keys.reduce((sum, key) => sum + weight(pattern, query, key), 0);
}

function entropy(pattern: Pattern, query: number, length: number): number {
	let nats = 0;
	for (let key = 0; key < length; key++) {
		const part = weight(pattern, query, key);
		if (part > 0) nats -= part * Math.log(part);
	}
	return nats;
}

/** Weights of 32 bits add up to a little more than 1 at times. */
function averaged(over: readonly number[], of: (query: number) => number): number | undefined {
	return over.length === 0 ? undefined : Math.min(1, mean(over.map(of)));
}

function queries(from: number, to: number): number[] {
	return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

function withAny(places: readonly (readonly number[])[]): number[] {
	return places.flatMap((those, query) => (those.length > 0 ? [query] : []));
}
