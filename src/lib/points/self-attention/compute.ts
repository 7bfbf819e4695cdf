/** The scores of one head at every step of their making, and the arithmetic of one cell of them. */
import type { Answers, Focus } from '#points/define.ts';
import { named, rows, take, type Named } from '#num/named.ts';
import { argmax, entropyBits, topIndices } from '#num/stats.ts';
import { cellOf, type CellArithmetic } from './cell.ts';
import type { needs } from './needs.ts';

/** A square of numbers, queries down and keys across. */
export interface Square {
	readonly data: Float32Array;
	readonly rows: number;
	readonly columns: number;
}

/** What the panel draws. */
export interface SelfAttention {
	readonly raw: Square;
	readonly scaled: Square;
	readonly masked: Square;
	readonly pattern: Square;
	/** The largest finite magnitude, the end of a signed scale. */
	readonly rawMax: number;
	readonly scaledMax: number;
	readonly cell: CellArithmetic;
	/** The query's row of the pattern. */
	readonly row: {
		readonly best: number;
		readonly bestWeight: number;
		readonly bits: number;
		/** How many keys are open to this query. */
		readonly open: number;
	};
	/** The cell across the diagonal: the other token's query with this token's key. */
	readonly across: number;
	/** How unlike its own mirror image the raw square is, from 0 (symmetric) to about 1.4 (unrelated). */
	readonly asymmetry: number;
	/** How many of the products, the largest first, it takes to make two thirds of all that they move. */
	readonly carrying: number;
	readonly labels: readonly string[];
	readonly sizes: {
		readonly d_model: number;
		readonly d_head: number;
		readonly heads: number;
		readonly kvHeads: number;
		readonly tokens: number;
		/** Which of the keys' heads this query head reads. */
		readonly kvHead: number;
		readonly isRotated: boolean;
	};
	readonly focus: Focus;
}

/** Everything the panel draws, from one block's captures. */
export function compute({ model, run }: Answers<typeof needs>, focus: Focus): SelfAttention {
	const { head, query, key } = focus;
	const facts = run.model;
	const kvHead = Math.floor(head / (facts.heads / facts.kvHeads));
	const [raw, scaled] = [squareOf(model.raw, head), squareOf(model.scaled, head)];
	const [masked, pattern] = [squareOf(model.scores, head), squareOf(model.pattern, head)];
	const cell = cellOf({
		q: take(model.rot_q ?? model.q, { head, pos: query }).data,
		k: take(model.rot_k ?? model.k, { kv_head: kvHead, pos: key }).data,
		rows: {
			raw: rowOf(raw, query),
			scaled: rowOf(scaled, query),
			masked: rowOf(masked, query),
			pattern: rowOf(pattern, query)
		},
		key
	});
	const weights = rowOf(pattern, query);
	const best = argmax(weights);
	return {
		raw,
		scaled,
		masked,
		pattern,
		rawMax: largest(raw.data),
		scaledMax: largest(scaled.data),
		cell,
		row: {
			best,
			bestWeight: weights[best] ?? 0,
			bits: entropyBits(weights),
			open: rowOf(masked, query).filter((score) => score !== -Infinity).length
		},
		across: raw.data[key * raw.columns + query] ?? NaN,
		asymmetry: asymmetryOf(raw),
		carrying: carryingOf(cell.products),
		labels: run.tokens.map(({ text }) => text.trim() || text),
		sizes: {
			d_model: facts.d_model,
			d_head: facts.d_head,
			heads: facts.heads,
			kvHeads: facts.kvHeads,
			tokens: run.tokens.length,
			kvHead,
			isRotated: model.rot_q !== undefined
		},
		focus
	};
}

/** ‖S − Sᵀ‖ ÷ ‖S‖ of a square: 0 when asking and being asked are the same. */
export function asymmetryOf({ data, rows: size }: Square): number {
	let [apart, all] = [0, 0];
	for (let i = 0; i < size; i++) {
		for (let j = 0; j < size; j++) {
			const [here, there] = [data[i * size + j] ?? 0, data[j * size + i] ?? 0];
			apart += (here - there) ** 2;
			all += here ** 2;
		}
	}
	return all === 0 ? 0 : Math.sqrt(apart / all);
}

/** How many of the largest magnitudes together reach two thirds of all magnitudes. */
export function carryingOf(products: Float32Array): number {
	const sizes = products.map(Math.abs);
	const goal = (2 / 3) * sizes.reduce((sum, size) => sum + size, 0);
	let [sum, count] = [0, 0];
	for (const index of topIndices(sizes, sizes.length)) {
		if (sum >= goal) break;
		sum += sizes[index] ?? 0;
		count++;
	}
	return count;
}

function squareOf(value: Named<'head' | 'query' | 'key'>, head: number): Square {
	const { shape, data } = take(value, { head });
	return { data, rows: shape[0] ?? 0, columns: shape[1] ?? 0 };
}

function rowOf({ data, rows: count, columns }: Square, row: number): Float32Array {
	return rows(named(['query', 'key'], [count, columns], data))[row] ?? new Float32Array();
}

function largest(data: Float32Array): number {
	let most = 0;
	for (const value of data) if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
	return most || 1;
}
