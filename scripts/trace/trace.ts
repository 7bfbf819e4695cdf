/** Runs a model's folder without a browser and reports what is asked of it. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseBackend } from '../../src/lib/engine/backend.ts';
import type { CaptureName } from '../../src/lib/engine/captures.ts';
import { showBytes } from '../../src/lib/engine/characters.ts';
import { loadModel, type Model } from '../../src/lib/engine/model.ts';
import type { PassResult } from '../../src/lib/engine/passes.ts';
import { outlineOf, readPasses } from '../../src/lib/engine/read-passes.ts';
import { Runner } from '../../src/lib/engine/runner.ts';
import { sizeOf } from '../../src/lib/num/named.ts';
import { Mistake, type TraceOptions } from './options.ts';

/** A value as it is written: −∞ is the text `-inf`. */
export interface Written {
	readonly axes: readonly string[];
	readonly shape: readonly number[];
	readonly data: readonly (number | string)[];
}

/** What a trace reports. */
export interface Trace {
	readonly model: string;
	readonly backend: string;
	readonly tokens: readonly string[];
	readonly ids: readonly number[];
	readonly captures: Readonly<Record<string, Written>>;
	readonly logits: Written;
	readonly generated: { readonly ids: readonly number[]; readonly text: string };
}

/** Traces one run over the prompt, and generates after it; throws a Mistake or an EngineError. */
export async function trace(options: TraceOptions): Promise<Trace> {
	const { report } = await chooseBackend({ force: options.backend });
	if (report.name !== options.backend) throw new Mistake(`the backend ${options.backend} does not run here`);
	const model = loadModel(options.model, await filesOf(options));
	const runner = new Runner(model);
	try {
		const ids = idsOf(model, options);
		const names = namesOf(runner, options.captures);
		const { edits } = options;
		const prompt = { ids, promptLength: ids.length, edits, through: 'full', offset: 0 } as const;
		const passes = await runner.passes({ ...prompt, captures: [...names, 'logits'] });
		const captures: Record<string, Written> = {};
		for (const name of names) captures[name] = await written(passes, name);
		const logits = await written(passes, 'logits');
		const steps = await runner.generate(ids, options);
		const made = steps.map(({ id }) => id);
		const tokens = ids.map((id) => (model.tokenizer ? showBytes(model.tokenizer.bytesOf(id)) : String(id)));
		const text = model.tokenizer?.decode(made) ?? '';
		return {
			model: options.model,
			backend: report.name,
			tokens,
			ids,
			captures,
			logits,
			generated: { ids: made, text }
		};
	} finally {
		runner.clear();
		model.dispose();
	}
}

async function filesOf({ model, text }: TraceOptions) {
	const read = async (name: string) =>
		readFile(join(model, name)).catch(() => {
			throw new Mistake(`${join(model, name)} cannot be read`);
		});
	const needsTokenizer = text !== undefined || existsSync(join(model, 'tokenizer.json'));
	return {
		config: String(await read('config.json')),
		tokenizer: needsTokenizer ? String(await read('tokenizer.json')) : undefined,
		// Copied: small files share one buffer.
		weights: new Uint8Array(await read('model.safetensors')).buffer
	};
}

function idsOf({ config, tokenizer }: Model, { text, ids }: TraceOptions): readonly number[] {
	const found = ids ?? tokenizer?.encode(text ?? '') ?? [];
	if (found.length === 0) throw new Mistake('the text is empty');
	const stranger = found.find((id) => id >= config.d_vocab);
	if (stranger !== undefined) throw new Mistake(`${stranger} is not one of the ${config.d_vocab} ids of the model`);
	if (found.length > config.context)
		throw new Mistake(`${found.length} tokens are more than the model's context of ${config.context}`);
	return found;
}

function namesOf(runner: Runner, patterns: readonly string[]): CaptureName[] {
	for (const pattern of patterns)
		if (runner.namesOf([pattern]).length === 0) throw new Mistake(`the model has no value called "${pattern}"`);
	return runner.namesOf(patterns);
}

async function written(passes: readonly PassResult[], name: CaptureName): Promise<Written> {
	const outline = outlineOf(passes, name);
	if (!outline) throw new RangeError(`${name} was not kept`);
	const data = new Float32Array(sizeOf(outline.shape));
	await readPasses(passes, name, data);
	return { ...outline, data: Array.from(data, (x) => (Number.isFinite(x) ? x : nameOf(x))) };
}

function nameOf(x: number): string {
	return x === -Infinity ? '-inf' : x === Infinity ? 'inf' : 'nan';
}
