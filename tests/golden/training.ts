/** Holds training to PyTorch's numbers on whatever backend is set: the same in Node and in Chromium. */
import type { ModelConfig } from '#engine/config.ts';
import { loadModel } from '#engine/model.ts';
import { readSafetensors, valuesOf } from '#engine/safetensors.ts';
import { disposeAll, tensor, type Tensor } from '#engine/tf.ts';
import { Descent } from '#engine/training/descent.ts';
import { lossGradient, type Batch } from '#engine/training/gradient.ts';
import { parametersOf, type Parameter } from '#engine/training/parameters.ts';
import type { OptimizerName } from '#engine/training/settings.ts';
import type { Weights } from '#engine/weights.ts';
import { sizeOf } from '#num/named.ts';
import { maxAbsDifference } from '#num/stats.ts';

/** Gives the bytes of a file of `tests/golden/`. */
export type Read = (path: string) => Promise<ArrayBuffer>;

/** The models whose gradients are held to PyTorch's. */
export const GRADIENT_MODELS = ['gpt2-tiny', 'neox-full', 'post-norm'] as const;

/** What `gradients.json` says of a model. */
interface GradientFacts extends Batch {
	readonly loss: number;
	readonly smoothed: { readonly smoothing: number; readonly loss: number };
	readonly shape?: Record<'d_model' | 'heads' | 'd_mlp' | 'd_vocab' | 'layers' | 'context', number>;
}

/** One run of ten steps in `losses.json`. */
export interface GoldenRun {
	readonly optimizer: OptimizerName;
	readonly rate: number;
	readonly clip: number;
	readonly decay: number;
	readonly losses: readonly number[];
	readonly norms: readonly number[];
}

const PLAIN = { smoothing: 0, dropout: { embedding: 0, attention: 0, ffn: 0 }, seed: 0 };

/** A file of JSON. */
export async function json<T>(read: Read, path: string): Promise<T> {
	// Written by training/golden_training.py, which states this form.
	return JSON.parse(new TextDecoder().decode(await read(path))) as T;
}

/** How far the gradient of each parameter is from PyTorch's, relative to its largest value, and the losses' errors. */
export async function gradientErrors(name: (typeof GRADIENT_MODELS)[number], read: Read) {
	const facts = (await json<Record<string, GradientFacts>>(read, 'training/gradients.json'))[name];
	if (!facts) throw new Error(`there is no ${name}`);
	const golden = readSafetensors(await read(`training/${name}.gradients.safetensors`));
	const { config, tensors } = await startOf(name, facts, read);
	const names = [...golden.keys()];
	const plain = lossGradient({ config, tensors }, names, facts, PLAIN);
	const { smoothing } = facts.smoothed;
	const smooth = lossGradient({ config, tensors }, names, facts, { ...PLAIN, smoothing });
	const errors: Record<string, number> = {
		loss: Math.abs((await first(plain.value)) - facts.loss),
		smoothed: Math.abs((await first(smooth.value)) - facts.smoothed.loss)
	};
	const expected = names.map((name) => valuesOf(golden.get(name) ?? missing(name)));
	const largest = Math.max(...expected.map(sizeOfLargest));
	for (const [i, name] of names.entries()) {
		const got = await plain.gradients[i]?.data<'float32'>();
		const should = expected[i] ?? new Float32Array();
		// The gradient of b_K is 0 in exact numbers where nothing rotates: what is left is rounding, and has no scale of its own.
		const scale = Math.max(sizeOfLargest(should), largest * 1e-3);
		errors[name] = got?.length === should.length ? maxAbsDifference(got, should) / scale : NaN;
	}
	disposeAll([plain, smooth, [...tensors.values()]]);
	return { errors, trained: names, parameters: parametersOf(config, tensors.has('W_pos')) };
}

/** The losses and norms of ten steps from the golden model's weights. */
export async function tenSteps(run: GoldenRun, read: Read): Promise<{ losses: number[]; norms: number[] }> {
	const { texts, batches } = await json<{ texts: number; batches: Batch[] }>(read, 'training/batches.json');
	const { config, tensors } = await startOf('gpt2-tiny', undefined, read);
	const parameters = parametersOf(config, true);
	const values = await joined(parameters, tensors);
	disposeAll([...tensors.values()]);
	const schedule = { schedule: 'constant', warmup: 0, steps: 10 } as const;
	const optimizer = { ...run, ...schedule, beta1: 0.9, beta2: 0.98, epsilon: 1e-8 };
	const descent = new Descent({ config, parameters, fixed: new Map(), optimizer, from: { step: 0, values } });
	const [losses, norms]: [number[], number[]] = [[], []];
	for (let step = 0; step < run.losses.length; step++) {
		const batch = batches[step % 2];
		if (!batch) throw new Error('there is no batch');
		const result = await descent.take({ ...batch, texts }, PLAIN);
		losses.push(result.loss);
		norms.push(result.norm);
	}
	descent.dispose();
	return { losses, norms };
}

interface ModelStart {
	readonly config: ModelConfig;
	readonly tensors: Map<string, Tensor>;
}

async function startOf(name: string, facts: GradientFacts | undefined, read: Read): Promise<ModelStart> {
	if (facts?.shape) return postNormStart(facts.shape, await read(`training/${name}.safetensors`));
	const config = new TextDecoder().decode(await read(`models/${name}/config.json`));
	const model = loadModel(name, { config, weights: await read(`models/${name}/model.safetensors`) });
	return { config: model.config, tensors: flattened(model.weights, model.config.tied) };
}

function postNormStart(shape: NonNullable<GradientFacts['shape']>, file: ArrayBuffer): ModelStart {
	const { heads, d_model } = shape;
	const config: ModelConfig = {
		...shape,
		architecture: 'gpt2',
		kvHeads: heads,
		d_head: d_model / heads,
		positions: { kind: 'learned' },
		norm: 'layer',
		activation: 'relu',
		parallel: false,
		gated: false,
		attentionBias: true,
		mlpBias: true,
		tied: false,
		postNorm: true,
		epsilon: 1e-5,
		scale: 1 / Math.sqrt(d_model / heads)
	};
	const stored = [...readSafetensors(file)];
	return { config, tensors: new Map(stored.map(([name, value]) => [name, tensor(valuesOf(value), [...value.shape])])) };
}

/** The tensors of a model by their names; a tied unembedding is not one of its own. */
function flattened(weights: Weights, tied: boolean): Map<string, Tensor> {
	const found = new Map<string, Tensor>();
	const visit = (value: unknown, at: string) => {
		if (value === undefined || (tied && at === 'W_U')) return;
		if (isTensor(value)) found.set(at, value);
		else for (const [key, part] of Object.entries(value ?? {})) visit(part, at ? `${at}.${key}` : key);
	};
	visit(weights, '');
	if (tied) weights.W_U.dispose();
	return found;
}

function isTensor(value: unknown): value is Tensor {
	return typeof value === 'object' && value !== null && 'dataId' in value;
}

async function joined(parameters: readonly Parameter[], tensors: ReadonlyMap<string, Tensor>): Promise<Float32Array> {
	const values = new Float32Array(parameters.reduce((sum, { shape }) => sum + sizeOf(shape), 0));
	let at = 0;
	for (const { name, shape } of parameters) {
		values.set((await tensors.get(name)?.data<'float32'>()) ?? missing(name), at);
		at += sizeOf(shape);
	}
	return values;
}

async function first(scalar: Tensor): Promise<number> {
	return (await scalar.data<'float32'>())[0] ?? NaN;
}

function sizeOfLargest(values: Float32Array): number {
	return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function missing(name: string): never {
	throw new Error(`there is no ${name}`);
}
