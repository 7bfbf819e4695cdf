/** A model going downhill: its values, its optimizer, and one step after another on batches that are given to it. */
import { sizeOf } from '#num/named.ts';
import type { ModelConfig } from '../config.ts';
import { concat, dispose, div, reshape, sqrt, square, sub, sum, tensor, tidy, tidyAll, type Tensor } from '../tf.ts';
import { lossGradient, type Batch, type Trained } from './gradient.ts';
import { partsOf } from './model.ts';
import { clipped, Optimizer, type OptimizerMemory } from './optimizer.ts';
import { decays, type Parameter } from './parameters.ts';
import { rateAt } from './schedule.ts';
import type { OptimizerSettings, Regularization } from './settings.ts';

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
	/** How far the step moved the values: the norm of the change over the norm of what they were. */
	readonly moved: number;
}

/** All that a run needs to go on as if it had never stopped. */
export interface Snapshot {
	/** Steps that were taken. */
	readonly step: number;
	readonly values: Float32Array;
	readonly memory: OptimizerMemory;
}

/** Where a descent begins. */
export interface Start {
	readonly config: ModelConfig;
	readonly parameters: readonly Parameter[];
	/** Tensors of the model that are not trained; they are disposed with it. */
	readonly fixed: ReadonlyMap<string, Tensor>;
	readonly optimizer: OptimizerSettings;
	readonly from: Omit<Snapshot, 'memory'> & { readonly memory?: OptimizerMemory | undefined };
}

/** How the loss of a step differs from the plain one: smoothing, and dropout that follows from a seed. */
export type StepNoise = Regularization & { readonly seed: number };

/** Values that are trained; one call at a time. */
export class Descent {
	readonly #start: Start;
	readonly #names: readonly string[];
	readonly #optimizer: Optimizer;
	#values: Tensor;
	#step: number;

	constructor(start: Start) {
		const { parameters, optimizer, from } = start;
		this.#start = start;
		this.#names = parameters.map(({ name }) => name);
		this.#values = tensor(from.values);
		this.#optimizer = new Optimizer(optimizer, decaying(parameters), from.memory);
		this.#step = from.step;
	}

	/** Steps that were taken. */
	get step(): number {
		return this.#step;
	}

	/** Takes a step. What it reports may not be finite: then nothing that follows means anything. */
	async take(batch: Batch, noise: StepNoise): Promise<StepResult> {
		const step = this.#step + 1;
		const rate = rateAt(step, this.#start.optimizer);
		const { next, report } = tidyAll(() => this.#compute(batch, noise, step, rate));
		const [loss = NaN, norm = NaN, clippedNorm = NaN, moved = NaN] = await report.data<'float32'>();
		dispose([report, this.#values]);
		this.#values = next;
		this.#step = step;
		return { step, loss, rate, norm, clippedNorm, moved };
	}

	/** What `work` computes with the model as it is now; the caller disposes it. */
	through(work: (model: Trained) => Tensor): Tensor {
		return tidy(() => work(this.#model()));
	}

	/** Everything that it is made of at this step. */
	async snapshot(): Promise<Snapshot> {
		const values = (await this.#values.data<'float32'>()).slice();
		return { step: this.#step, values, memory: await this.#optimizer.memory() };
	}

	/** Gives everything back to the device. */
	dispose(): void {
		this.#optimizer.dispose();
		dispose([this.#values, ...this.#start.fixed.values()]);
	}

	#compute(batch: Batch, noise: StepNoise, step: number, rate: number): { next: Tensor; report: Tensor } {
		const { value, gradients } = lossGradient(this.#model(), this.#names, batch, noise);
		const whole = concat(gradients.map((gradient) => reshape(gradient, [-1])));
		const { gradient, norm, after } = clipped(whole, this.#start.optimizer.clip);
		const next = this.#optimizer.next(this.#values, gradient, step, rate);
		const moved = div(lengthOf(sub(next, this.#values)), lengthOf(this.#values));
		return { next, report: concat([value, norm, after, moved].map((number) => reshape(number, [1]))) };
	}

	#model(): Trained {
		const { config, parameters, fixed } = this.#start;
		return { config, tensors: new Map([...partsOf(this.#values, parameters), ...fixed]) };
	}
}

function lengthOf(values: Tensor): Tensor {
	return sqrt(sum(square(values)));
}

/** 1 for every value of a parameter that decays. */
function decaying(parameters: readonly Parameter[]): Float32Array {
	return Float32Array.from(
		parameters.flatMap((parameter) => Array.from({ length: sizeOf(parameter.shape) }, () => Number(decays(parameter))))
	);
}
