/** The models that ship, found while prerendering: every folder of `static/models` with a `card.json`. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelChoice } from '#state/choosing.svelte.ts';

const FOLDER = 'static/models';

/** What of each model's card a page needs to offer it, the default first. */
export async function readShippedModels(): Promise<ModelChoice[]> {
	const folders = (await readdir(FOLDER)).sort();
	return Promise.all(
		folders.map(async (id) => {
			// Our own files, written by `training/export.py`.
			const { title, summary, start } = JSON.parse(
				await readFile(join(FOLDER, id, 'card.json'), 'utf8')
			) as ModelChoice;
			return { id, title, summary, ...(start ? { start } : {}) };
		})
	);
}
