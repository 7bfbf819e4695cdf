/** A table of positions, how alike its places are, the rotation that moves one, and what the model is without positions. */
import { rows } from '#num/named.ts';
import { maxAbsDifference } from '#num/stats.ts';
import type { Values } from '#params/param.ts';
import type { Answers, Focus, RunFacts } from '#points/define.ts';
import { apartness, likenessOf, type Likeness } from './likeness.ts';
import type { needs } from './needs.ts';
import { orderOf, type Order } from './order.ts';
import type { params } from './params.ts';
import { effectOf, type Effect } from './prediction.ts';
import { rotated, rotationBy, sinusoid, wavesOver, type Waves } from './sinusoid.ts';

// A square of this many cells fits a page; a lower table is stretched to no more than its width.
const MOST_PLACES = 128;
// The base of the original paper, where the model has none of its own.
const THETA = 10_000;

/** A way to tell a model where a token stands. */
export type Kind = Values<typeof params>['kind'];

/** What the panel draws. */
export interface PositionalEncoding {
	readonly kind: Kind;
	/** What the running model has. */
	readonly own: 'learned' | 'rotary';
	readonly context: number;
	readonly d_model: number;
	readonly labels: readonly string[];
	readonly focus: Focus;
	/** Undefined for no positions, and for learned ones that the model does not have. */
	readonly table: Table | undefined;
	/** Only of what is made of waves. */
	readonly turn: Turn | undefined;
	/** Only while no kind is looked at. */
	readonly order: Order | undefined;
	/** Undefined without a token. */
	readonly effect: Effect | undefined;
}

/** The first places of a table of positions. */
export interface Table {
	readonly data: ArrayLike<number>;
	readonly places: number;
	/** How many places there are in all; undefined where a formula gives any. */
	readonly all: number | undefined;
	readonly dims: number;
	readonly theta: number;
	/** The largest magnitude, for the colours. */
	readonly max: number;
	readonly curves: readonly Likeness[];
	/** The farthest that the curves lie apart at one distance. */
	readonly apart: number;
}

/** The vector of the query's place, moved by a rotation that knows the shift alone. */
export interface Turn {
	/** What a row is called: the encoding of the paper, or the angles that q and k are turned by. */
	readonly symbol: 'PE' | 'φ';
	readonly from: number;
	readonly shift: number;
	readonly start: ArrayLike<number>;
	readonly turned: ArrayLike<number>;
	readonly there: ArrayLike<number>;
	/** The largest difference between the two, over every place of the table and every dimension. */
	readonly error: number;
	/** How many numbers were compared. */
	readonly compared: number;
}

/** Everything the panel draws. */
export function compute(
	answers: Answers<typeof needs>,
	focus: Focus,
	{ kind, shift, seed }: Values<typeof params>
): PositionalEncoding {
	const { model, without, run } = answers;
	const waves = wavesOf(kind, run.model);
	const table = tableOf(answers, kind, focus.query);
	return {
		kind,
		own: run.model.positions.kind,
		context: run.model.context,
		d_model: run.model.d_model,
		labels: run.tokens.map(({ text }) => text.trim() || text),
		focus,
		table,
		turn: waves && table ? turnOf(waves, table.places, focus.query, { shift, kind }) : undefined,
		order: kind === 'none' ? orderOf(answersOrder(answers), run.tokens.length, seed) : undefined,
		effect: run.tokens.length > 0 ? effectOf(model.logits, without.logits, run) : undefined
	};
}

function answersOrder({ seeing, seeingShuffled, blind, blindShuffled }: Answers<typeof needs>) {
	return {
		seeing: seeing.logits,
		seeingShuffled: seeingShuffled.logits,
		blind: blind.logits,
		blindShuffled: blindShuffled.logits
	};
}

/** The waves of a kind that is made of them: over the stream as in the paper, over one head as the model turns it. */
function wavesOf(kind: Kind, { positions, d_model, d_head }: RunFacts['model']): Waves | undefined {
	if (kind === 'sinusoidal') return wavesOver(d_model, THETA);
	if (kind !== 'rotary') return undefined;
	return positions.kind === 'rotary' ? wavesOver(positions.dims, positions.theta) : wavesOver(d_head, THETA);
}

function tableOf({ weights, run }: Answers<typeof needs>, kind: Kind, query: number): Table | undefined {
	const waves = wavesOf(kind, run.model);
	const learned = kind === 'learned' && weights.W_pos ? rows(weights.W_pos) : [];
	const dims = waves?.dims ?? learned[0]?.length;
	if (dims === undefined) return undefined;
	const all = waves ? Infinity : learned.length;
	const places = Math.min(MOST_PLACES, all, Math.max(dims, MOST_PLACES / 4));
	const compared = [...new Set([query, 0, Math.floor(places / 4), Math.floor(places / 2)])]
		.filter((place) => place < all)
		.sort((a, b) => a - b);
	// The curves reach as far from the last place as from the first.
	const vectors = waves ? placesOf(waves, places + (compared.at(-1) ?? 0)) : learned;
	const data = new Float64Array(places * dims);
	for (let place = 0; place < places; place++) data.set(vectors[place] ?? [], place * dims);
	const curves = likenessOf(vectors, compared, places - 1);
	return {
		data,
		places,
		all: waves ? undefined : all,
		dims,
		theta: waves?.theta ?? 0,
		max: data.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1,
		curves,
		apart: apartness(curves)
	};
}

function placesOf(waves: Waves, count: number): Float64Array[] {
	return Array.from({ length: count }, (_, place) => sinusoid(place, waves));
}

function turnOf(
	waves: Waves,
	places: number,
	from: number,
	{ shift, kind }: Pick<Values<typeof params>, 'shift' | 'kind'>
): Turn {
	const rotation = rotationBy(shift, waves);
	const start = sinusoid(from, waves);
	const errors = Array.from({ length: places }, (_, place) =>
		maxAbsDifference(rotated(rotation, sinusoid(place, waves)), sinusoid(place + shift, waves))
	);
	return {
		symbol: kind === 'rotary' ? 'φ' : 'PE',
		from,
		shift,
		start,
		turned: rotated(rotation, start),
		there: sinusoid(from + shift, waves),
		error: Math.max(...errors),
		compared: places * waves.dims
	};
}
