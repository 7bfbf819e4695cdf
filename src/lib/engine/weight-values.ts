/** Reads a model's weights, which no run changes, as plain values in the shapes of the table. */
import { sizeOf, type Named } from '#num/named.ts';
import { heads } from './attention.ts';
import { namesMatching } from './capture-names.ts';
import { WEIGHTS, type WeightAxis, type WeightName, type WeightPattern } from './captures.ts';
import type { ModelConfig } from './config.ts';
import type { Model } from './model.ts';
import { axisLength } from './plan-edits.ts';
import { clone, tidy, type Tensor } from './tf.ts';
import type { Weights } from './weights.ts';

/** A weight and its name. */
export interface NamedWeight extends Named<WeightAxis> {
	readonly name: WeightName;
}

/** The weights of one model; each is read from the device once. */
export class WeightValues {
	readonly #model: Pick<Model, 'config' | 'weights'>;
	readonly #names: readonly WeightName[];
	readonly #read = new Map<WeightName, NamedWeight>();

	constructor(model: Pick<Model, 'config' | 'weights'>) {
		this.#model = model;
		this.#names = namesOf(model.config.layers).filter((name) => tensorAt(model.weights, name));
	}

	/** The weights that patterns name, in the order of the table; `*` matches any characters, and what is absent is left out. */
	async matching(patterns: readonly string[]): Promise<NamedWeight[]> {
		const meant = new Set(patterns.flatMap((pattern) => namesMatching(pattern, this.#names)));
		return Promise.all(this.#names.filter((name) => meant.has(name)).map((name) => this.#valueOf(name)));
	}

	async #valueOf(name: WeightName): Promise<NamedWeight> {
		const known = this.#read.get(name);
		if (known) return known;
		const { config, weights } = this.#model;
		const axes = WEIGHTS[patternOf(name)];
		const shape = axes.map((axis) => lengthOf(axis, config));
		const value = { name, axes, shape, data: await valuesOf(tensorAt(weights, name), shape) };
		this.#read.set(name, value);
		return value;
	}
}

function namesOf(layers: number): WeightName[] {
	// The table's own keys, which Object.keys forgets; with its number filled in, a pattern is a name.
	const patterns = Object.keys(WEIGHTS) as WeightPattern[];
	return patterns.flatMap((pattern) => {
		if (!pattern.includes('{layer}')) return [pattern];
		return Array.from({ length: layers }, (_, layer) => pattern.replace('{layer}', String(layer)));
	}) as WeightName[];
}

function patternOf(name: WeightName): WeightPattern {
	// A name is a pattern with a number in place of its only `{layer}`.
	return name.replace(/^blocks\.\d+/, 'blocks.{layer}') as WeightPattern;
}

/** The tensor that a name is the path of; undefined where the model has none. */
function tensorAt(weights: Weights, name: WeightName): Tensor | undefined {
	const found = name
		.split('.')
		.reduce<unknown>((at, step) => (at instanceof Object ? Reflect.get(at, step) : at), weights);
	// The table's names are paths through `Weights`, and what lies at their ends are tensors.
	return found as Tensor | undefined;
}

function lengthOf(axis: WeightAxis, config: ModelConfig): number {
	return axis === 'position' ? config.context : axisLength(axis, config, 0);
}

/** A tensor's values in a shape of the same size; heads that lie side by side in the columns are taken apart. */
async function valuesOf(stored: Tensor | undefined, shape: readonly number[]): Promise<Float32Array> {
	if (!stored) return new Float32Array(sizeOf(shape));
	const [count = 1, rows] = shape;
	const isSideBySide = shape.length === 3 && stored.shape[0] === rows;
	const laid = tidy(() => (isSideBySide ? heads(stored, count) : clone(stored)));
	try {
		return await laid.data<'float32'>();
	} finally {
		laid.dispose();
	}
}
