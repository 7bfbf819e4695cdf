import { measureAbilities } from './abilities.ts';
import type { Measures } from './card.ts';
import { measureHeads } from './heads.ts';
import { loadFolder } from './model-folder.ts';
import { measurePositions } from './positions.ts';
import { Reader } from './reader.ts';

/** Measures all of a model's folder. */
export async function measure(folder: string): Promise<Measures> {
	const { model, end } = await loadFolder(folder);
	const reader = new Reader(model);
	try {
		return {
			abilities: await measureAbilities(model, reader),
			heads: await measureHeads(model, reader),
			positions: await measurePositions(model, reader, end)
		};
	} finally {
		model.dispose();
	}
}
