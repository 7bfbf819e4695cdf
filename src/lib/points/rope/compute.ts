/** A query and a key before and after rotation, moved together, and moved apart. */
import { take, type Named } from '#num/named.ts';
import { dot } from '#num/stats.ts';
import type { Values } from '#params/param.ts';
import type { Answers, Focus } from '#points/define.ts';
import type { needs } from './needs.ts';
import { pairsOf, type Pair } from './pairs.ts';
import type { params } from './params.ts';
import { turn, type Turning } from './turning.ts';

// Enough points for a smooth line on any screen.
const MOST_POINTS = 256;

// Places to move both by: next door, within a text, past the trained length.
const CONSTANTS = [1, 10, 100, 1000];

/** What the panel draws; without `rotary`, the model has learned positions and nothing turns. */
export interface Rope {
	readonly rotary: Rotary | undefined;
	readonly context: number;
	readonly d_head: number;
	readonly d_model: number;
	readonly heads: number;
	readonly labels: readonly string[];
	readonly focus: Focus;
}

/** The rotation of one query and one key. */
export interface Rotary extends Turning {
	/** As the dials show them: at their own places, both moved, or the key moved. */
	readonly pairs: readonly Pair[];
	/** The model's own score, ÷ √d_k. */
	readonly score: number;
	/** How far ahead of the key the query stands. */
	readonly distance: number;
	readonly shift: Shift;
	readonly move: { readonly by: number; readonly score: number; readonly change: number };
	/** The score of this query and this key after moves of every length. */
	readonly curves: Curves;
	/** The score with both moved by some constants, turned in 64 bits. */
	readonly constants: readonly { readonly by: number; readonly score: number }[];
	/** Pairs that never complete a turn within the trained length. */
	readonly unfinished: number;
	/** Dimensions that do not turn, and what they add to the score. */
	readonly still: { readonly dims: number; readonly adds: number };
	/** Lengths of q before and after. */
	readonly norms: { readonly before: number; readonly after: number };
}

/** Scores by the number of places moved. */
export interface Curves {
	/** Both tokens moved on together. */
	readonly together: readonly Point[];
	/** Only the key moved back: as far as the trained length reaches, and past it. */
	readonly within: readonly Point[];
	readonly past: readonly Point[];
}

type Point = readonly [moved: number, score: number];

/** Both tokens moved by the same number of places. */
export interface Shift {
	readonly by: number;
	/** What the whole model, run with every position moved, gives for the score, in 32 bits. */
	readonly score: number;
	readonly change: number;
	/** What rotating q and k in 64 bits says instead. */
	readonly exactChange: number;
	/** The largest change among all cells of the head that the mask leaves open. */
	readonly largest: number;
	readonly cells: number;
}

/** Everything the panel draws. */
export function compute(answers: Answers<typeof needs>, focus: Focus, values: Values<typeof params>): Rope {
	const { run } = answers;
	const { positions, context, d_head, d_model, heads } = run.model;
	return {
		rotary:
			positions.kind === 'rotary' && run.tokens.length > 0 ? rotaryOf(answers, focus, values, positions) : undefined,
		context,
		d_head,
		d_model,
		heads,
		labels: run.tokens.map(({ text }) => text.trim() || text),
		focus
	};
}

function rotaryOf(
	{ model, shifted, run }: Answers<typeof needs>,
	focus: Focus,
	{ shift, move, dials }: Values<typeof params>,
	turning: Turning
): Rotary | undefined {
	if (!model.rot_q || !model.rot_k || !shifted.rot_q || !shifted.rot_k) return undefined;
	const { head, query, key } = focus;
	const { context, d_head, heads, kvHeads } = run.model;
	const root = Math.sqrt(d_head);
	// Several query heads may share one head of keys.
	const kv_head = Math.floor((head * kvHeads) / heads);
	const [q, k] = [take(model.q, { head, pos: query }).data, take(model.k, { kv_head, pos: key }).data];
	const scoreAt = (distance: number) => dot(turn(q, distance, turning), k) / root;
	const rotated = dials === 'shifted' ? { q: shifted.rot_q, k: shifted.rot_k } : { q: model.rot_q, k: model.rot_k };
	const rot_q = take(rotated.q, { head, pos: query }).data;
	const rot_k = dials === 'moved' ? turn(k, key - move, turning) : take(rotated.k, { kv_head, pos: key }).data;
	const pairs = pairsOf({ before: q, after: rot_q }, { before: k, after: rot_k }, turning, { context, root });
	const score = take(model.scores, { head, query, key }).data[0] ?? NaN;
	const distance = query - key;
	const own = scoreAt(distance);
	const together = (by: number) => dot(turn(q, query + by, turning), turn(k, key + by, turning)) / root;
	return {
		dims: turning.dims,
		theta: turning.theta,
		pairs,
		score,
		distance,
		shift: { by: shift, exactChange: together(shift) - own, ...compareScores(model.scores, shifted.scores, focus) },
		move: { by: move, score: scoreAt(distance + move), change: scoreAt(distance + move) - own },
		curves: curvesOf({ together, apart: (by) => scoreAt(distance + by) }, context - distance, [move, shift]),
		constants: CONSTANTS.map((by) => ({ by, score: together(by) })),
		unfinished: pairs.filter(({ turns }) => turns < 1).length,
		still: { dims: d_head - turning.dims, adds: dot(q.subarray(turning.dims), k.subarray(turning.dims)) / root },
		norms: { before: Math.sqrt(dot(q, q)), after: Math.sqrt(dot(rot_q, rot_q)) }
	};
}

type Scores = Named<'head' | 'query' | 'key'>;

function compareScores(own: Scores, moved: Scores, { head, query, key }: Focus) {
	const [before, after] = [take(own, { head }), take(moved, { head })];
	const length = before.shape[1] ?? 0;
	const at = ({ data }: Named, row: number, column: number) => data[row * length + column] ?? NaN;
	let largest = 0;
	for (let row = 0; row < length; row++)
		for (let column = 0; column <= row; column++)
			largest = Math.max(largest, Math.abs(at(after, row, column) - at(before, row, column)));
	const score = at(after, query, key);
	return { score, change: score - at(before, query, key), largest, cells: (length * (length + 1)) / 2 };
}

/** What both moves do, from none to twice the trained length; `reach` is the longest move within it. */
function curvesOf(
	{ together, apart }: { readonly [move in 'together' | 'apart']: (by: number) => number },
	reach: number,
	marked: readonly number[]
): Curves {
	const longest = Math.max(2 * reach, ...marked);
	const step = Math.max(1, Math.ceil(longest / MOST_POINTS));
	const even = Array.from({ length: Math.floor(longest / step) + 1 }, (_, i) => i * step);
	const moves = [...new Set([...even, reach, ...marked])].filter((by) => by >= 0).sort((a, b) => a - b);
	const of = (score: (by: number) => number) => moves.map((by) => [by, score(by)] as const);
	const alone = of(apart);
	return {
		together: of(together),
		within: alone.filter(([by]) => by <= reach),
		past: alone.filter(([by]) => by >= reach)
	};
}
