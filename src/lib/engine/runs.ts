/** Runs: what a model computes over a text, in one pass, or in many through the KV cache. */
import { KVCache } from './cache.ts';
import type { Model } from './model.ts';
import { Passes, type PassResult, type RunOptions } from './passes.ts';

/** What a model computes over a text, kept to be read. */
export interface Run {
	/** Bytes that it holds on the device. */
	readonly bytes: number;
	/** The passes over these ids; those that have run before do not run again. Throws EngineError `bad-edit` or `not-finite`. */
	over(ids: readonly number[]): Promise<readonly PassResult[]>;
	/** Gives everything back. */
	dispose(): void;
}

/** A run over a whole text in one pass. */
export class FullRun implements Run {
	readonly #model: Model;
	readonly #options: RunOptions;
	#done: { readonly ids: readonly number[]; readonly pass: PassResult } | undefined;

	constructor(model: Model, options: RunOptions) {
		this.#model = model;
		this.#options = options;
	}

	get bytes(): number {
		return this.#done?.pass.captures.bytes ?? 0;
	}

	async over(ids: readonly number[]): Promise<readonly PassResult[]> {
		if (this.#done?.ids.join() !== ids.join()) {
			this.dispose();
			this.#done = { ids, pass: await this.#pass(ids) };
		}
		return [this.#done.pass];
	}

	dispose(): void {
		this.#done?.pass.captures.dispose();
		this.#done = undefined;
	}

	async #pass(ids: readonly number[]): Promise<PassResult> {
		const passes = new Passes(this.#model, this.#options);
		const count = ids.length;
		try {
			return await passes.run({
				ids,
				span: { start: 0, count, keys: count },
				extent: { length: count, limit: count }
			});
		} finally {
			passes.dispose();
		}
	}
}

/** What a run through the cache is fixed to. */
export interface CachedOptions extends RunOptions {
	/** The prompt but its last token is filled in at once, then a token at a time. */
	readonly promptLength: number;
	/** Where the text ends, for edits that count from there; without it the end is each pass's own. */
	readonly length?: number | undefined;
}

/** A run through the cache over a text that may grow, shrink and take another turn after its prompt. */
export class CachedRun implements Run {
	readonly #model: Model;
	readonly #options: CachedOptions;
	readonly #passes: Passes;
	readonly #cache: KVCache;
	readonly #done: PassResult[] = [];
	#ids: readonly number[] = [];

	/** Sets the cache aside; throws EngineError `bad-edit`. */
	constructor(model: Model, options: CachedOptions) {
		this.#model = model;
		this.#options = options;
		this.#passes = new Passes(model, options);
		this.#cache = new KVCache(model.config);
	}

	get bytes(): number {
		return this.#done.reduce((sum, { captures }) => sum + captures.bytes, this.#cache.bytes);
	}

	async over(ids: readonly number[]): Promise<readonly PassResult[]> {
		const differs = this.#ids.findIndex((id, i) => i < ids.length && id !== ids[i]);
		if (differs >= 0) this.#rewind(differs);
		while (this.#ids.length < ids.length) await this.#advance(ids);
		return this.#done.filter(({ span }) => span.keys <= ids.length);
	}

	dispose(): void {
		this.#rewind(0);
		this.#cache.dispose();
		this.#passes.dispose();
	}

	async #advance(ids: readonly number[]): Promise<void> {
		const start = this.#ids.length;
		const { promptLength, length } = this.#options;
		const keys = Math.max(start + 1, Math.min(promptLength - 1, ids.length));
		const pass = await this.#passes.run({
			ids: ids.slice(start, keys),
			span: { start, count: keys - start, keys },
			extent: { length: length ?? keys, limit: length ?? this.#model.config.context },
			cache: this.#cache
		});
		this.#done.push(pass);
		this.#ids = ids.slice(0, keys);
	}

	/** Forgets the passes that go beyond `length`; what they wrote to the cache is written over when it is needed. */
	#rewind(length: number): void {
		const kept = this.#done.filter(({ span }) => span.keys <= length);
		for (const { captures } of this.#done.splice(kept.length)) captures.dispose();
		this.#ids = this.#ids.slice(0, kept.at(-1)?.span.keys ?? 0);
	}
}
