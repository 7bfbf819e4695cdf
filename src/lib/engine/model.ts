import { captureNames } from './capture-names.ts';
import type { CaptureName } from './captures.ts';
import { unsupported, type ModelConfig } from './config.ts';
import { architectureOf } from './models/architectures.ts';
import type { ModelFacts } from './protocol.ts';
import { readSafetensors } from './safetensors.ts';
import { disposeAll, tidyAll } from './tf.ts';
import { Tokenizer } from './tokenizer.ts';
import type { Weights } from './weights.ts';

/** The files of a Hugging Face folder; a model runs on ids without its tokenizer. */
export interface Files {
	/** The text of `config.json`. */
	readonly config: string;
	/** The text of `tokenizer.json`. */
	readonly tokenizer?: string | undefined;
	/** The bytes of `model.safetensors`. */
	readonly weights: ArrayBuffer;
}

/** A model that is ready to run: its weights are on the device until they are disposed. */
export interface Model<T extends Tokenizer | undefined = Tokenizer | undefined> {
	readonly facts: ModelFacts;
	readonly config: ModelConfig;
	readonly weights: Weights;
	/** Every value of it that can be captured. */
	readonly names: readonly CaptureName[];
	readonly tokenizer: T;
	dispose(): void;
}

/** Makes a model of its files; throws EngineError `model-unsupported`, `model-damaged` or `tokenizer-damaged`. */
export function loadModel(id: string, files: Files & { readonly tokenizer: string }): Model<Tokenizer>;
export function loadModel(id: string, files: Files): Model;
export function loadModel(id: string, files: Files): Model {
	const raw = parse(files.config);
	const architecture = architectureOf(raw);
	const config = architecture.config(raw);
	const tokenizer = files.tokenizer === undefined ? undefined : Tokenizer.parse(files.tokenizer);
	const stored = readSafetensors(files.weights);
	// A tidy also gives back what was made before a damaged weight was met.
	const { weights, parameters } = tidyAll(() => architecture.weights(stored, config));
	return {
		facts: factsOf(id, config, parameters, files.weights.byteLength),
		config,
		weights,
		names: captureNames(config),
		tokenizer,
		dispose: () => disposeAll(weights)
	};
}

function factsOf(id: string, config: ModelConfig, parameters: number, bytes: number): ModelFacts {
	const { epsilon: _e, scale: _s, ...facts } = config;
	return { id, ...facts, parameters, bytes };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		return unsupported(String(error));
	}
}
