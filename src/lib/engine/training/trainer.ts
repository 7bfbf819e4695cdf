/** One run: a model, an optimizer and a stream of batches, a step at a time. The same settings give the same steps. */
import { sizeOf } from '#num/named.ts';
import type { ModelConfig } from '../config.ts';
import { streamOf } from '../noise.ts';
import type { Tap } from '../tap.ts';
import { concat, dispose, keep, reshape, tensor, tidy, tidyAll, type Tensor } from '../tf.ts';
import { heldOutBatch, trainingBatch, type JudgedBatch } from './data.ts';
import { lossGradient, logitsOf, type Trained } from './gradient.ts';
import { judge, type Judgement } from './judge.ts';
import { configOf, fixedPositions, partsOf, trainedParameters } from './model.ts';
import { clipped, Optimizer, type OptimizerMemory } from './optimizer.ts';
import { decays, startValues, type Parameter } from './parameters.ts';
import { rateAt } from './schedule.ts';
import type { RunSettings } from './settings.ts';

/** What one step did. */
export interface StepResult {
	/** Counted from 1. */
	readonly step: number;
	/** Of the batch before the step: what the step makes smaller, smoothing and dropout included. */
	readonly loss: number;
	readonly rate: number;
	/** The norm of the whole gradient, before clipping and after. */
	readonly norm: number;
	readonly clippedNorm: number;
}

/** All that a run needs to go on as if it had never stopped. */
export interface Snapshot {
	/** Steps that were taken. */
	readonly step: number;
	readonly values: Float32Array;
	readonly memory: OptimizerMemory;
}

/** Which text's attention is watched. */
export interface Patterns {
	/** Weights of attention, [layer, head, query, key]. */
	readonly data: Float32Array;
	readonly shape: readonly number[];
}

const HELD_OUT_TEXTS = 64;

/** A run that can be stepped, judged, and looked into. */
export class Trainer {
	readonly settings: RunSettings;
	readonly config: ModelConfig;
	readonly parameters: readonly Parameter[];
	readonly #names: readonly string[];
	readonly #optimizer: Optimizer;
	readonly #positions: Tensor | undefined;
	readonly #heldOut: JudgedBatch;
	#values: Tensor;
	#step: number;

	/** Begins at the start, or where a snapshot of the same settings was taken. */
	constructor(settings: RunSettings, from?: Snapshot) {
		this.settings = settings;
		this.config = configOf(settings);
		this.parameters = trainedParameters(settings);
		this.#names = this.parameters.map(({ name }) => name);
		this.#values = tensor(from?.values ?? startValues(this.parameters, settings.seed));
		this.#optimizer = new Optimizer(settings.optimizer, decaying(this.parameters), from?.memory);
		this.#positions = fixedPositions(settings);
		this.#heldOut = heldOutBatch(settings, HELD_OUT_TEXTS);
		this.#step = from?.step ?? 0;
	}

	/** Steps that were taken. */
	get step(): number {
		return this.#step;
	}

	/** Takes a step. What it reports may not be finite; then the run has come to its end. */
	async advance(): Promise<StepResult> {
		const step = this.#step + 1;
		const rate = rateAt(step, this.settings.optimizer);
		const { next, report } = tidyAll(() => this.#compute(step, rate));
		const [loss = NaN, norm = NaN, clippedNorm = NaN] = await report.data<'float32'>();
		dispose([report, this.#values]);
		this.#values = next;
		this.#step = step;
		return { step, loss, rate, norm, clippedNorm };
	}

	/** How well it does on texts that it is not trained on, without dropout or smoothing. */
	async judge(): Promise<Judgement> {
		const logits = this.#through((model) => logitsOf(model, this.#heldOut));
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
		this.#through((model) => logitsOf(model, { ids, texts: 1 }, watch)).dispose();
		const all = tidy(() => concat(seen));
		const data = (await all.data<'float32'>()).slice();
		dispose([all, ...seen]);
		const { layers, heads } = this.config;
		return { data, shape: [layers, heads, ids.length, ids.length] };
	}

	/** Everything that the run is made of at this step. */
	async snapshot(): Promise<Snapshot> {
		const values = (await this.#values.data<'float32'>()).slice();
		return { step: this.#step, values, memory: await this.#optimizer.memory() };
	}

	/** Gives everything back to the device. */
	dispose(): void {
		this.#optimizer.dispose();
		dispose(this.#positions ? [this.#values, this.#positions] : [this.#values]);
	}

	#compute(step: number, rate: number): { next: Tensor; report: Tensor } {
		const { seed, optimizer, regularization } = this.settings;
		const batch = trainingBatch(this.settings, step);
		const drops = { ...regularization, seed: streamOf(seed, `dropout ${step}`) };
		const { value, gradients } = lossGradient(this.#model(), this.#names, batch, drops);
		const whole = concat(gradients.map((gradient) => reshape(gradient, [-1])));
		const { gradient, norm, after } = clipped(whole, optimizer.clip);
		const next = this.#optimizer.next(this.#values, gradient, step, rate);
		return { next, report: concat([value, norm, after].map((number) => reshape(number, [1]))) };
	}

	#through(work: (model: Trained) => Tensor): Tensor {
		return tidy(() => work(this.#model()));
	}

	#model(): Trained {
		const tensors = partsOf(this.#values, this.parameters);
		if (this.#positions) tensors.set('W_pos', this.#positions);
		return { config: this.config, tensors };
	}
}

/** 1 for every value of a parameter that decays. */
function decaying(parameters: readonly Parameter[]): Float32Array {
	return Float32Array.from(
		parameters.flatMap((parameter) => Array.from({ length: sizeOf(parameter.shape) }, () => Number(decays(parameter))))
	);
}
