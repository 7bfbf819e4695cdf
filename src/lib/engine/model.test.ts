import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { chooseBackend } from './backend.ts';
import { loadModel, type Files } from './model.ts';
import { memory } from './tf.ts';

const folder = new URL('../../../tests/golden/models/neox-full/', import.meta.url);
const config = readFileSync(new URL('config.json', folder), 'utf8');
const weights = new Uint8Array(readFileSync(new URL('model.safetensors', folder)));

interface Entry {
	dtype: string;
	shape: number[];
	data_offsets: [number, number];
}

/** The weights' file with another header, or other bytes after it. */
function altered(
	header: (entries: Record<string, Entry>) => void,
	body: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> = (bytes) => bytes
): ArrayBuffer {
	const length = Number(new DataView(weights.buffer).getBigUint64(0, true));
	// What the library wrote: one entry for each tensor once the metadata is gone.
	const entries = JSON.parse(new TextDecoder().decode(weights.subarray(8, 8 + length))) as Record<string, Entry>;
	delete entries['__metadata__'];
	header(entries);
	const written = new TextEncoder().encode(JSON.stringify(entries));
	const size = new Uint8Array(8);
	new DataView(size.buffer).setBigUint64(0, BigInt(written.length), true);
	const rest = body(weights.slice(8 + length));
	const file = new Uint8Array(8 + written.length + rest.length);
	file.set(size);
	file.set(written, 8);
	file.set(rest, 8 + written.length);
	return file.buffer;
}

const renamed = (from: string, to: string) =>
	altered((entries) => {
		const entry = entries[from];
		if (entry) entries[to] = entry;
		delete entries[from];
	});
const entry = (change: (entry: Entry) => void) =>
	altered((entries) => {
		const found = entries['embed_out.weight'];
		if (found) change(found);
	});
const withConfig = (changes: object) => JSON.stringify({ ...JSON.parse(config), ...changes });

beforeAll(async () => void (await chooseBackend({ force: 'wasm' })));

function failure(files: Partial<Files>): unknown {
	try {
		loadModel('a', { config, weights: weights.buffer, ...files }).dispose();
		return undefined;
	} catch (error) {
		return error;
	}
}

describe('a model', () => {
	test('says what it is, in numbers', () => {
		const model = loadModel('a', { config, weights: weights.buffer });
		expect(model.facts).toMatchObject({ id: 'a', layers: 2, heads: 3, d_model: 36, d_head: 12, bytes: weights.length });
		expect(model.facts.parameters).toBe(parametersIn());
		model.dispose();
	});

	test('finds its head under the newer name too', () => {
		expect(failure({ weights: renamed('embed_out.weight', 'lm_head.weight') })).toBeUndefined();
	});
});

describe('a file of weights is refused in one sentence', () => {
	test.each([
		['that is empty', new ArrayBuffer(0), /too short/],
		['that ends inside its header', weights.slice(0, 100).buffer, /ends inside its header/],
		['that is cut short', weights.slice(0, -4).buffer, /cut short/],
		['that goes on after its end', Uint8Array.from([...weights, 0]).buffer, /belong to nothing/],
		['whose header is no JSON', weights.slice().fill(0x7b, 8, 20).buffer, /header cannot be read/],
		['whose header claims more than memory', weights.slice().fill(0xff, 0, 8).buffer, /header claims/],
		['that lacks a weight', renamed('gpt_neox.final_layer_norm.bias', 'other'), /final_layer_norm\.bias is missing/],
		[
			'with a hole',
			entry((found) => (found.data_offsets = [found.data_offsets[0] + 4, found.data_offsets[1]])),
			/hole/
		],
		['with a weight of another shape', entry((found) => found.shape.reverse()), /is \[36 61\] instead of \[61 36\]/],
		['of an unknown kind', entry((found) => (found.dtype = 'F8_E4M3')), /header cannot be read/],
		[
			'with NaN in it',
			altered(
				() => undefined,
				(bytes) => bytes.fill(0xff, 0, 4)
			),
			/is not a number/
		]
	])('%s', (_, file, words) => {
		expect(failure({ weights: file })).toMatchObject({
			code: 'model-damaged',
			message: expect.stringMatching(words)
		});
	});

	test('and nothing of it stays on the device', () => {
		const before = memory().numTensors;
		failure({ weights: renamed('gpt_neox.final_layer_norm.bias', 'other') });
		expect(memory().numTensors).toBe(before);
	});
});

describe('a configuration is refused in one sentence', () => {
	test.each([
		['that is no JSON', '{', /JSON/],
		['of an unknown architecture', withConfig({ model_type: 'mamba' }), /"mamba" is not known/],
		['that names no architecture', withConfig({ model_type: null }), /model_type/],
		['with an unknown activation', withConfig({ hidden_act: 'mish' }), /"mish" is not known/],
		['whose heads do not divide its width', withConfig({ num_attention_heads: 7 }), /7 heads do not divide 36/],
		['without layers', withConfig({ num_hidden_layers: 0 }), /num_hidden_layers/],
		['with stretched positions', withConfig({ rope_parameters: { rope_type: 'yarn' } }), /"yarn" are not known/]
	])('%s', (_, text, words) => {
		expect(failure({ config: text })).toMatchObject({
			code: 'model-unsupported',
			message: expect.stringMatching(words)
		});
	});
});

test('a tokenizer that cannot be used is refused', () => {
	expect(failure({ tokenizer: '{"model":{}}' })).toMatchObject({ code: 'tokenizer-damaged' });
});

function parametersIn(): number {
	const length = Number(new DataView(weights.buffer).getBigUint64(0, true));
	return (weights.length - 8 - length) / 4;
}
