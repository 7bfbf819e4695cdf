/** All that a training run follows from: the same settings train the same model. */
import type { TaskName } from './tasks/tasks.ts';

/** How tokens are told apart by place. `sinusoidal` is computed and not trained; `none` tells them apart not at all. */
export const POSITIONS = ['learned', 'sinusoidal', 'rotary', 'none'] as const;

/** A kind of positions. */
export type PositionKind = (typeof POSITIONS)[number];

/** The optimizers: gradient descent (SGD), Adam, and Adam with decoupled weight decay. */
export const OPTIMIZERS = ['sgd', 'adam', 'adamw'] as const;

/** The name of an optimizer. */
export type OptimizerName = (typeof OPTIMIZERS)[number];

/** What the learning rate does after its warm-up. */
export const SCHEDULES = ['constant', 'linear', 'cosine', 'inverse-sqrt'] as const;

/** The name of a schedule. */
export type ScheduleName = (typeof SCHEDULES)[number];

/** The shape of the model that is trained. */
export interface ModelShape {
	readonly layers: number;
	readonly heads: number;
	readonly d_model: number;
	readonly d_mlp: number;
	readonly positions: PositionKind;
	/** Where the norms stand: before each part, or after each sum (Vaswani et al., 2017). */
	readonly norm: 'pre' | 'post';
	/** True when one matrix embeds and unembeds. */
	readonly tied: boolean;
}

/** How a step goes. */
export interface OptimizerSettings {
	readonly optimizer: OptimizerName;
	/** The peak of the schedule. */
	readonly rate: number;
	readonly schedule: ScheduleName;
	/** Steps over which the rate rises from 0; 0 begins at the peak. */
	readonly warmup: number;
	/** Steps after which `linear` and `cosine` have come down to 0. */
	readonly steps: number;
	readonly beta1: number;
	readonly beta2: number;
	readonly epsilon: number;
	/** Of matrices only, as is usual: not of biases and norms. */
	readonly decay: number;
	/** The largest norm that the gradient may have; 0 leaves it as it is. */
	readonly clip: number;
}

/** Noise and doubt that only training knows. */
export interface Regularization {
	/** The share of the target that is spread over the whole vocabulary. */
	readonly smoothing: number;
	/** The share of values that is set to 0 after embedding, in the weights of attention, and in what the FFN adds. */
	readonly dropout: { readonly embedding: number; readonly attention: number; readonly ffn: number };
}

/** What is trained on. */
export interface DataSettings {
	readonly task: TaskName;
	/** How hard the task is: how many symbols, digits or brackets deep. */
	readonly size: number;
	/** Texts in a batch. */
	readonly batch: number;
	/** How many texts there are to learn from, met again and again; 0 makes new ones for every batch. */
	readonly texts: number;
	/** The share of answers that are wrong: in what is learnt and in what is held out, for that is what such data are like. */
	readonly noise: number;
	/** The step whose batch has no right answer in it; 0 for none. */
	readonly spoilt: number;
	/**
	 * How often, at the last step, the model reads its own guess in place of the right answer before it; the share rises
	 * evenly from 0 (scheduled sampling, Bengio et al., 2015). 0 is teacher forcing throughout.
	 */
	readonly sampling: number;
}

/** A whole run. */
export interface RunSettings {
	readonly seed: number;
	readonly data: DataSettings;
	readonly model: ModelShape;
	readonly optimizer: OptimizerSettings;
	readonly regularization: Regularization;
}
