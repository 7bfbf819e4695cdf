/** A feed-forward network applied to one token's vector at a time: all that it may see. */
import type { Named } from '#num/named.ts';
import type { Activation } from './activation.ts';

/** A network's weights; gated ones (Shazeer, 2020) multiply the activation of a gate with what is widened beside it. */
export interface Network {
	readonly W_in: Named<'d_model' | 'd_mlp'>;
	readonly b_in?: Named<'d_mlp'> | undefined;
	readonly W_gate?: Named<'d_model' | 'd_mlp'> | undefined;
	readonly b_gate?: Named<'d_mlp'> | undefined;
	readonly W_out: Named<'d_mlp' | 'd_model'>;
	readonly b_out?: Named<'d_model'> | undefined;
	readonly activation: Activation;
}

/** A token's neurons, and what the network adds to its stream. */
export interface Fed {
	readonly post: Float64Array;
	readonly out: Float64Array;
}

/** The network on one token's normed vector, in 64 bits. */
export function feed(x: ArrayLike<number>, network: Network): Fed {
	const { W_in, b_in, W_gate, b_gate, W_out, b_out, activation } = network;
	const wide = through(x, W_in, b_in);
	const post = W_gate
		? through(x, W_gate, b_gate).map((gate, n) => activation(gate) * (wide[n] ?? NaN))
		: wide.map(activation);
	return { post, out: through(post, W_out, b_out) };
}

/** x W + b; a weight's first axis is the one that it reads. */
export function through(x: ArrayLike<number>, { data, shape }: Named, bias?: Named): Float64Array {
	const width = shape[1] ?? 0;
	const made = new Float64Array(width);
	for (let i = 0; i < x.length; i++) {
		const value = x[i] ?? NaN;
		for (let j = 0; j < width; j++) made[j] = (made[j] ?? 0) + value * (data[i * width + j] ?? NaN);
	}
	return bias ? made.map((sum, j) => sum + (bias.data[j] ?? NaN)) : made;
}
