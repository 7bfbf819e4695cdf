/** Lays the values that a question asks for behind one another in one buffer, which can be handed over whole. */
import { sizeOf } from '#num/named.ts';
import type { CaptureName } from './captures.ts';
import type { PassResult } from './passes.ts';
import type { Packed } from './protocol.ts';
import { outlineOf, readPasses } from './read-passes.ts';
import type { NamedWeight } from './weight-values.ts';

/** The passes of one variation, and the values wanted of them. */
export interface Wanted {
	readonly variation: string;
	readonly passes: readonly PassResult[];
	readonly names: readonly CaptureName[];
}

/** All values wanted and the weights behind them, and where each lies; a value that was not kept is left out. */
export async function pack(
	wanted: readonly Wanted[],
	weights: readonly NamedWeight[] = []
): Promise<{ index: Packed[]; buffer: Float32Array<ArrayBuffer> }> {
	const parts = [...wanted.flatMap(partsOf), ...weights.map(partOf)];
	let length = 0;
	const index = parts.map(({ entry }) => {
		const offset = length;
		length += sizeOf(entry.shape);
		return { ...entry, offset };
	});
	const buffer = new Float32Array(length);
	const targets = index.map(({ offset, shape }) => buffer.subarray(offset, offset + sizeOf(shape)));
	await Promise.all(parts.map(async ({ write }, i) => write(targets[i] ?? new Float32Array())));
	return { index, buffer };
}

interface Part {
	readonly entry: Omit<Packed, 'offset'>;
	readonly write: (target: Float32Array) => Promise<void> | void;
}

function partsOf({ variation, passes, names }: Wanted): Part[] {
	return names.flatMap((name) => {
		const outline = outlineOf(passes, name);
		if (!outline) return [];
		return [{ entry: { variation, name, ...outline }, write: (target) => readPasses(passes, name, target) }];
	});
}

function partOf({ name, axes, shape, data }: NamedWeight): Part {
	return { entry: { variation: 'weights', name, axes, shape }, write: (target) => target.set(data) };
}
