/** What the shipped models are meant to reach, and whether they do. */
import type { HeadKind } from '../../src/lib/engine/heads/detectors.ts';
import {
	headline,
	type Ability,
	type AbilityFigures,
	type HeadFigures,
	type Switched
} from '../../src/lib/frame/catalog/card.ts';

/** The least share of right answers in each language; abilities without one are only reported. */
export const TARGETS: { readonly [ability in Ability]?: number } = {
	giving: 0.97,
	facts: 0.97,
	'facts-override': 0.95,
	repeats: 0.95,
	agreement: 0.98,
	nesting: 0.98,
	order: 0.95
};

/** A head that every shipped model is meant to have: one of these kinds, strong enough, and missed where it is off. */
export interface HeadTarget {
	readonly name: string;
	readonly least: number;
	/** Any of these kinds will do, each with the texts on which its right answers must fall. */
	readonly kinds: readonly (readonly [HeadKind, Switched?])[];
	/** The least fall of the right answer's logit there. */
	readonly drop?: number;
}

/** The heads that are meant to be there. */
export const HEAD_TARGETS: readonly HeadTarget[] = [
	{ name: 'a previous token head', least: 0.8, kinds: [['previous']] },
	{ name: 'an induction head', least: 0.7, kinds: [['induction']] },
	{
		name: 'an evidence head or name mover',
		least: 0.6,
		kinds: [
			['evidence', 'facts'],
			['name-mover', 'giving']
		],
		drop: 1
	}
];

/** One target and what came of it. */
export interface Verdict {
	readonly passed: boolean;
	readonly says: string;
}

/** What each target came to. */
export function verdicts(abilities: readonly AbilityFigures[], heads: readonly HeadFigures[]): Verdict[] {
	return [...abilities.flatMap(onAbility), ...HEAD_TARGETS.map((target) => onHeads(target, heads))];
}

function onAbility(figures: AbilityFigures): Verdict[] {
	const target = TARGETS[figures.ability];
	if (target === undefined) return [];
	const share = headline(figures);
	const says = `${figures.ability} ${figures.language}: ${share.toFixed(3)}, target ${target}`;
	return [{ passed: share >= target, says }];
}

function onHeads({ name, least, kinds, drop = -Infinity }: HeadTarget, heads: readonly HeadFigures[]): Verdict {
	const found = kinds
		.flatMap(([kind, set]) =>
			heads.map((one) => ({ ...one, kind, score: one.scores[kind] ?? 0, fall: set ? one.drops[set] : Infinity }))
		)
		.sort((a, b) => b.score - a.score);
	const best = found.find(({ score, fall }) => score >= least && fall >= drop);
	const shown = best ?? found[0];
	const fall = shown && Number.isFinite(shown.fall) ? `, its answer falls by ${shown.fall.toFixed(2)}` : '';
	const where = shown
		? `best is layer ${shown.layer} head ${shown.head}, ${shown.kind} ${shown.score.toFixed(3)}${fall}`
		: 'no heads';
	return { passed: best !== undefined, says: `${name}: ${where}, target ${least}${drop > 0 ? ` and ${drop}` : ''}` };
}
