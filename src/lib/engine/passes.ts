/** Passes of one model with one set of edits: what full and cached runs are made of. */
import type { KVCache } from './cache.ts';
import { CaptureStore, type Keeping } from './capture-store.ts';
import type { Edit } from './edits.ts';
import { EngineError } from './failures.ts';
import { forward } from './forward.ts';
import type { Span } from './mask.ts';
import type { Model } from './model.ts';
import { planEdits, type Extent } from './plan-edits.ts';
import type { Timed } from './protocol.ts';
import { timing } from './step-times.ts';
import { otherRuns, type OtherRuns } from './swap.ts';
import { tapWith } from './tap.ts';
import { dispose, multiplyAddsSoFar, slice, sum, tidy, type Tensor } from './tf.ts';

/** How a run differs from the model's own, and what it keeps. */
export interface RunOptions {
	readonly edits: readonly Edit[];
	/** Added to every position before rotating. */
	readonly offset: number;
	readonly keeping: Keeping;
	/** Measures every step. */
	readonly timed: boolean;
}

/** One pass that is asked for. */
export interface PassRequest {
	readonly ids: readonly number[];
	readonly span: Span;
	readonly extent: Extent;
	readonly cache?: KVCache | undefined;
}

/** What one pass left behind. */
export interface PassResult {
	readonly span: Span;
	readonly captures: CaptureStore;
	/** The logits after the last token, [d_vocab]. */
	readonly last: Float32Array;
	readonly multiplyAdds: number;
	readonly milliseconds: number;
	/** What every step took, if the run is timed. */
	readonly steps?: readonly Timed[] | undefined;
	/** When it was done, by the same clock as `performance.now()`. */
	readonly finished: number;
}

/** Runs passes; holds the other runs that its edits swap values from, until it is disposed. */
export class Passes {
	readonly #model: Model;
	readonly #options: RunOptions;
	readonly #others: OtherRuns;

	/** Runs what the edits swap from; throws EngineError `bad-edit` when they do not fit the model. */
	constructor(model: Model, options: RunOptions) {
		this.#model = model;
		this.#options = options;
		this.#others = otherRuns(model, options.edits);
	}

	/** Runs one pass; throws EngineError `bad-edit`, or `not-finite` when its logits are not numbers. */
	async run(request: PassRequest): Promise<PassResult> {
		const start = performance.now();
		const before = multiplyAddsSoFar();
		const captures = new CaptureStore(this.#options.keeping);
		let ends: Ends | undefined;
		try {
			ends = this.#compute(request, captures);
			const multiplyAdds = multiplyAddsSoFar() - before;
			const last = await readFinite(ends);
			const finished = performance.now();
			const { span } = request;
			const { steps } = ends;
			return { span, captures, last, multiplyAdds, milliseconds: finished - start, finished, steps };
		} catch (error) {
			captures.dispose();
			throw error;
		} finally {
			if (ends) dispose([ends.last, ends.total]);
		}
	}

	/** Gives back the runs that edits swap from. */
	dispose(): void {
		this.#others.dispose();
	}

	#compute(request: PassRequest, captures: CaptureStore): Ends {
		const { config, weights } = this.#model;
		const { edits, offset, timed } = this.#options;
		const { ids, span, cache } = request;
		const plain = tapWith({
			config,
			span,
			edits: planEdits(edits, config, request.extent),
			otherOf: ({ edit }, name) => this.#others.get(edit)?.get(name),
			record: (name, value) => captures.record(name, value)
		});
		const { tap, steps } = timed ? timing(plain) : { tap: plain };
		const ends = tidy(() => {
			const logits = forward(config, weights, { ids, span, offset, tap, cache });
			const [count = 0, d_vocab = 0] = logits.shape;
			return { last: slice(logits, [count - 1, 0], [1, d_vocab]), total: sum(logits) };
		});
		return { ...ends, steps };
	}
}

/** What is read of every pass: the last logits, and the sum of all, which is finite only if each of them is. */
interface Ends {
	readonly last: Tensor;
	readonly total: Tensor;
	readonly steps?: readonly Timed[] | undefined;
}

async function readFinite({ last, total }: Ends): Promise<Float32Array> {
	const [values, [sum = NaN]] = await Promise.all([last.data<'float32'>(), total.data<'float32'>()]);
	if (!Number.isFinite(sum)) throw new EngineError('not-finite', 'the logits are not finite');
	// Copied: some backends hand out their own memory.
	return values.slice();
}
