import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { EngineError } from '../../src/lib/engine/failures.ts';
import { loadModel, type Model } from '../../src/lib/engine/model.ts';
import type { Tokenizer } from '../../src/lib/engine/tokenizer.ts';

/** A model out of its folder, and the token that stands between texts. */
export interface Loaded {
	readonly model: Model<Tokenizer>;
	/** The id that training put after each text. */
	readonly end: number;
}

/** Loads the model of a folder; throws an EngineError that says what is missing or damaged. */
export async function loadFolder(folder: string): Promise<Loaded> {
	const read = async (name: string) =>
		readFile(join(folder, name)).catch(() => {
			throw new EngineError('model-unknown', `${join(folder, name)} cannot be read`);
		});
	const config = String(await read('config.json'));
	const model = loadModel(basename(resolve(folder)), {
		config,
		tokenizer: String(await read('tokenizer.json')),
		// Copied: small files share one buffer.
		weights: new Uint8Array(await read('model.safetensors')).buffer
	});
	// The configuration has been read as a whole before; this one number only training and this script need.
	const { eos_token_id } = JSON.parse(config) as { readonly eos_token_id?: number };
	return { model, end: eos_token_id ?? 0 };
}
