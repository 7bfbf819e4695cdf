import type { ModelConfig } from '../../src/lib/engine/config.ts';
import { Descent } from '../../src/lib/engine/training/descent.ts';
import { parametersOf, startValues } from '../../src/lib/engine/training/parameters.ts';

/** A model and a batch. */
export interface Shape {
	readonly layers: number;
	readonly width: number;
	readonly length: number;
	readonly batch: number;
}

/** What is measured: a model of the lab's size, and a larger one. */
export const SHAPES: readonly Shape[] = [
	{ layers: 2, width: 64, length: 32, batch: 16 },
	{ layers: 4, width: 128, length: 128, batch: 8 }
];

const VOCABULARY = 64;
const HEADS = 4;

/** Tokens per second of the fastest of some steps: what the machine does when nothing else is in the way. */
export async function measureSteps({ layers, width, length, batch }: Shape, steps = 12): Promise<number> {
	const config: ModelConfig = {
		architecture: 'gpt2',
		layers,
		heads: HEADS,
		kvHeads: HEADS,
		d_model: width,
		d_head: width / HEADS,
		d_mlp: 4 * width,
		d_vocab: VOCABULARY,
		context: length,
		positions: { kind: 'learned' },
		norm: 'layer',
		activation: 'gelu_new',
		parallel: false,
		gated: false,
		attentionBias: true,
		mlpBias: true,
		tied: false,
		epsilon: 1e-5,
		scale: 1 / Math.sqrt(width / HEADS)
	};
	const parameters = parametersOf(config, true);
	const descent = new Descent({
		config,
		parameters,
		fixed: new Map(),
		optimizer: {
			optimizer: 'adamw',
			rate: 0.001,
			schedule: 'constant',
			warmup: 0,
			steps,
			beta1: 0.9,
			beta2: 0.98,
			epsilon: 1e-8,
			decay: 0.01,
			clip: 1
		},
		from: { step: 0, values: startValues(parameters, 1) }
	});
	const ids = Array.from({ length: batch * length }, (_, i) => (i * 7 + i * i) % VOCABULARY);
	const targets = ids.map((_, i) => ids[i + 1] ?? 0);
	let fastest = Infinity;
	for (let step = 0; step < steps; step++) {
		const start = performance.now();
		const noise = { smoothing: 0, dropout: { embedding: 0, attention: 0, ffn: 0 }, seed: 0 };
		await descent.take({ texts: batch, ids, targets }, noise);
		fastest = Math.min(fastest, performance.now() - start);
	}
	descent.dispose();
	return Math.round((batch * length * 1000) / fastest);
}
