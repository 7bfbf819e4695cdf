/** One step of an optimizer over all parameters at once, laid out as one long vector. */
import { add, dispose, div, keep, mul, sqrt, square, sub, sum, tensor, tidy, zeros, type Tensor } from '../tf.ts';
import type { OptimizerSettings } from './settings.ts';
import { minimum } from './tf.ts';

/** What an optimizer remembers in plain numbers; SGD remembers nothing. */
export interface OptimizerMemory {
	/** Adam's running mean of gradients, and of their squares. */
	readonly mean: Float32Array;
	readonly square: Float32Array;
}

/** SGD, Adam (Kingma and Ba, 2015) or AdamW (Loshchilov and Hutter, 2019), with clipping by the global norm. */
export class Optimizer {
	readonly #settings: OptimizerSettings;
	/** 1 where weight decay applies, 0 elsewhere. */
	readonly #decaying: Tensor;
	#mean: Tensor;
	#square: Tensor;

	/** `decaying` is 1 for each value that weight decay shrinks. */
	constructor(settings: OptimizerSettings, decaying: Float32Array, memory?: OptimizerMemory) {
		this.#settings = settings;
		this.#decaying = tensor(decaying);
		const remembers = settings.optimizer !== 'sgd';
		const length = [remembers ? decaying.length : 0];
		this.#mean = memory && remembers ? tensor(memory.mean) : zeros(length);
		this.#square = memory && remembers ? tensor(memory.square) : zeros(length);
	}

	/** The values after a step, counted from 1; the caller disposes them. */
	next(values: Tensor, gradient: Tensor, step: number, rate: number): Tensor {
		const { optimizer, decay } = this.#settings;
		return tidy(() => {
			if (optimizer === 'adamw') {
				const kept = decay === 0 ? values : sub(values, mul(values, mul(this.#decaying, rate * decay)));
				return sub(kept, mul(this.#adam(gradient, step), rate));
			}
			// In SGD and Adam weight decay is a part of the gradient: the derivative of decay/2 · |θ|².
			const pulled = decay === 0 ? gradient : add(gradient, mul(values, mul(this.#decaying, decay)));
			return sub(values, mul(optimizer === 'sgd' ? pulled : this.#adam(pulled, step), rate));
		});
	}

	/** What it remembers. */
	async memory(): Promise<OptimizerMemory> {
		const [mean, square] = await Promise.all([this.#mean.data<'float32'>(), this.#square.data<'float32'>()]);
		// Copied: some backends hand out their own memory.
		return { mean: mean.slice(), square: square.slice() };
	}

	/** Gives its memory back. */
	dispose(): void {
		dispose([this.#decaying, this.#mean, this.#square]);
	}

	/** Adam's direction: the mean over the root of the mean square, both corrected for having started at 0. */
	#adam(gradient: Tensor, step: number): Tensor {
		const { beta1, beta2, epsilon } = this.#settings;
		const mean = add(mul(this.#mean, beta1), mul(gradient, 1 - beta1));
		const squared = add(mul(this.#square, beta2), mul(square(gradient), 1 - beta2));
		dispose([this.#mean, this.#square]);
		this.#mean = keep(mean);
		this.#square = keep(squared);
		const corrected = sqrt(mul(squared, 1 / (1 - beta2 ** step)));
		return div(mul(mean, 1 / (1 - beta1 ** step)), add(corrected, epsilon));
	}
}

/** The gradient, and its norm before and after: longer than `most`, it is shortened to it (Pascanu et al., 2013). */
export function clipped(gradient: Tensor, most: number): { gradient: Tensor; norm: Tensor; after: Tensor } {
	const norm = sqrt(sum(square(gradient)));
	if (most === 0) return { gradient, norm, after: norm };
	// A gradient of 0 keeps its length: anything is shorter than infinity.
	const factor = minimum(div(most, norm), 1);
	return { gradient: mul(gradient, factor), norm, after: mul(norm, factor) };
}
