/** The same tokens read in another order: what becomes of one query's weights, and of what it takes away. */
import type { Edit } from '#engine/captures.ts';
import { take, type Named } from '#num/named.ts';
import { permutation } from '#num/random.ts';
import { dot, maxAbsDifference } from '#num/stats.ts';
import type { RunFacts } from '#points/define.ts';

/** One query's row before and after its text was shuffled. */
export interface Shuffled {
	/** True where positions and mask were taken out of both runs. */
	readonly isPlaceless: boolean;
	/** Which token of the text stands at each place now. */
	readonly order: readonly number[];
	/** Where the query's token stands now. */
	readonly query: number;
	/** Weights in the order of the text, and in the shuffled one. */
	readonly before: Float32Array;
	readonly after: Float32Array;
	/** The largest difference between two weights of the same token, and between two components of z. */
	readonly weights: number;
	readonly z: number;
	/** The length of z as written, to judge its change by. */
	readonly length: number;
}

/** Takes positions and mask out of a model: rotary and learned ones alike. */
export function placelessEdits({ positions }: Pick<RunFacts['model'], 'positions'>): readonly Edit[] {
	const bare: readonly Edit[] =
		positions.kind === 'rotary'
			? [
					{ at: 'blocks.*.attn.rot_q', do: 'unrotate' },
					{ at: 'blocks.*.attn.rot_k', do: 'unrotate' }
				]
			: [{ at: 'pos_embed', do: 'zero' }];
	return [...bare, { at: 'blocks.*.attn.attn_scores', do: 'mask', kind: 'none' }];
}

interface Read {
	readonly pattern: Named<'head' | 'query' | 'key'>;
	readonly z: Named<'head' | 'pos' | 'd_head'>;
}

/** Follows one query's token from the text as written into the shuffled one. */
export function followShuffled(
	{ written, shuffled }: { readonly written: Read; readonly shuffled: Read },
	{ head, query }: { readonly head: number; readonly query: number },
	seed: number,
	isPlaceless: boolean
): Shuffled {
	const before = take(written.pattern, { head, query }).data;
	const order = permutation(before.length, seed);
	const moved = order.indexOf(query);
	const after = take(shuffled.pattern, { head, query: moved }).data;
	const own = take(written.z, { head, pos: query }).data;
	return {
		isPlaceless,
		order,
		query: moved,
		before,
		after,
		weights: maxAbsDifference(
			order.map((token) => before[token] ?? NaN),
			after
		),
		z: maxAbsDifference(own, take(shuffled.z, { head, pos: moved }).data),
		length: Math.sqrt(dot(own, own))
	};
}
