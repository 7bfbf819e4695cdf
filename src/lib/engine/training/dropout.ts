/** Dropout (Srivastava et al., 2014) as a tap: values of a pass are set to 0 at random, the rest grow to make up for it. */
import { sizeOf } from '#num/named.ts';
import { seededRandom } from '#num/random.ts';
import type { CaptureName } from '../captures.ts';
import { streamOf } from '../noise.ts';
import type { Tap } from '../tap.ts';
import { mul, tensor } from '../tf.ts';
import type { Regularization } from './settings.ts';

/** A tap that drops a share of what is embedded, of the weights of attention, and of what FFNs add; it follows from the seed. */
export function dropoutTap({ embedding, attention, ffn }: Regularization['dropout'], seed: number): Tap {
	return (name, value) => {
		const share = shareOf(name, { embedding, attention, ffn });
		if (share === 0) return value;
		const kept = keptValues(sizeOf(value.shape), share, streamOf(seed, name));
		return mul(value, tensor(kept, value.shape));
	};
}

function shareOf(name: CaptureName, { embedding, attention, ffn }: Regularization['dropout']): number {
	if (name === 'blocks.0.resid_pre') return embedding;
	if (name.endsWith('.attn.pattern')) return attention;
	return name.endsWith('.mlp_out') ? ffn : 0;
}

/** 0 for a share of the values and 1/(1 − share) for the others, so that their mean stays what it was. */
export function keptValues(count: number, share: number, seed: number): Float32Array {
	const next = seededRandom(seed);
	const grown = 1 / (1 - share);
	const values = new Float32Array(count);
	for (let i = 0; i < count; i++) values[i] = next() < share ? 0 : grown;
	return values;
}
