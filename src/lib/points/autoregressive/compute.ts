/** What could have come next at every step, how the draw chose, and how probable the whole text is. */
import type { Values } from '#params/param.ts';
import type { Answers, Focus, RunFacts } from '#points/define.ts';
import { readBranch } from './branch.ts';
import type { needs } from './needs.ts';
import type { params } from './params.ts';
import { sentenceOf, type Sentence } from './sentence.ts';
import { shown, stepOf, type Step } from './step.ts';
import { logitsBefore, treeOf, type Column } from './tree.ts';

/** What the panel draws. */
export interface Autoregressive {
	readonly columns: readonly Column[];
	/** The focused column, close up; undefined for a text of no tokens. */
	readonly step: Step | undefined;
	/** The place after the text: what the next pass will say. */
	readonly next: { readonly label: string; readonly probability: number } | undefined;
	readonly sentence: Sentence;
	readonly sampling: RunFacts['sampling'];
	/** Labels of the text's tokens, and of the branch beyond it. */
	readonly labels: readonly string[];
	readonly branch: readonly { readonly id: number; readonly label: string; readonly probability: number }[];
	/** The text with the branch written after it; undefined without a branch, or where it is not whole characters. */
	readonly branchText: string | undefined;
	readonly generated: number;
	readonly vocabulary: number;
	readonly focus: Focus;
}

/** Everything the panel draws. */
export function compute(
	{ model, ahead, run }: Answers<typeof needs>,
	focus: Focus,
	{ branch: written }: Values<typeof params>
): Autoregressive {
	const branch = readBranch(written, run.model);
	const grown = { run, logits: model.logits, ahead: ahead.logits, branch, query: focus.query };
	const columns = treeOf(grown);
	const focused = columns.find((column) => column.focused);
	const best = columns.find(({ origin }) => origin === 'next')?.alternatives[0];
	const taken = columns
		.filter(({ origin }) => origin === 'next' || origin === 'ahead')
		.flatMap(({ alternatives }) => alternatives.filter(({ taken }) => taken));
	return {
		columns,
		step: focused && stepOf(focused, logitsBefore(grown, focused.pos), run),
		next: best && { label: shown(best.label), probability: best.probability },
		sentence: sentenceOf(model.logits, run.tokens),
		sampling: run.sampling,
		labels: run.tokens.map(({ text }) => shown(text)),
		branch: taken.map(({ id, label, probability }) => ({ id, label, probability })),
		branchText: taken.at(-1)?.text,
		generated: run.tokens.length - run.promptLength,
		vocabulary: run.model.d_vocab,
		focus
	};
}
