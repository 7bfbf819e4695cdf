/** What the page and the worker say to each other: plain data, in both directions. */
import type { Axis, WeightAxis } from './captures.ts';
import type { Edit } from './edits.ts';
import type { ModelFiles } from './model-files.ts';

/** The backends that ship, best first. */
export const BACKENDS = ['webgpu', 'webgl', 'wasm', 'cpu'] as const;

/** A TensorFlow.js backend. */
export type BackendName = (typeof BACKENDS)[number];

/** Which backend runs, on what, and why none of the better ones. */
export interface BackendReport {
	readonly name: BackendName;
	/** The adapter or processor in words, as far as the browser tells. */
	readonly device: string;
	readonly software: boolean;
	/** The better backends, each with a reason for passing it over. */
	readonly passed: readonly {
		readonly name: BackendName;
		readonly reason: PassReason;
		readonly detail: string;
	}[];
	/** True when a link or a setting forced this backend. */
	readonly forced: boolean;
}

/** Why a backend was passed over. */
export type PassReason = 'unavailable' | 'software' | 'self-test' | 'failed-to-start' | 'lost-too-often';

/** How tokens are drawn while generating. Temperature 0 is greedy; `topK` 0 and `topP` 1 keep the whole vocabulary. */
export interface Sampling {
	readonly temperature: number;
	readonly topK: number;
	readonly topP: number;
	readonly seed: number;
}

/** One forward pass over the run's tokens. */
export interface Variation {
	/** Edits made in this variation, after those of the whole question. */
	readonly edits?: readonly Edit[];
	/** `cache`: the prompt but its last token is filled in at once, then a token at a time through the KV cache. */
	readonly through?: 'full' | 'cache';
	/** Added to every position before rotating (rotary models only). */
	readonly offset?: number;
	/** Other tokens in place of the run's own. */
	readonly reads?: Reading;
	/** Tells in the cost what every step between two captures took. */
	readonly timed?: boolean;
	/** Names of captures; `*` matches any characters. What an architecture lacks is left out of the answer. */
	readonly captures: readonly string[];
}

/**
 * How the tokens that a variation reads differ from the run's. A place beyond the text changes nothing; appended tokens end
 * where the context does. `permute` reads them in the order of `permutation(length, seed)` in `#num/random.ts`.
 */
export type Reading =
	| { readonly do: 'replace'; readonly pos: number; readonly id: number }
	| { readonly do: 'permute'; readonly seed: number }
	| { readonly do: 'append'; readonly ids: readonly number[] };

/** All that one state of the page wants to know of one run. */
export interface Question {
	readonly model: string;
	readonly text: string;
	/** How many tokens to generate after the text, through the cache, and how. */
	readonly generate: Sampling & { readonly count: number };
	/** The reader's edits, in force for generation and for every variation. */
	readonly edits: readonly Edit[];
	readonly variations: Readonly<Record<string, Variation>>;
	/** Names of weights, answered as if captured in a variation called `weights`; `*` and what is absent as in captures. */
	readonly weights?: readonly string[];
}

/** A token and the stretch of text it came from. */
export interface Token {
	readonly id: number;
	/** What to show: the text itself, or for part of a character that character. Never "�". */
	readonly text: string;
	/** Where in the run's text (prompt and generated), in UTF-16 units; parts of one character share it. */
	readonly start: number;
	readonly end: number;
	/** Set when several tokens make up one character: this one's number from 0, and how many there are. */
	readonly part?: { readonly index: number; readonly of: number };
}

/** What a model is, in numbers. */
export interface ModelFacts {
	readonly id: string;
	readonly architecture: 'gpt2' | 'gpt_neox' | 'llama';
	readonly layers: number;
	readonly heads: number;
	readonly kvHeads: number;
	readonly d_model: number;
	readonly d_head: number;
	readonly d_mlp: number;
	readonly d_vocab: number;
	/** The longest text it was trained on, in tokens; the most that is run. */
	readonly context: number;
	/** `dims` of each head's dimensions are rotated, pair i by position · theta^(−2i/dims). */
	readonly positions:
		{ readonly kind: 'learned' } | { readonly kind: 'rotary'; readonly dims: number; readonly theta: number };
	readonly norm: 'layer' | 'rms';
	readonly activation: string;
	/** True when attention and FFN read the same stream side by side. */
	readonly parallel: boolean;
	/** Whether the FFN multiplies by a second factor (SwiGLU): three matrices instead of two. */
	readonly gated: boolean;
	/** Whether W_Q, W_K, W_V and W_O have biases, and whether those of the FFN do. */
	readonly attentionBias: boolean;
	readonly mlpBias: boolean;
	/** True when the unembedding is the embedding's transpose. */
	readonly tied: boolean;
	readonly parameters: number;
	/** Size of the weights' file. */
	readonly bytes: number;
}

/** A token that was generated, and how likely it was. */
export interface GeneratedStep {
	readonly id: number;
	/** Of the unmodified softmax, before temperature, top-k and top-p. */
	readonly probability: number;
	/** Of the distribution that was sampled. */
	readonly sampledProbability: number;
	/** 0 for the likeliest token. */
	readonly rank: number;
}

/** What it took to compute one captured value after the one before it. */
export interface Timed {
	readonly name: string;
	/** Wall time; 0 on backends that compute later than they are told (WebGPU and WebGL). */
	readonly milliseconds: number;
	readonly multiplyAdds: number;
}

/** What a variation cost. */
export interface Cost {
	/** Multiply-adds of every matrix product, counted from the shapes that ran: one number, or one per cached pass. */
	readonly multiplyAdds: readonly number[];
	/** Tokens that each of those passes took in. */
	readonly tokens: readonly number[];
	/** Bytes of K and V held by the cache after the last pass; 0 without a cache. */
	readonly cacheBytes: number;
	/** 0 when the answer was remembered from before. */
	readonly milliseconds: number;
	/** In the order of the computation, summed over passes; for a variation that asked to be timed. */
	readonly steps?: readonly Timed[];
}

/** One value inside an answer's packed buffer. */
export interface Packed {
	readonly variation: string;
	readonly name: string;
	readonly axes: readonly (Axis | WeightAxis)[];
	readonly shape: readonly number[];
	/** First value's index in the buffer, in floats. */
	readonly offset: number;
}

/** What the worker sends back: facts, and every captured value in one transferable buffer. */
export interface Answer {
	readonly model: ModelFacts;
	readonly tokens: readonly Token[];
	/** How many of the tokens are the reader's text. */
	readonly promptLength: number;
	/** Where in the text the part begins that the model did not see, its context being full; the text's length if none. */
	readonly unseenFrom: number;
	/** True when generation stopped early because the context is full. */
	readonly full: boolean;
	readonly steps: readonly GeneratedStep[];
	readonly costs: Readonly<Record<string, Cost>>;
	readonly index: readonly Packed[];
	readonly buffer: Float32Array<ArrayBuffer>;
}

/** What can go wrong, as a code that the page has a sentence for. */
export type FailureCode =
	| 'model-unknown'
	| 'model-not-here'
	| 'model-unreachable'
	| 'model-damaged'
	| 'model-unsupported'
	| 'tokenizer-damaged'
	| 'no-backend'
	| 'device-lost'
	| 'bad-edit'
	| 'not-finite'
	| 'internal';

/** A failure as data: errors do not cross to the page whole. */
export interface Failure {
	readonly code: FailureCode;
	/** For the curious and for reports; English. */
	readonly detail: string;
}

/** How far a slow thing has come. `total` is 0 while unknown. */
export interface Progress {
	readonly stage: 'backend' | 'download' | 'prepare';
	readonly loaded: number;
	readonly total: number;
}

/** A result or a failure. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** What the worker needs to know before anything else. */
export interface StartOptions {
	readonly force?: BackendName | undefined;
	readonly exclude?: readonly BackendName[];
	/** Where `<id>/` lies, absolute, with a closing slash. */
	readonly modelsUrl: string;
}

/** The files of a model of the reader's own; undefined where this browser does not have it. */
export type OwnModelFiles = (id: string) => Promise<ModelFiles | undefined>;

/** What the worker offers over comlink. */
export interface EngineApi {
	/** Chooses a backend, or takes the forced one; self-tests it. `own` is asked for the files of the reader's own models. */
	start(
		options: StartOptions,
		progress: (progress: Progress) => void,
		own?: OwnModelFiles
	): Promise<Outcome<BackendReport>>;
	/** Loads a model if needed. */
	load(model: string): Promise<Outcome<{ readonly facts: ModelFacts; readonly vocabulary: readonly string[] }>>;
	/** Runs what is not remembered and reads what is asked. One question at a time. */
	answer(question: Question): Promise<Outcome<Answer>>;
	/** Drops the device on purpose, for tests of recovery. */
	loseDevice(): Promise<void>;
}
