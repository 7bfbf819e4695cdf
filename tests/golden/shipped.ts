/** Shipped models beside what PyTorch says of them, in Node. */
import { readdirSync, readFileSync } from 'node:fs';
import type { ModelFiles } from '#engine/model-files.ts';
import type { GoldenValue } from './check.ts';

const root = new URL('../../', import.meta.url);
const models = new URL('static/models/', root);

/** What `shipped/<id>.json` holds. */
export interface ShippedGolden {
	readonly model: string;
	readonly sha256: Readonly<Record<string, string>>;
	readonly texts: readonly {
		readonly name: string;
		readonly text: string;
		readonly ids: readonly number[];
		readonly loss: number;
		readonly last_logits: GoldenValue;
		readonly captures: Readonly<Record<string, GoldenValue>>;
		readonly greedy: readonly number[];
		readonly greedy_leads: readonly number[];
	}[];
}

/** What `tokenizer.json` holds. */
export interface TokenizerGolden {
	readonly model: string;
	readonly sha256: string;
	readonly vocabulary: number;
	readonly cases: readonly {
		readonly group: string;
		readonly text: string;
		readonly ids: readonly number[];
		readonly decoded: string;
	}[];
	readonly pieces: readonly { readonly ids: readonly number[]; readonly decoded: string }[];
}

/** The ids of every model that ships. */
export const SHIPPED_MODELS = readdirSync(models, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name);

/** A file of a shipped model. */
export function shippedFile(id: string, name: string): Uint8Array<ArrayBuffer> {
	// Copied: small files share one buffer.
	return new Uint8Array(readFileSync(new URL(`${id}/${name}`, models)));
}

/** The files that a shipped model is made from. */
export function shippedFiles(id: string): ModelFiles {
	const text = (name: string) => new TextDecoder().decode(shippedFile(id, name));
	return {
		config: text('config.json'),
		tokenizer: text('tokenizer.json'),
		weights: shippedFile(id, 'model.safetensors').buffer
	};
}

/** What PyTorch says of a shipped model. */
export function shippedGolden(id: string): ShippedGolden {
	// Written by training/golden.py, which states this form.
	return JSON.parse(readFileSync(new URL(`tests/golden/shipped/${id}.json`, root), 'utf8')) as ShippedGolden;
}

/** What Python's tokenizer makes of many strings. */
export function tokenizerGolden(): TokenizerGolden {
	// Written by training/tokenizer_golden.py, which states this form.
	return JSON.parse(readFileSync(new URL('tests/golden/tokenizer.json', root), 'utf8')) as TokenizerGolden;
}
