import type { Named } from '#num/named.ts';
import type { Captured, CaptureRequest, WeightRequest } from './captures.ts';
import type { Answer } from './protocol.ts';

/** The captured values of one variation, or the weights, by name. */
export type CapturesByName = Readonly<Record<string, Named | undefined>>;

/** An answer whose values are ready to use: `captures[variation][name]`. */
export interface Unpacked extends Omit<Answer, 'index' | 'buffer'> {
	readonly captures: Readonly<Record<string, CapturesByName>>;
}

/** An answer with its values as views into the one buffer that crossed from the worker. */
export function unpack({ index, buffer, ...facts }: Answer): Unpacked {
	const captures: Record<string, Record<string, Named>> = {};
	for (const variation of Object.keys(facts.costs)) captures[variation] = {};
	for (const { variation, name, axes, shape, offset } of index) {
		const size = shape.reduce((product, length) => product * length, 1);
		(captures[variation] ??= {})[name] = { axes, shape, data: buffer.subarray(offset, offset + size) };
	}
	return { ...facts, captures };
}

/**
 * The value that a request asks of a variation: of `layer` where it says `{layer}`, of every block, stacked along a first
 * axis `layer`, where it says `blocks.*`. Undefined where the architecture lacks it or it was not captured.
 */
export function answerTo<Request extends CaptureRequest | WeightRequest>(
	captures: CapturesByName,
	request: Request,
	layer: number
): Captured<Request> | undefined {
	const value = request.startsWith('blocks.*.')
		? stacked(captures, request)
		: captures[request.replace('{layer}', String(layer))];
	// The tables give a name its axes, and the worker's answers follow the tables.
	return value as Captured<Request> | undefined;
}

function stacked(captures: CapturesByName, request: string): Named | undefined {
	const blocks: Named[] = [];
	for (let layer = 0; ; layer++) {
		const block = captures[request.replace('*', String(layer))];
		if (!block) break;
		blocks.push(block);
	}
	const [first] = blocks;
	if (!first) return undefined;
	const data = new Float32Array(blocks.length * first.data.length);
	blocks.forEach((block, layer) => data.set(block.data, layer * first.data.length));
	return { axes: ['layer', ...first.axes], shape: [blocks.length, ...first.shape], data };
}
