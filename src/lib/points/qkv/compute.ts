/** One vector, three matrices, three vectors: how they are made, how unlike they are, and what exchanging two does. */
import { take } from '#num/named.ts';
import { cosine, maxAbsDifference, mean } from '#num/stats.ts';
import type { Values } from '#params/param.ts';
import type { Answers, Focus } from '#points/define.ts';
import type { needs } from './needs.ts';
import type { params } from './params.ts';
import { gridOf, outputOf, project, rowOf, type OneOutput, type Part, type Projection } from './project.ts';
import { swapRoles, type Swapped } from './swap.ts';

/** How alike two of the three are, as cosines: 1 for the same direction, about 0 for none in common. */
export interface Likeness {
	readonly parts: readonly [Part, Part];
	/** Of the followed token's two vectors, and of every token's on average. */
	readonly vectors: number;
	readonly average: number;
	/** Of the two matrices, each read as one long vector. */
	readonly matrices: number;
}

/** What the panel draws. */
export interface Qkv {
	/** The followed token's normed vector, which all three matrices read. */
	readonly x: Float32Array;
	/** The followed token. */
	readonly pos: number;
	readonly projections: Readonly<Record<Part, Projection>>;
	readonly output: OneOutput;
	readonly likeness: readonly Likeness[];
	readonly swap: Swapped;
	/** The chosen cell's score, with the roles exchanged, and across the diagonal. */
	readonly cell: { readonly raw: number; readonly swapped: number; readonly across: number };
	/** True where an edit is in force between x and the scores. */
	readonly isEdited: boolean;
	readonly labels: readonly string[];
	readonly sizes: {
		readonly tokens: number;
		readonly d_model: number;
		readonly d_head: number;
		readonly heads: number;
		readonly kvHeads: number;
		readonly isRotated: boolean;
	};
	readonly focus: Focus;
}

const PAIRS = [
	['q', 'k'],
	['q', 'v'],
	['k', 'v']
] as const satisfies readonly (readonly [Part, Part])[];

/** What rounding may leave between two ways to the same number, beside the largest number there is. */
const ROUNDING = 1e-4;

/** Everything the panel draws. */
export function compute(answers: Answers<typeof needs>, focus: Focus, asked: Values<typeof params>): Qkv {
	const { model, run } = answers;
	const { d_model, d_head, heads, kvHeads } = run.model;
	const pos = asked.token === 'key' ? focus.key : focus.query;
	const x = take(model.x, { pos }).data;
	const projections = projectionsOf(answers, focus, { x, pos });
	const swap = swapOf(answers, focus);
	const at = (grid: Swapped['raw'], row: number, column: number) => rowOf(grid, row)[column] ?? NaN;
	return {
		x,
		pos,
		projections,
		output: outputOf(x, projections[asked.part], Math.min(asked.dim, d_head - 1)),
		likeness: PAIRS.map(([a, b]) => likenessOf(projections[a], projections[b])),
		swap,
		cell: {
			raw: at(swap.raw, focus.query, focus.key),
			swapped: at(swap.swapped, focus.query, focus.key),
			across: at(swap.raw, focus.key, focus.query)
		},
		isEdited: isEdited(projections, swap),
		labels: run.tokens.map(({ text }) => text.trim() || text),
		sizes: { tokens: run.tokens.length, d_model, d_head, heads, kvHeads, isRotated: model.rot_q !== undefined },
		focus
	};
}

interface Followed {
	readonly x: Float32Array;
	readonly pos: number;
}

function projectionsOf(
	{ model, weights, run }: Answers<typeof needs>,
	focus: Focus,
	{ x, pos }: Followed
): Record<Part, Projection> {
	const [at, shared] = [{ head: focus.head }, { kv_head: kvHeadOf(focus, run.model) }];
	const whole = (given: Pick<Projection, 'part' | 'head' | 'weights' | 'bias' | 'tokens'>): Projection => {
		const vector = rowOf(given.tokens, pos);
		return { ...given, vector, off: maxAbsDifference(project(x, given.weights, given.bias), vector) };
	};
	return {
		q: whole({
			part: 'q',
			head: focus.head,
			weights: gridOf(take(weights.W_Q, at)),
			bias: weights.b_Q && take(weights.b_Q, at).data,
			tokens: gridOf(take(model.q, at))
		}),
		k: whole({
			part: 'k',
			head: shared.kv_head,
			weights: gridOf(take(weights.W_K, shared)),
			bias: weights.b_K && take(weights.b_K, shared).data,
			tokens: gridOf(take(model.k, shared))
		}),
		v: whole({
			part: 'v',
			head: shared.kv_head,
			weights: gridOf(take(weights.W_V, shared)),
			bias: weights.b_V && take(weights.b_V, shared).data,
			tokens: gridOf(take(model.v, shared))
		})
	};
}

function swapOf({ model, run }: Answers<typeof needs>, focus: Focus): Swapped {
	const at = { head: focus.head };
	return swapRoles({
		q: gridOf(take(model.rot_q ?? model.q, at)),
		k: gridOf(take(model.rot_k ?? model.k, { kv_head: kvHeadOf(focus, run.model) })),
		raw: gridOf(take(model.raw, at)),
		scaled: gridOf(take(model.scaled, at)),
		scores: gridOf(take(model.scores, at)),
		query: focus.query
	});
}

/** Several heads of queries may read one head of keys and values. */
function kvHeadOf({ head }: Focus, { heads, kvHeads }: { readonly heads: number; readonly kvHeads: number }): number {
	return Math.floor(head / (heads / kvHeads));
}

function likenessOf(a: Projection, b: Projection): Likeness {
	const each = Array.from({ length: a.tokens.rows }, (_, pos) => cosine(rowOf(a.tokens, pos), rowOf(b.tokens, pos)));
	return {
		parts: [a.part, b.part],
		vectors: cosine(a.vector, b.vector),
		average: mean(each),
		matrices: cosine(a.weights.data, b.weights.data)
	};
}

function isEdited(projections: Record<Part, Projection>, { raw, offMirror }: Swapped): boolean {
	const sizeOf = (values: Float32Array) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
	return (
		offMirror > ROUNDING * sizeOf(raw.data) ||
		Object.values(projections).some(({ off, vector }) => off > ROUNDING * sizeOf(vector))
	);
}
