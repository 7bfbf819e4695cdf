import type { ModelFacts } from '#engine/protocol.ts';
import { take, type Named } from '#num/named.ts';
import { argmax } from '#num/stats.ts';
import type { Focus, RunFacts } from '#points/define.ts';
import type { ReaderState } from './reader.ts';

/** The focus as a reader wishes it: absent places are found in the run. */
export type Wish = Pick<ReaderState, 'layer' | 'head' | 'query' | 'key'>;

/** What a focus is resolved against: the model, and once it has run, how many tokens there are and the patterns of all layers. */
export interface Ground {
	readonly model: Pick<ModelFacts, 'layers' | 'heads'>;
	readonly length: number;
	/** Axes: layer, head, query, key. */
	readonly patterns: Named | undefined;
}

/** The focus that a wish means in a run: every index exists there. */
export function resolveFocus(wish: Wish, { model, length, patterns }: Ground): Focus {
	const layer = within(wish.layer, model.layers);
	const head = within(wish.head, model.heads);
	const query = within(wish.query ?? length - 1, length);
	const key = within(wish.key ?? strongestKey(patterns, { layer, head, query }), length);
	return { layer, head, query, key };
}

/** The focus that a wish means in the run on show; before the first, as it was wished. */
export function focusOn(wish: Wish, run: RunFacts | undefined, patterns: Named | undefined): Focus {
	if (!run) return { layer: wish.layer, head: wish.head, query: 0, key: 0 };
	return resolveFocus(wish, { model: run.model, length: run.tokens.length, patterns });
}

/** Passes a focus on as the object that it was before where its places are the same: who compares by identity is not woken. */
export function steady(): (focus: Focus) => Focus {
	let last: Focus | undefined;
	return ({ layer, head, query, key }) => {
		const isSame = last?.layer === layer && last.head === head && last.query === query && last.key === key;
		return isSame && last ? last : (last = { layer, head, query, key });
	};
}

/** What of a wish a focus could not fulfil, in a link's own keys: `l=99`. */
export function unfulfilled(wish: Wish, focus: Focus): string[] {
	const asked = {
		l: [wish.layer, focus.layer],
		h: [wish.head, focus.head],
		q: [wish.query, focus.query],
		k: [wish.key, focus.key]
	};
	return Object.entries(asked).flatMap(([key, [wished, got]]) =>
		wished === undefined || wished === got ? [] : [`${key}=${wished}`]
	);
}

/** The key that a query looks at most; itself while nothing is known. */
function strongestKey(patterns: Named | undefined, { layer, head, query }: Omit<Focus, 'key'>): number {
	if (!patterns || layer >= (patterns.shape[0] ?? 0) || query >= (patterns.shape[2] ?? 0)) return query;
	return argmax(take(patterns, { layer, head, query }).data);
}

function within(index: number, length: number): number {
	return Math.max(0, Math.min(index, length - 1));
}
