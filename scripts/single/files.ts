/** The files that the page holds beside its scripts. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Held } from '../../src/single/held.ts';

const MODELS = 'static/models';
/** Browsers that run the page all have SIMD: the other binary would never be asked for. */
const UNUSED = /tfjs-backend-wasm-(?!simd)[^/]*\.wasm$/;

/** Models, drawings and what the workers fetch, by name, in base64. */
export async function heldFiles(
	drawings: Readonly<Record<string, string>>,
	fetched: Readonly<Record<string, Uint8Array>>
): Promise<Held> {
	const models = await readModels();
	const used = Object.entries(fetched).filter(([name]) => !UNUSED.test(name));
	const all = [...models, ...Object.entries(drawings), ...used];
	return Object.fromEntries(all.map(([name, content]) => [name, Buffer.from(content).toString('base64')]));
}

async function readModels(): Promise<[string, Uint8Array][]> {
	const ids = await readdir(MODELS);
	const names = await Promise.all(
		ids.map(async (id) => (await readdir(join(MODELS, id))).map((name) => `${id}/${name}`))
	);
	return Promise.all(
		names
			.flat()
			.map(async (name): Promise<[string, Uint8Array]> => [`models/${name}`, await readFile(join(MODELS, name))])
	);
}
