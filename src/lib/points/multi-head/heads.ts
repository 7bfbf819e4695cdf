/** Heads that a reader switched off, as a parameter: in a link `2.1_3.0` is head 1 of layer 2 and head 0 of layer 3. */
import type { Param } from '#params/param.ts';

/** Which head of which layer. */
export interface HeadPlace {
	readonly layer: number;
	readonly head: number;
}

// More than any model that fits in a page has.
const MOST = 1024;

/** Heads, each once; none at the start. */
export function heads(): Param<readonly HeadPlace[]> {
	return {
		kind: 'cells',
		start: [],
		read: readHeads,
		write: (value) => value.map(({ layer, head }) => `${layer}.${head}`).join('_')
	};
}

/** True when a head is among those of a list. */
export function includesHead(list: readonly HeadPlace[], { layer, head }: HeadPlace): boolean {
	return list.some((one) => one.layer === layer && one.head === head);
}

/** The list with one head turned over: taken out where it was in, put in where it was not. */
export function toggled(list: readonly HeadPlace[], place: HeadPlace): readonly HeadPlace[] {
	const { layer, head } = place;
	if (!includesHead(list, place)) return list.length < MOST ? [...list, { layer, head }] : list;
	return list.filter((one) => one.layer !== layer || one.head !== head);
}

/** Every head of a model. */
export function allHeads(model: { readonly layers: number; readonly heads: number }): readonly HeadPlace[] {
	return Array.from({ length: model.layers * model.heads }, (_, i) => ({
		layer: Math.floor(i / model.heads),
		head: i % model.heads
	}));
}

function readHeads(text: string): readonly HeadPlace[] | undefined {
	if (text === '') return [];
	const parts = text.split('_', MOST + 1);
	if (parts.length > MOST) return undefined;
	let list: readonly HeadPlace[] = [];
	for (const part of parts) {
		const [, layer, head] = /^(\d{1,3})\.(\d{1,3})$/.exec(part) ?? [];
		if (layer === undefined || head === undefined) return undefined;
		const place = { layer: Number(layer), head: Number(head) };
		if (!includesHead(list, place)) list = [...list, place];
	}
	return list;
}
