/** One query of one head, followed from its scores to what it takes away. */
import type { Answers, Focus } from '#points/define.ts';
import { rows, take } from '#num/named.ts';
import { argmax, entropyBits, topIndices } from '#num/stats.ts';
import type { Values } from '#params/param.ts';
import { cellOf, type CellArithmetic } from './cell.ts';
import type { needs } from './needs.ts';
import type { params } from './params.ts';
import { followShuffled, type Shuffled } from './shuffle.ts';
import { asymmetryOf, largest, rowOf, squareOf, type Square } from './square.ts';
import { weightedSum, type WeightedSum } from './sum.ts';

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
	/** The values that the query takes away, weighed and added up. */
	readonly sum: WeightedSum;
	/** The same query with the tokens in another order; undefined while they stand as written. */
	readonly shuffled: Shuffled | undefined;
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
		readonly layers: number;
		readonly heads: number;
		readonly kvHeads: number;
		readonly tokens: number;
		/** The longest text that the model reads. */
		readonly context: number;
		/** Which of the keys' heads this query head reads. */
		readonly kvHead: number;
		readonly isRotated: boolean;
	};
	readonly focus: Focus;
}

/** Everything the panel draws, from one block's captures. */
export function compute(
	answers: Answers<typeof needs>,
	focus: Focus,
	{ shuffle, order }: Values<typeof params>
): SelfAttention {
	const { model, run } = answers;
	const { head, query, key } = focus;
	const facts = run.model;
	const kv_head = Math.floor(head / (facts.heads / facts.kvHeads));
	const [raw, scaled] = [squareOf(model.raw, head), squareOf(model.scaled, head)];
	const [masked, pattern] = [squareOf(model.scores, head), squareOf(model.pattern, head)];
	const cell = cellOf({
		q: take(model.rot_q ?? model.q, { head, pos: query }).data,
		k: take(model.rot_k ?? model.k, { kv_head, pos: key }).data,
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
		rawMax: largest(raw),
		scaledMax: largest(scaled),
		cell,
		row: {
			best,
			bestWeight: weights[best] ?? 0,
			bits: entropyBits(weights),
			open: rowOf(masked, query).filter((score) => score !== -Infinity).length
		},
		sum: weightedSum(weights, rows(take(model.v, { kv_head })), take(model.z, { head, pos: query }).data),
		shuffled: shuffle === 'no' ? undefined : followShuffled(answers, focus, order, shuffle === 'placeless'),
		across: raw.data[key * raw.columns + query] ?? NaN,
		asymmetry: asymmetryOf(raw),
		carrying: carryingOf(cell.products),
		labels: run.tokens.map(({ text }) => text.trim() || text),
		sizes: {
			d_model: facts.d_model,
			d_head: facts.d_head,
			layers: facts.layers,
			heads: facts.heads,
			kvHeads: facts.kvHeads,
			tokens: run.tokens.length,
			context: facts.context,
			kvHead: kv_head,
			isRotated: model.rot_q !== undefined
		},
		focus
	};
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
