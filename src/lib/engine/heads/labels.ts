import { DETECTORS, HEAD_KINDS, type HeadKind, type Pattern } from './detectors.ts';
import type { Places } from './places.ts';

/** What is known of a head on a text; kinds that the text does not show are absent. */
export type HeadScores = { readonly [kind in HeadKind]?: number };

/** A kind that holds of a head, and how strongly. */
export interface HeadLabel {
	readonly kind: HeadKind;
	readonly score: number;
}

/** The score from which a head is called by a kind. Near and even are common: they must be plainer to be worth saying. */
export const LABEL_FROM: Readonly<Record<HeadKind, number>> = {
	'name-mover': 0.5,
	evidence: 0.5,
	induction: 0.5,
	duplicate: 0.5,
	previous: 0.5,
	sink: 0.5,
	local: 0.85,
	broad: 0.85
};

/** Kinds that go without saying where another holds. */
const IMPLIES: { readonly [kind in HeadKind]?: HeadKind } = { 'name-mover': 'evidence', previous: 'local' };

/** All that a pattern alone shows of a head. */
export function scoresOf(pattern: Pattern, places: Places): HeadScores {
	const scores: { [kind in HeadKind]?: number } = {};
	for (const kind of HEAD_KINDS) {
		const score = kind === 'name-mover' ? undefined : DETECTORS[kind](pattern, places);
		if (score !== undefined) scores[kind] = score;
	}
	return scores;
}

/** The kinds that hold of a head, the most telling first; what another one implies is left out. */
export function labelsOf(scores: HeadScores): HeadLabel[] {
	const held = HEAD_KINDS.flatMap((kind) => {
		const score = scores[kind];
		return score !== undefined && score >= LABEL_FROM[kind] ? [{ kind, score }] : [];
	});
	const implied = new Set(held.map(({ kind }) => IMPLIES[kind]));
	return held.filter(({ kind }) => !implied.has(kind));
}
