/** Holds the engine to one model's golden values on whatever backend is set: the same in Node and in Chromium. */
import type { CaptureName } from '#engine/captures.ts';
import type { Edit } from '#engine/edits.ts';
import { loadModel, type Model } from '#engine/model.ts';
import type { PassResult } from '#engine/passes.ts';
import { outlineOf, readPasses } from '#engine/read-passes.ts';
import { Runner, type RunRequest } from '#engine/runner.ts';
import { sizeOf } from '#num/named.ts';
import { maxAbsDifference } from '#num/stats.ts';

/** A value as the golden files write it. */
export interface GoldenValue {
	readonly axes: readonly string[];
	readonly shape: readonly number[];
	readonly data: readonly (number | '-inf')[];
}

/** What `golden.json` holds. */
export interface Golden {
	readonly model: string;
	readonly ids: readonly number[];
	readonly absent: readonly string[];
	readonly captures: Readonly<Record<string, GoldenValue>>;
	readonly greedy: readonly number[];
	readonly cached: GoldenValue;
	readonly edited: readonly {
		readonly about: string;
		readonly edits: readonly Edit[];
		readonly from_pos: number;
		readonly logits: GoldenValue;
	}[];
}

/** The models that have golden values. */
export const GOLDEN_MODELS = [
	'gpt2-tiny',
	'gpt2-untied',
	'gpt2-bare',
	'neox-partial',
	'neox-full',
	'neox-nobias',
	'neox-tied',
	'neox-f16',
	'neox-bf16',
	'llama-gqa',
	'llama-tied',
	'llama-mha'
] as const;

/** A value that the engine computed. */
export interface Computed {
	readonly axes: readonly string[];
	readonly shape: readonly number[];
	readonly data: Float32Array;
}

/** One tiny model beside its golden values. */
export class GoldenModel {
	readonly golden: Golden;
	readonly model: Model;
	readonly #runner: Runner;

	/** Loads the model; `read` gives the bytes of a file of `tests/golden/models/<name>/`. */
	static async load(name: string, read: (path: string) => Promise<ArrayBuffer>): Promise<GoldenModel> {
		const text = async (file: string) => new TextDecoder().decode(await read(`${name}/${file}`));
		// Written by training/golden.py, which states this form.
		const golden = JSON.parse(await text('golden.json')) as Golden;
		const files = { config: await text('config.json'), weights: await read(`${name}/model.safetensors`) };
		return new GoldenModel(golden, loadModel(name, files));
	}

	private constructor(golden: Golden, model: Model) {
		this.golden = golden;
		this.model = model;
		this.#runner = new Runner(model);
	}

	/** The passes of a run over the golden prompt, or over what is asked instead. */
	async passes(asked: Partial<RunRequest>): Promise<readonly PassResult[]> {
		const { ids } = this.golden;
		const plain = { ids, promptLength: ids.length, edits: [], through: 'full', offset: 0, captures: [] } as const;
		return this.#runner.passes({ ...plain, ...asked });
	}

	/** The values that patterns name, by name. */
	async values(asked: Partial<RunRequest>): Promise<Map<string, Computed>> {
		const passes = await this.passes(asked);
		const found = new Map<string, Computed>();
		for (const name of this.#runner.namesOf(asked.captures ?? [])) found.set(name, await valueOf(passes, name));
		return found;
	}

	/** The logits of a run. */
	async logits(asked: Partial<RunRequest> = {}): Promise<Computed> {
		return valueOf(await this.passes({ captures: ['logits'], ...asked }), 'logits');
	}

	/** The ids that are generated greedily, as many as the golden ones. */
	async greedy(): Promise<number[]> {
		const { ids, greedy } = this.golden;
		const sampling = { temperature: 0, topK: 0, topP: 1, seed: 0, count: greedy.length };
		return (await this.#runner.generate(ids, { edits: [], generate: sampling })).map(({ id }) => id);
	}

	/** Eight ids drawn from a seed, out of all that the model can say. */
	async drawn(seed: number): Promise<number[]> {
		const sampling = { temperature: 1, topK: 0, topP: 1, seed, count: 8 };
		return (await this.#runner.generate(this.golden.ids, { edits: [], generate: sampling })).map(({ id }) => id);
	}

	/** The logits that each greedy id is chosen from, through the cache: [step, d_vocab]. */
	async cachedSteps(): Promise<Float32Array> {
		const { ids, greedy } = this.golden;
		const passes = await this.passes({ ids: [...ids, ...greedy.slice(0, -1)], through: 'cache' });
		return joined(passes.slice(-greedy.length).map(({ last }) => last));
	}

	/** Gives everything back to the device. */
	dispose(): void {
		this.#runner.clear();
		this.model.dispose();
	}
}

/** The largest error of a value, over its end from `skipped` values on; NaN where axes or shapes differ. */
export function errorOf(got: Computed | undefined, golden: GoldenValue, from_pos = 0): number {
	const skipped = from_pos * (golden.shape.at(-1) ?? 0);
	const shape = [(golden.shape[0] ?? 0) + from_pos, ...golden.shape.slice(1)];
	if (got?.shape.join() !== shape.join() || got.axes.join() !== golden.axes.join()) return NaN;
	return maxAbsDifference(got.data.subarray(skipped), numbersOf(golden));
}

/** Golden numbers as an array; JSON writes −∞ as a string. */
export function numbersOf({ data }: GoldenValue): Float64Array {
	return Float64Array.from(data, (x) => (x === '-inf' ? -Infinity : x));
}

async function valueOf(passes: readonly PassResult[], name: CaptureName): Promise<Computed> {
	const outline = outlineOf(passes, name);
	if (!outline) throw new RangeError(`${name} was not kept`);
	const data = new Float32Array(sizeOf(outline.shape));
	await readPasses(passes, name, data);
	return { ...outline, data };
}

function joined(rows: readonly Float32Array[]): Float32Array {
	return Float32Array.from(rows.flatMap((row) => [...row]));
}
