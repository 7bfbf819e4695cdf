/** Which figure of the looked-at heads two runs are compared in. */
import { answerTo, type CapturesByName } from '#engine/answers.ts';
import type { Named } from '#num/named.ts';

// Of each figure the capture that it draws; axes: head, query, key. Links use these words: they only grow.
const REQUESTS = {
	weights: 'blocks.{layer}.attn.pattern',
	scaled: 'blocks.{layer}.attn.attn_scores_scaled',
	raw: 'blocks.{layer}.attn.attn_scores_raw'
} as const;

/** The weights after the softmax, the scores before it, or the scores as they are before ÷√d_k. */
export type PairFigure = keyof typeof REQUESTS;

/** All figures, in the order of the computation. */
export const PAIR_FIGURES = ['raw', 'scaled', 'weights'] as const satisfies readonly PairFigure[];

/** A figure that a link names, else the weights. */
export function readFigure(written: string | undefined): PairFigure {
	return PAIR_FIGURES.find((figure) => figure === written) ?? 'weights';
}

/** What to capture for a figure; the weights of every head are captured anyway. */
export function requestsFor(figure: PairFigure): readonly (typeof REQUESTS)[PairFigure][] {
	return figure === 'weights' ? [] : [REQUESTS[figure]];
}

/** A figure of all heads of a layer; undefined until it has been captured. */
export function figureIn(captures: CapturesByName | undefined, figure: PairFigure, layer: number): Named | undefined {
	return captures && answerTo(captures, REQUESTS[figure], layer);
}
