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

/**
 * All values wanted and the weights behind them, and where each lies; a value that was not kept is left out, and one that
 * two variations have of the same run is laid down once.
 */
export async function pack(
	wanted: readonly Wanted[],
	weights: readonly NamedWeight[] = []
): Promise<{ index: Packed[]; buffer: Float32Array<ArrayBuffer> }> {
	const parts = [...wanted.flatMap(partsOf), ...weights.map(partOf)];
	const laid = new Map<object, Map<string, number>>();
	const writes: { readonly from: number; readonly to: number; readonly write: Part['write'] }[] = [];
	let length = 0;
	const index = parts.map(({ entry, source, write }) => {
		const known = laid.get(source) ?? new Map<string, number>();
		laid.set(source, known);
		const offset = known.get(entry.name) ?? length;
		if (!known.has(entry.name)) {
			known.set(entry.name, offset);
			length += sizeOf(entry.shape);
			writes.push({ from: offset, to: length, write });
		}
		return { ...entry, offset };
	});
	const buffer = new Float32Array(length);
	await Promise.all(writes.map(async ({ from, to, write }) => write(buffer.subarray(from, to))));
	return { index, buffer };
}

interface Part {
	readonly entry: Omit<Packed, 'offset'>;
	/** What the value is of: the same for the same run. */
	readonly source: object;
	readonly write: (target: Float32Array) => Promise<void> | void;
}

function partsOf({ variation, passes, names }: Wanted): Part[] {
	return names.flatMap((name) => {
		const [outline, source] = [outlineOf(passes, name), passes.at(-1)];
		if (!outline || !source) return [];
		return [{ entry: { variation, name, ...outline }, source, write: (target) => readPasses(passes, name, target) }];
	});
}

function partOf(weight: NamedWeight): Part {
	const { name, axes, shape, data } = weight;
	return { entry: { variation: 'weights', name, axes, shape }, source: weight, write: (target) => target.set(data) };
}
