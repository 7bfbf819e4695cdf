import type { GeneratedStep, Sampling } from './protocol.ts';
import { sample } from './sampling.ts';

/** The tokens drawn lately, by what they were drawn from: a text that grows by a token is not drawn anew. */
export class Draws {
	// Logits live as long as the pass that they came from, and a draw as long as its logits.
	readonly #known = new WeakMap<Float32Array, { readonly key: string; readonly step: GeneratedStep }>();

	/** The token drawn from logits [d_vocab] at a step; throws EngineError `not-finite` when none is possible. */
	from(logits: Float32Array, { temperature, topK, topP, seed }: Sampling, index: number): GeneratedStep {
		const key = [temperature, topK, topP, seed, index].join();
		const known = this.#known.get(logits);
		if (known?.key === key) return known.step;
		const step = sample(logits, { temperature, topK, topP, seed }, index);
		this.#known.set(logits, { key, step });
		return step;
	}
}
