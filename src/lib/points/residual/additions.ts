/** The stream as what it is: a sum. What is added to it in order, and what it holds after each addition. */
import { take, type Named } from '#num/named.ts';
import type { Answers } from '#points/define.ts';
import type { needs } from './needs.ts';

/** Where something that is added comes from. */
export type Source =
	| { readonly kind: 'embed' }
	| { readonly kind: 'position' }
	| { readonly kind: 'attention'; readonly layer: number }
	| { readonly kind: 'ffn'; readonly layer: number };

/** One addition, for all tokens; `stream` is what there is afterwards, where the model reads it next. */
export interface Addition {
	readonly source: Source;
	readonly added: Named<'pos' | 'd_model'>;
	readonly stream: Stream | undefined;
}

/** The stream at some depth, and the scale that the norm which reads it next divides by. */
export interface Stream {
	readonly values: Named<'pos' | 'd_model'>;
	readonly scale: Named<'pos' | 'one'>;
}

type Model = Answers<typeof needs>['model'];

/** All additions, from the embedding to the last FFN. */
export function additionsOf(model: Model, layers: number): Addition[] {
	const start = { values: model.start, scale: take(model.scaleBeforeAttn, { layer: 0 }) };
	const { embed, posEmbed } = model;
	const opening: Addition[] = posEmbed
		? [
				{ source: { kind: 'embed' }, added: embed, stream: undefined },
				{ source: { kind: 'position' }, added: posEmbed, stream: start }
			]
		: [{ source: { kind: 'embed' }, added: embed, stream: start }];
	return [...opening, ...Array.from({ length: layers }, (_, layer) => ofBlock(model, layer, layers)).flat()];
}

function ofBlock(model: Model, layer: number, layers: number): Addition[] {
	// Where attention and FFN work side by side, nothing reads the stream between them.
	const mid = model.mid && {
		values: take(model.mid, { layer }),
		scale: take(model.scaleBeforeMlp, { layer })
	};
	const isLast = layer === layers - 1;
	const post = {
		values: take(model.post, { layer }),
		scale: isLast ? model.finalScale : take(model.scaleBeforeAttn, { layer: layer + 1 })
	};
	return [
		{ source: { kind: 'attention', layer }, added: take(model.attnOut, { layer }), stream: mid },
		{ source: { kind: 'ffn', layer }, added: take(model.mlpOut, { layer }), stream: post }
	];
}
