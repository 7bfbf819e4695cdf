/** The neurons of a text: which are awake at a token, which tokens wake a neuron, and what it writes. */
import { rows, take, type Named } from '#num/named.ts';
import { mean, topIndices } from '#num/stats.ts';
import type { Answers, RunFacts } from '#points/define.ts';
import type { needs } from './needs.ts';
import { through } from './network.ts';

/** A neuron is quiet at a token where it does less than this part of what the token's strongest does. */
export const QUIET = 0.1;

/** How one token's neurons are spread. */
export interface Spread {
	readonly pre: Float32Array;
	readonly post: Float32Array;
	/** The share of neurons that are pushed below zero, and of those that are quiet. */
	readonly negative: number;
	readonly quiet: number;
	/** How many, the strongest first, make up nine tenths of the sum of squares. */
	readonly carrying: number;
	readonly strongest: number;
}

/** The spread of one token's neurons. */
export function spreadOf(pre: Float32Array, post: Float32Array): Spread {
	return {
		pre,
		post,
		negative: pre.filter((value) => value < 0).length / pre.length,
		quiet: quietOf(post),
		carrying: carryingOf(post),
		strongest: topIndices(post, 1)[0] ?? 0
	};
}

/** The share of a token's neurons that are quiet. */
export function quietOf(post: Float32Array): number {
	const limit = QUIET * largest(post);
	return post.filter((value) => Math.abs(value) <= limit).length / post.length;
}

function carryingOf(post: Float32Array): number {
	const squares = post
		.map((value) => value ** 2)
		.sort()
		.reverse();
	const goal = 0.9 * squares.reduce((all, one) => all + one, 0);
	let [sum, count] = [0, 0];
	while (sum < goal && count < squares.length) sum += squares[count++] ?? 0;
	return count;
}

/** The order in which neurons stand: by a token, by their peak in the text, or by number. */
export function orderOf(post: Named<'pos' | 'd_mlp'>, sort: 'token' | 'text' | 'index', pos: number): number[] {
	const count = post.shape[1] ?? 0;
	const order = Array.from({ length: count }, (_, neuron) => neuron);
	if (sort === 'index') return order;
	const heights = sort === 'token' ? take(post, { pos }).data : peaksOf(post);
	return order.sort((a, b) => (heights[b] ?? 0) - (heights[a] ?? 0) || a - b);
}

/** Each neuron's highest activation in the text. */
export function peaksOf(post: Named<'pos' | 'd_mlp'>): Float32Array {
	const peaks = new Float32Array(post.shape[1] ?? 0).fill(-Infinity);
	for (const row of rows(post)) row.forEach((value, n) => (peaks[n] = Math.max(peaks[n] ?? value, value)));
	return peaks;
}

/**
 * What one unit of a neuron's activation adds to every logit by the direct way: its row of W_out through the final norm,
 * whose scale is left to divide by, and W_U (Geva et al., 2021). Less the mean, since softmax ignores a shift of them all.
 */
export function writesOf(
	neuron: number,
	weights: Pick<Answers<typeof needs>['weights'], 'W_out' | 'W_U' | 'ln_final_w'>,
	norm: RunFacts['model']['norm']
): Float32Array {
	const written = take(weights.W_out, { d_mlp: neuron }).data;
	// LayerNorm takes away the mean of the stream, and so the mean of what is added to it.
	const center = norm === 'layer' ? mean(written) : 0;
	const normed = written.map((value, i) => (value - center) * (weights.ln_final_w.data[i] ?? NaN));
	const sums = through(normed, weights.W_U);
	const middle = mean(sums);
	return Float32Array.from(sums, (sum) => sum - middle);
}

/** The largest magnitude; never zero. */
export function largest(values: Float32Array): number {
	return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
}
