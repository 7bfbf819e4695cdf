/** What flows out of a box in this run: a picture of it, and one number of it that a reader can follow. */
import { take, type Named } from '#num/named.ts';
import { argmax, softmax, topIndices } from '#num/stats.ts';
import type { Answers, Focus, RunFacts } from '#points/define.ts';
import type { BoxId } from './boxes.ts';
import type { needs } from './needs.ts';

/** Numbers to be drawn the size of a stamp. */
export interface Picture {
	readonly data: Float32Array;
	readonly rows: number;
	readonly columns: number;
	readonly kind: 'sequential' | 'diverging';
	readonly max: number;
}

/** The length of the focused token's vector, a cell of the focused head, a logit, or a probability. */
export interface Reading {
	readonly kind: 'norm' | 'cell' | 'logit' | 'probability';
	readonly value: number;
	/** The token that it belongs to. */
	readonly token?: string;
}

/** What flows out of a box. */
export interface Flow {
	readonly picture: Picture;
	readonly reading: Reading;
}

type Values = Answers<typeof needs>['model'];

// A stamp shows no more places than it has pixels.
const MOST_ROWS = 64;
const MOST_COLUMNS = 160;
const LIKELIEST = 10;

/** What flows out of a box; undefined for the tokens themselves, and for what an architecture lacks. */
export function flowOf(id: BoxId, values: Values, focus: Focus, run: RunFacts): Flow | undefined {
	if (id === 'tokens') return undefined;
	if (id === 'next') return nextOf(values.unembed, focus, run);
	const value: Named | undefined = values[id];
	return value && flowFrom(id, value, focus, run);
}

/** What a block leaves in the stream. */
export function streamAfter({ stream }: Values, layer: number, focus: Focus): Flow {
	return vectors(take(stream, { layer }), focus.query);
}

function flowFrom(id: BoxId, value: Named, focus: Focus, run: RunFacts): Flow {
	const { head, query, key } = focus;
	if (id === 'unembed') return logitsOf(take(value, { pos: query }).data, picture(value, 'diverging'), run);
	if (value.axes[0] === 'kv_head') {
		const kv = Math.floor((head * run.model.kvHeads) / run.model.heads);
		return vectors(take(value, { kv_head: kv }), key);
	}
	if (value.axes[0] !== 'head') return vectors(value, query);
	const own: Named = take(value, { head });
	if (own.axes[0] !== 'query') return vectors(own, query);
	const width = own.shape[1] ?? 0;
	const cell = own.data[query * width + key] ?? NaN;
	return {
		picture: picture(own, id === 'softmax' ? 'sequential' : 'diverging'),
		reading: { kind: 'cell', value: cell }
	};
}

function vectors(value: Named, pos: number): Flow {
	const row = take(value, { pos }).data;
	return { picture: picture(value, 'diverging'), reading: { kind: 'norm', value: Math.hypot(...row) } };
}

function logitsOf(row: Float32Array, drawn: Picture, run: RunFacts): Flow {
	const best = argmax(row);
	return {
		picture: drawn,
		reading: { kind: 'logit', value: row[best] ?? NaN, token: shown(run.vocabulary[best] ?? '') }
	};
}

function nextOf(logits: Values['unembed'], { query }: Focus, run: RunFacts): Flow {
	const chances = softmax(take(logits, { pos: query }).data);
	const best = argmax(chances);
	const likeliest = Float32Array.from(topIndices(chances, LIKELIEST), (id) => chances[id] ?? 0);
	return {
		picture: { data: likeliest, rows: 1, columns: likeliest.length, kind: 'sequential', max: 1 },
		reading: { kind: 'probability', value: chances[best] ?? NaN, token: shown(run.vocabulary[best] ?? '') }
	};
}

/** A stamp of a matrix: its last rows and its first columns, as many as a stamp can show. */
function picture({ data, shape }: Named, kind: Picture['kind']): Picture {
	const [length = 0, width = 0] = shape;
	const rows = Math.min(length, MOST_ROWS);
	const columns = Math.min(width, MOST_COLUMNS);
	const cut = new Float32Array(rows * columns);
	let max = 0;
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			const value = data[(length - rows + row) * width + column] ?? 0;
			cut[row * columns + column] = value;
			if (Number.isFinite(value)) max = Math.max(max, Math.abs(value));
		}
	}
	return { data: cut, rows, columns, kind, max: max || 1 };
}

/** A token without the space before it, unless it is nothing else. */
export function shown(token: string): string {
	return token.trim() || token;
}
