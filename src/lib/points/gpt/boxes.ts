/** The boxes of a decoder in the order of the computation, and what each holds and costs, from its shape alone. */
import type { RunFacts } from '#points/define.ts';

/** The sizes and switches that decide what a decoder's boxes are. */
export type ModelShape = Pick<
	RunFacts['model'],
	| 'layers'
	| 'heads'
	| 'kvHeads'
	| 'd_model'
	| 'd_head'
	| 'd_mlp'
	| 'd_vocab'
	| 'context'
	| 'norm'
	| 'parallel'
	| 'gated'
	| 'attentionBias'
	| 'mlpBias'
	| 'tied'
> & { readonly positions: { readonly kind: 'learned' | 'rotary' } };

/** Boxes before the blocks, in each block, and after them. */
export const BOXES = {
	before: ['tokens', 'embed', 'pos_embed'],
	block: [
		'ln1',
		'q',
		'k',
		'v',
		'rotate',
		'scores',
		'scale',
		'mask',
		'softmax',
		'weigh',
		'output',
		'add1',
		'ln2',
		'mlp_in',
		'activation',
		'mlp_out',
		'add2'
	],
	after: ['ln_final', 'unembed', 'next']
} as const;

/** A box of the map. */
export type BoxId = (typeof BOXES)[keyof typeof BOXES][number];

/** What parameters are counted under. */
export const KINDS = ['embedding', 'attention', 'ffn', 'norm'] as const;

/** One of them. */
export type PartKind = (typeof KINDS)[number];

/** What one box holds and costs. */
export interface Box {
	readonly id: BoxId;
	readonly parameters: number;
	/** Multiply-adds of its matrix products, over all tokens. */
	readonly multiplyAdds: number;
	/** The axes of what comes out of it. */
	readonly axes: readonly (readonly [name: string, length: number])[];
}

/** The number of the knowledge point that a box opens. */
export const POINT_OF: { readonly [id in BoxId]?: number } = {
	embed: 3,
	pos_embed: 3,
	ln1: 5,
	q: 23,
	k: 23,
	v: 23,
	rotate: 18,
	scores: 1,
	scale: 22,
	mask: 11,
	softmax: 1,
	weigh: 1,
	output: 2,
	add1: 4,
	ln2: 5,
	mlp_in: 24,
	activation: 24,
	mlp_out: 24,
	add2: 4,
	ln_final: 5,
	unembed: 12,
	next: 12
};

/** What a box's parameters are counted under. */
export function kindOf(id: BoxId): PartKind {
	if (id === 'tokens' || id === 'embed' || id === 'pos_embed' || id === 'unembed' || id === 'next') return 'embedding';
	if (id === 'ln1' || id === 'ln2' || id === 'ln_final') return 'norm';
	return id === 'mlp_in' || id === 'activation' || id === 'mlp_out' || id === 'add2' ? 'ffn' : 'attention';
}

/** The boxes that a model of this shape has, for a text of so many tokens. */
export function boxesOf(shape: ModelShape, tokens: number): { readonly [part in keyof typeof BOXES]: readonly Box[] } {
	const of = (ids: readonly BoxId[]) =>
		ids.filter((id) => exists(id, shape)).map((id) => ({ id, ...SIZES[id](shape, tokens) }));
	return { before: of(BOXES.before), block: of(BOXES.block), after: of(BOXES.after) };
}

/** What a whole model comes to: its blocks all alike. */
export function totalOf(shape: ModelShape, tokens: number, value: 'parameters' | 'multiplyAdds'): number {
	const { before, block, after } = boxesOf(shape, tokens);
	const sum = (boxes: readonly Box[]) => boxes.reduce((total, box) => total + box[value], 0);
	return sum(before) + shape.layers * sum(block) + sum(after);
}

/** Parameters by what they belong to. */
export function parametersByKind(shape: ModelShape): Readonly<Record<PartKind, number>> {
	const { before, block, after } = boxesOf(shape, 1);
	const sums = { embedding: 0, attention: 0, ffn: 0, norm: 0 };
	for (const { id, parameters } of [...before, ...after]) sums[kindOf(id)] += parameters;
	for (const { id, parameters } of block) sums[kindOf(id)] += shape.layers * parameters;
	return sums;
}

function exists(id: BoxId, { positions, parallel }: ModelShape): boolean {
	if (id === 'pos_embed') return positions.kind === 'learned';
	if (id === 'rotate') return positions.kind === 'rotary';
	return id !== 'add1' || !parallel;
}

type Sizes = Omit<Box, 'id'>;
type Axes = Box['axes'];

/** A box that only rearranges or bends what it is given. */
const plain = (axes: Axes, parameters = 0): Sizes => ({ parameters, multiplyAdds: 0, axes });

/** A matrix: its weights, its bias, and a product for every token. */
const dense = (tokens: number, inputs: number, outputs: number, hasBias: boolean, axes: Axes): Sizes => ({
	parameters: inputs * outputs + (hasBias ? outputs : 0),
	multiplyAdds: tokens * inputs * outputs,
	axes
});

const normed = ({ norm, d_model }: ModelShape, n: number) =>
	plain(stream(d_model, n), (norm === 'layer' ? 2 : 1) * d_model);
const stream = (d_model: number, n: number): Axes => [
	['pos', n],
	['d_model', d_model]
];
const perHead = (name: string, heads: number, n: number, d_head: number): Axes => [
	[name, heads],
	['pos', n],
	['d_head', d_head]
];
const square = (heads: number, n: number): Axes => [
	['head', heads],
	['query', n],
	['key', n]
];
/** Every query with every key, or every weight with every value, closed cells included. */
const products = ({ heads, d_head }: ModelShape, n: number) => heads * n * n * d_head;
const keyed = ({ kvHeads, d_model, d_head, attentionBias }: ModelShape, n: number) =>
	dense(n, d_model, kvHeads * d_head, attentionBias, perHead('kv_head', kvHeads, n, d_head));

const SIZES: Readonly<Record<BoxId, (shape: ModelShape, n: number) => Sizes>> = {
	tokens: (_, n) => plain([['pos', n]]),
	embed: ({ d_vocab, d_model }, n) => plain(stream(d_model, n), d_vocab * d_model),
	pos_embed: ({ context, d_model }, n) => plain(stream(d_model, n), context * d_model),
	ln1: normed,
	q: ({ heads, d_model, d_head, attentionBias }, n) =>
		dense(n, d_model, heads * d_head, attentionBias, perHead('head', heads, n, d_head)),
	k: keyed,
	v: keyed,
	rotate: ({ heads, d_head }, n) => plain(perHead('head', heads, n, d_head)),
	scores: (shape, n) => ({ ...plain(square(shape.heads, n)), multiplyAdds: products(shape, n) }),
	scale: ({ heads }, n) => plain(square(heads, n)),
	mask: ({ heads }, n) => plain(square(heads, n)),
	softmax: ({ heads }, n) => plain(square(heads, n)),
	weigh: (shape, n) => ({
		...plain(perHead('head', shape.heads, n, shape.d_head)),
		multiplyAdds: products(shape, n)
	}),
	output: ({ heads, d_model, d_head, attentionBias }, n) =>
		dense(n, heads * d_head, d_model, attentionBias, stream(d_model, n)),
	add1: ({ d_model }, n) => plain(stream(d_model, n)),
	ln2: normed,
	mlp_in: ({ d_model, d_mlp, gated, mlpBias }, n) =>
		dense(n, d_model, (gated ? 2 : 1) * d_mlp, mlpBias, [
			['pos', n],
			['d_mlp', d_mlp]
		]),
	activation: ({ d_mlp }, n) =>
		plain([
			['pos', n],
			['d_mlp', d_mlp]
		]),
	mlp_out: ({ d_model, d_mlp, mlpBias }, n) => dense(n, d_mlp, d_model, mlpBias, stream(d_model, n)),
	add2: ({ d_model }, n) => plain(stream(d_model, n)),
	ln_final: normed,
	unembed: ({ d_model, d_vocab, tied }, n) => {
		const whole = dense(n, d_model, d_vocab, false, vocabularyWide(d_vocab, n));
		return tied ? { ...whole, parameters: 0 } : whole;
	},
	next: ({ d_vocab }, n) => plain(vocabularyWide(d_vocab, n))
};

function vocabularyWide(d_vocab: number, n: number): Axes {
	return [
		['pos', n],
		['d_vocab', d_vocab]
	];
}
