import { inLanguage, type AnyPoint, type Language, type PointText } from '#points/define.ts';
import { toldIn, type Told } from '#state/lesson.ts';
import type { Playground } from '#state/playground.svelte.ts';
import type { Presenter } from '#state/presenter.svelte.ts';
import type { Shown } from '#state/stage.ts';

/** What the second window is told: what the class sees, what the teacher alone sees, what comes next. */
export function shownOf(presenter: Presenter, playground: Playground, language: Language): Shown {
	const { step, nextStep, panel, nextPanel } = presenter;
	const say = (told: Told | undefined) => toldIn(told, language)?.text;
	const next = nextStep ? (say(nextStep.caption) ?? '…') : nextPanel && titleOf(nextPanel, language);
	const optional = {
		notes: say(step?.notes),
		question: say(step?.question?.ask),
		answer: say(step?.question?.answer),
		next
	};
	return {
		title: (panel && titleOf(panel, language)) ?? '',
		caption: step ? (say(step.caption) ?? '') : lookOf(panel, playground, language),
		...optional,
		isAnswered: presenter.isAnswered,
		at: presenter.at,
		of: presenter.of,
		isBlank: presenter.isBlank,
		canBack: presenter.canBack,
		canForward: presenter.canForward
	};
}

function titleOf(point: AnyPoint, language: Language): string {
	return inLanguage(point.text.title, language);
}

function lookOf(point: AnyPoint | undefined, playground: Playground, language: Language): string {
	if (!point) return '';
	const result = playground.resultOf(point);
	// The text speaks of what its own point computes: `definePoint` checked that before the registry forgot the types.
	const text = inLanguage(point.text as PointText<unknown>, language);
	return result === undefined ? text.summary : text.look(result);
}
