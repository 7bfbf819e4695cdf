/** The heads of a model in the order that a reader asks for. */
import { HEAD_KINDS, type HeadKind } from '#state/head-study.svelte.ts';
import { SWITCHED, type HeadFigures, type Switched } from './card.ts';

/** What heads can be sorted by; in the address as it stands here. */
export type SortKey = 'layer' | HeadKind | `drop-${Switched}`;

/** All orders, the first being the one without a word in the address. */
export const SORT_KEYS: readonly SortKey[] = ['layer', ...HEAD_KINDS, ...SWITCHED.map((set) => `drop-${set}` as const)];

/** The order that an address asks for; by layer for anything else. */
export function sortKeyOf(search: URLSearchParams | undefined): SortKey {
	return SORT_KEYS.find((key) => key === search?.get('sort')) ?? 'layer';
}

/** The query of an order. */
export function searchFor(key: SortKey): string {
	return key === 'layer' ? '?' : `?sort=${key}`;
}

/** The figure that an order goes by; undefined for layers, and where it was not measured. */
export function figureOf(head: HeadFigures, key: SortKey): number | undefined {
	if (key === 'layer') return undefined;
	for (const set of SWITCHED) if (key === `drop-${set}`) return head.drops[set];
	return HEAD_KINDS.flatMap((kind) => (kind === key ? [head.scores[kind]] : []))[0];
}

/** Heads in an order, the largest figure first; in the order of the computation where figures do not tell. */
export function sorted(heads: readonly HeadFigures[], key: SortKey): HeadFigures[] {
	const figure = (head: HeadFigures) => figureOf(head, key) ?? -Infinity;
	return heads.toSorted((a, b) => {
		const [first, second] = [figure(a), figure(b)];
		return first === second ? a.layer - b.layer || a.head - b.head : second - first;
	});
}

/** Every head of a model, measured or not: without figures it still has a pattern to show. */
export function allHeads(
	{ layers, heads }: { readonly layers: number; readonly heads: number },
	measured: readonly HeadFigures[]
): HeadFigures[] {
	return Array.from({ length: layers * heads }, (_, index) => {
		const [layer, head] = [Math.floor(index / heads), index % heads];
		const found = measured.find((one) => one.layer === layer && one.head === head);
		return found ?? { layer, head, scores: {}, drops: { giving: NaN, facts: NaN, repeats: NaN } };
	});
}
