/** Who sees the future: at one look, and through all blocks, since what one block mixes in the next one passes on. */

/** A cell through which a query sees its future. */
export interface Glimpse {
	readonly query: number;
	readonly key: number;
	/** How many tokens ahead the key lies. */
	readonly ahead: number;
	readonly weight: number;
}

/** All that a mask lets through from the future, in one head. */
export interface Leak {
	readonly queries: number;
	readonly cells: number;
	/** The cell that reaches farthest ahead; the first one among equals. */
	readonly farthest: Glimpse;
	/** The cell of the largest weight. */
	readonly heaviest: Glimpse;
}

/** A square of numbers, row by row: queries down, keys across. */
export interface Square {
	readonly data: ArrayLike<number>;
	readonly length: number;
}

/** What a head's queries see of their future; undefined where no query sees any. */
export function leakOf(scores: Square, pattern: Square): Leak | undefined {
	const seen: Glimpse[] = [];
	for (let query = 0; query < scores.length; query++)
		for (let key = query + 1; key < scores.length; key++) {
			const place = query * scores.length + key;
			if (scores.data[place] !== -Infinity)
				seen.push({ query, key, ahead: key - query, weight: pattern.data[place] ?? 0 });
		}
	const [first] = seen;
	if (!first) return undefined;
	return {
		queries: new Set(seen.map(({ query }) => query)).size,
		cells: seen.length,
		farthest: seen.reduce((best, one) => (one.ahead > best.ahead ? one : best), first),
		heaviest: seen.reduce((best, one) => (one.weight > best.weight ? one : best), first)
	};
}

/**
 * How many of the first `predictions` tokens could have read, through `layers` blocks under one mask, the token that
 * they are to predict.
 */
export function cheatsOf(scores: Square, layers: number, predictions: number): number {
	const open = rowsOf(scores, (place) => scores.data[place] !== -Infinity);
	// Each token carries itself along the residual stream.
	let reach = rowsOf(scores, (place) => place % (scores.length + 1) === 0);
	for (let layer = 0; layer < layers; layer++) reach = open.map((row, query) => onward(row, query, reach));
	return reach.slice(0, predictions).filter((row, query) => holds(row, query + 1)).length;
}

type Bits = Uint32Array;

function rowsOf({ length }: Square, isSet: (place: number) => boolean): Bits[] {
	return Array.from({ length }, (_, query) => {
		const bits = new Uint32Array((length >> 5) + 1);
		for (let key = 0; key < length; key++)
			if (isSet(query * length + key)) bits[key >> 5] = (bits[key >> 5] ?? 0) | (1 << (key & 31));
		return bits;
	});
}

/** What a query knows after one more block: what it knew, and what each token it sees knew. */
function onward(open: Bits, query: number, reach: readonly Bits[]): Bits {
	const known = Uint32Array.from(reach[query] ?? []);
	for (const [key, row] of reach.entries())
		if (holds(open, key))
			for (let word = 0; word < known.length; word++) known[word] = (known[word] ?? 0) | (row[word] ?? 0);
	return known;
}

function holds(bits: Bits, index: number): boolean {
	return (((bits[index >> 5] ?? 0) >>> (index & 31)) & 1) === 1;
}
