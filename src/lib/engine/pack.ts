/** Lays the values that a question asks for behind one another in one buffer, which can be handed over whole. */
import type { CaptureName } from './captures.ts';
import { sizeOf } from '#num/named.ts';
import type { PassResult } from './passes.ts';
import type { Packed } from './protocol.ts';
import { outlineOf, readPasses } from './read-passes.ts';

/** The passes of one variation, and the values wanted of them. */
export interface Wanted {
	readonly variation: string;
	readonly passes: readonly PassResult[];
	readonly names: readonly CaptureName[];
}

/** All values wanted, and where each lies; one that was not kept is left out. */
export async function pack(wanted: readonly Wanted[]): Promise<{ index: Packed[]; buffer: Float32Array<ArrayBuffer> }> {
	let length = 0;
	const parts = wanted.flatMap(({ variation, passes, names }) =>
		names.flatMap((name) => {
			const outline = outlineOf(passes, name);
			if (!outline) return [];
			const offset = length;
			length += sizeOf(outline.shape);
			return [{ passes, name, entry: { variation, name, ...outline, offset } }];
		})
	);
	const buffer = new Float32Array(length);
	await Promise.all(
		parts.map(({ passes, name, entry: { offset, shape } }) =>
			readPasses(passes, name, buffer.subarray(offset, offset + sizeOf(shape)))
		)
	);
	return { index: parts.map(({ entry }) => entry), buffer };
}
