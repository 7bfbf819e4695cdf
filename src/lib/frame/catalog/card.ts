import type { Both } from '#points/define.ts';
import type { HeadKind } from '#state/head-study.svelte.ts';

/** The sets of held-out questions, in the order of a card. */
export const ABILITIES = [
	'giving',
	'facts',
	'facts-override',
	'repeats',
	'agreement',
	'nesting',
	'order',
	'counting',
	'sums'
] as const;

/** What a set of questions asks for. */
export type Ability = (typeof ABILITIES)[number];

/** The sets on which heads were switched off. */
export const SWITCHED = ['giving', 'facts', 'repeats'] as const;

/** One of these. */
export type Switched = (typeof SWITCHED)[number];

/** How held-out questions of one kind and language were answered. */
export interface AbilityFigures {
	readonly ability: Ability;
	readonly language: 'en' | 'zh';
	/** How many questions. */
	readonly n: number;
	/** Share of answers that are the likeliest at every one of their tokens. */
	readonly likeliest: number;
	/** Share of answers that are likelier than every wrong one named; absent where none is. */
	readonly beats?: number | undefined;
	/** The share that the model was meant to reach, of `beats` where there is one. */
	readonly target?: number | undefined;
}

/** What one head does on held-out texts. */
export interface HeadFigures {
	readonly layer: number;
	readonly head: number;
	/** Mean scores from 0 to 1. */
	readonly scores: { readonly [kind in HeadKind]?: number | undefined };
	/** Mean falls of the right answer's logit when the head is switched off. */
	readonly drops: Readonly<Record<Switched, number>>;
}

/** Loss along texts that go on for up to twice the context. */
export interface PositionFigures {
	/** Tokens predicted in each stretch: the same ones in all. */
	readonly n: number;
	/** The longest text that was run. */
	readonly length: number;
	/** Positions in a stretch. */
	readonly width: number;
	/** Tokens before, in the middle of each stretch, and the mean loss in nats. */
	readonly points: readonly (readonly [number, number])[];
}

/** What the card of a model says of it, as far as a page shows it. */
export interface Card {
	readonly id: string;
	readonly title: Both;
	readonly summary: Both;
	readonly architecture: {
		readonly kind: string;
		readonly layers: number;
		readonly heads: number;
		readonly d_model: number;
		readonly d_head: number;
		readonly context: number;
		readonly vocabulary: number;
	};
	readonly parameters: number;
	readonly license: string;
	readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
	readonly trained: {
		readonly date: string;
		readonly steps: number;
		readonly plannedSteps: number;
		readonly tokens: number;
		readonly seconds: number;
		readonly seed: number;
		readonly corpus: { readonly seed: number; readonly documents: number };
	};
	readonly loss: {
		readonly train: number;
		readonly heldOutAnswers: number;
		/** Steps and losses in nats, averaged since the point before. */
		readonly curve: readonly (readonly [number, number])[];
		readonly heldOutAnswersCurve: readonly (readonly [number, number])[];
	};
	/** What follows is written by `npm run -s measure`; empty or absent before. */
	readonly abilities: readonly AbilityFigures[];
	readonly heads: readonly HeadFigures[];
	readonly positions?: PositionFigures | undefined;
	/** The SHA-256 of the weights that were measured, and on how many texts of each set their heads. */
	readonly measured?: { readonly weights: string; readonly texts: number } | undefined;
}

/** True when the figures of a card are those of the weights that ship: figures of earlier ones are not shown. */
export function isMeasured({ measured, files }: Card): boolean {
	return measured !== undefined && measured.weights === files['model.safetensors']?.sha256;
}

/** The share that counts: against the wrong answers where the questions name any, else against all tokens. */
export function headline({ likeliest, beats }: AbilityFigures): number {
	return beats ?? likeliest;
}

/** What a model falls short of. */
export function shortfalls({ abilities }: Card): AbilityFigures[] {
	return abilities.filter((one) => one.target !== undefined && headline(one) < one.target);
}
