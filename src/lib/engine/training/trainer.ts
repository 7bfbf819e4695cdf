/** One run as its settings describe it: the same settings give the same steps. */
import { seededRandom } from '#num/random.ts';
import type { ModelConfig } from '../config.ts';
import { streamOf } from '../noise.ts';
import type { Tap } from '../tap.ts';
import { concat, dispose, keep, mean, reshape, tidy, type Tensor } from '../tf.ts';
import { heldOutBatch, pooledBatch, trainingBatch, type JudgedBatch } from './data.ts';
import { Descent, type Snapshot, type StepResult } from './descent.ts';
import { dropoutTap } from './dropout.ts';
import { withGuesses, wrongRunningFree, type Reads } from './free-run.ts';
import { logitsOf, type Batch } from './gradient.ts';
import { judge, type Judgement } from './judge.ts';
import { configOf, fixedPositions, trainedParameters } from './model.ts';
import { startValues, type Parameter } from './parameters.ts';
import type { RunSettings } from './settings.ts';

/** What every head looks at in a text: weights of attention, [layer, head, query, key]. */
export interface Patterns {
	readonly shape: readonly number[];
	readonly data: Float32Array;
}

/** About so many tokens are judged, and no fewer texts than that. */
const JUDGED = { tokens: 1024, texts: 32 };
/** Copies of a text, each with other values dropped, whose mean is told. */
const COPIES = 64;

/** A run that can be stepped, judged, and looked into. */
export class Trainer {
	readonly settings: RunSettings;
	readonly config: ModelConfig;
	readonly parameters: readonly Parameter[];
	readonly #descent: Descent;
	readonly #heldOut: JudgedBatch;
	readonly #met: JudgedBatch | undefined;

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
		const texts = Math.max(JUDGED.texts, Math.ceil(JUDGED.tokens / this.config.context));
		this.#heldOut = heldOutBatch(settings, texts);
		this.#met = pooledBatch(settings, texts);
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
		return this.#descent.take(await this.#batch(step), noise);
	}

	/** How well it does on texts that it is not trained on, without dropout or smoothing. */
	async judge(): Promise<Judgement> {
		return this.#judged(this.#heldOut);
	}

	/** How well it does, without dropout or smoothing, on texts that it meets again and again; undefined where none are. */
	async judgeMet(): Promise<Judgement | undefined> {
		return this.#met && this.#judged(this.#met);
	}

	/** The share of held-out answers that are wrong, by place, when it reads its own answers. */
	async wrongRunningFree(): Promise<readonly number[]> {
		return wrongRunningFree(this.#reads, this.config.d_vocab, this.#heldOut);
	}

	/** What every head looks at in a text. */
	async patterns(ids: readonly number[]): Promise<Patterns> {
		return this.#patterns(ids, 1, (_, value) => value);
	}

	/** The same with dropout as in training: the mean over copies of the text, each with other values dropped. */
	async droppedPatterns(ids: readonly number[]): Promise<Patterns> {
		const { seed, regularization } = this.settings;
		return this.#patterns(ids, COPIES, dropoutTap(regularization.dropout, streamOf(seed, 'dropout judged')));
	}

	/** Everything that the run is made of at this step. */
	async snapshot(): Promise<Snapshot> {
		return this.#descent.snapshot();
	}

	/** Gives everything back to the device. */
	dispose(): void {
		this.#descent.dispose();
	}

	readonly #reads: Reads = async (batch) => {
		const logits = this.#descent.through((model) => logitsOf(model, batch));
		// Copied: some backends hand out their own memory.
		const values = (await logits.data<'float32'>()).slice();
		logits.dispose();
		return values;
	};

	async #batch(step: number): Promise<Batch> {
		const { seed, data, optimizer } = this.settings;
		const batch = trainingBatch(this.settings, step);
		if (data.sampling === 0) return batch;
		const share = data.sampling * Math.min(1, step / optimizer.steps);
		const random = seededRandom(streamOf(seed, `guessed ${step}`));
		return withGuesses(this.#reads, this.config.d_vocab, batch, () => random() < share);
	}

	async #judged(batch: JudgedBatch): Promise<Judgement> {
		return judge(await this.#reads(batch), this.config.d_vocab, batch);
	}

	async #patterns(ids: readonly number[], texts: number, drop: Tap): Promise<Patterns> {
		const { layers, heads } = this.config;
		const shape = [heads, texts, ids.length ** 2];
		const seen: Tensor[] = [];
		const watch: Tap = (name, value) => {
			const kept = drop(name, value);
			if (name.endsWith('.attn.pattern')) seen.push(keep(tidy(() => mean(reshape(kept, shape), 1))));
			return kept;
		};
		const batch = { ids: Array.from({ length: texts }, () => ids).flat(), texts };
		this.#descent.through((model) => logitsOf(model, batch, watch)).dispose();
		const all = tidy(() => concat(seen));
		const data = (await all.data<'float32'>()).slice();
		dispose([all, ...seen]);
		return { data, shape: [layers, heads, ids.length, ids.length] };
	}
}
