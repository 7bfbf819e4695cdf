/** One run as its settings describe it: the same settings give the same steps. */
import type { ModelConfig } from '../config.ts';
import { streamOf } from '../noise.ts';
import type { Tap } from '../tap.ts';
import { concat, dispose, keep, reshape, tidy, type Tensor } from '../tf.ts';
import { heldOutBatch, trainingBatch, type JudgedBatch } from './data.ts';
import { Descent, type Snapshot, type StepResult } from './descent.ts';
import { logitsOf } from './gradient.ts';
import { judge, type Judgement } from './judge.ts';
import { configOf, fixedPositions, trainedParameters } from './model.ts';
import { startValues, type Parameter } from './parameters.ts';
import type { RunSettings } from './settings.ts';

/** What every head looks at in a text: weights of attention, [layer, head, query, key]. */
export interface Patterns {
	readonly shape: readonly number[];
	readonly data: Float32Array;
}

const HELD_OUT_TEXTS = 32;

/** A run that can be stepped, judged, and looked into. */
export class Trainer {
	readonly settings: RunSettings;
	readonly config: ModelConfig;
	readonly parameters: readonly Parameter[];
	readonly #descent: Descent;
	readonly #heldOut: JudgedBatch;

	/** Begins at the start, or where a snapshot of the same settings was taken. */
	constructor(settings: RunSettings, from?: Snapshot) {
		this.settings = settings;
		this.config = configOf(settings);
		this.parameters = trainedParameters(settings);
		this.#descent = new Descent({
			config: this.config,
			parameters: this.parameters,
			fixed: fixedPositions(settings),
			optimizer: settings.optimizer,
			from: from ?? { step: 0, values: startValues(this.parameters, settings.seed) }
		});
		this.#heldOut = heldOutBatch(settings, HELD_OUT_TEXTS);
	}

	/** Steps that were taken. */
	get step(): number {
		return this.#descent.step;
	}

	/** Takes a step. What it reports may not be finite; then the run has come to its end. */
	async advance(): Promise<StepResult> {
		const { seed, regularization } = this.settings;
		const step = this.step + 1;
		const noise = { ...regularization, seed: streamOf(seed, `dropout ${step}`) };
		return this.#descent.take(trainingBatch(this.settings, step), noise);
	}

	/** How well it does on texts that it is not trained on, without dropout or smoothing. */
	async judge(): Promise<Judgement> {
		const logits = this.#descent.through((model) => logitsOf(model, this.#heldOut));
		const values = await logits.data<'float32'>();
		const judgement = judge(values, this.config.d_vocab, this.#heldOut);
		logits.dispose();
		return judgement;
	}

	/** What every head looks at in a text. */
	async patterns(ids: readonly number[]): Promise<Patterns> {
		const seen: Tensor[] = [];
		const watch: Tap = (name, value) => {
			if (name.endsWith('.attn.pattern')) seen.push(keep(reshape(value, [-1])));
			return value;
		};
		this.#descent.through((model) => logitsOf(model, { ids, texts: 1 }, watch)).dispose();
		const all = tidy(() => concat(seen));
		const data = (await all.data<'float32'>()).slice();
		dispose([all, ...seen]);
		const { layers, heads } = this.config;
		return { data, shape: [layers, heads, ids.length, ids.length] };
	}

	/** Everything that the run is made of at this step. */
	async snapshot(): Promise<Snapshot> {
		return this.#descent.snapshot();
	}

	/** Gives everything back to the device. */
	dispose(): void {
		this.#descent.dispose();
	}
}
