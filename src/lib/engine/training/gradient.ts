/** The loss of a batch and its gradient: the forward pass of the playground, differentiated. */
import type { ModelConfig } from '../config.ts';
import { forward } from '../forward.ts';
import type { Tap } from '../tap.ts';
import { concat, mul, sum, tensor, tidy, zeros, type Tensor } from '../tf.ts';
import type { Regularization } from './settings.ts';
import { dropoutTap } from './dropout.ts';
import { weightsOf } from './parameters.ts';
import { IGNORED, smoothedTargets } from './targets.ts';
import { logSoftmax, neg, withGradients } from './tf.ts';

/** Several texts of one length, and the token that each position is to foretell. */
export interface Batch {
	readonly texts: number;
	/** What is read, text after text. */
	readonly ids: readonly number[];
	/** As many; IGNORED where nothing is to be learnt. */
	readonly targets: readonly number[];
}

/** A model whose weights are tensors by name. */
export interface Trained {
	readonly config: ModelConfig;
	/** Also those that are not trained. */
	readonly tensors: ReadonlyMap<string, Tensor>;
}

/** The logits of a batch, [pos, d_vocab], text after text. */
export function logitsOf(
	{ config, tensors }: Trained,
	{ ids, texts }: Omit<Batch, 'targets'>,
	tap: Tap = nothing
): Tensor {
	const count = ids.length / texts;
	const span = { start: 0, count, keys: count };
	return forward(config, weightsOf(config, tensors), { ids, span, offset: 0, tap, texts, plain: true });
}

/** The mean cross-entropy of a batch, a scalar, and its gradient by each named tensor in the order of `by`. */
export function lossGradient(
	model: Trained,
	by: readonly string[],
	batch: Batch,
	{ smoothing, dropout, seed }: Regularization & { readonly seed: number }
): { value: Tensor; gradients: Tensor[] } {
	const { d_vocab } = model.config;
	const tap = Object.values(dropout).some((share) => share > 0) ? dropoutTap(dropout, seed) : nothing;
	const parameters = by.map((name) => model.tensors.get(name)).filter((found) => found !== undefined);
	return tidy(() => {
		const odd = batch.targets.length % 2;
		const all = odd ? [...batch.targets, IGNORED] : batch.targets;
		const targets = tensor(smoothedTargets(all, d_vocab, smoothing), [all.length, d_vocab]);
		// WebGL packs rows in pairs. The empty half of the last pair would have the logarithm of 0 in it, and the
		// unembedding's gradient would take it in: a row of zeros stands there instead.
		const even = (logits: Tensor) => (odd ? concat([logits, zeros([1, d_vocab])], 0) : logits);
		return withGradients(() => neg(sum(mul(logSoftmax(even(logitsOf(model, batch, tap))), targets))), parameters);
	});
}

const nothing: Tap = (_, value) => value;
