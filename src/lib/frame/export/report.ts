/** All that a panel reads of a run, with what it takes to tell what each number is and to have it again. */
import { shortest } from '#num/shortest.ts';
import type { AnyPoint } from '#points/define.ts';
import type { Numbers } from '#state/numbers.ts';
import type { Playground } from '#state/playground.svelte.ts';

type Run = NonNullable<Playground['run']>;

/** What a report is made from. */
export interface Reported {
	readonly point: Pick<AnyPoint, 'id' | 'number'>;
	readonly title: string;
	readonly link: string;
	readonly run: Run;
	readonly focus: Playground['focus'];
	readonly edits: Playground['edits'];
	readonly parameters: Readonly<Record<string, unknown>>;
	readonly text: string;
	readonly numbers: readonly Numbers[];
}

/** The report as JSON: values whole, row by row, as the command line `trace` writes them; −∞ is "-inf". */
export function reportOf({ point, title, link, run, focus, edits, parameters, text, numbers }: Reported): string {
	const { model, tokens, promptLength, steps, sampling, vocabulary } = run;
	const needsVocabulary = numbers.some(({ value }) => value.axes.includes('d_vocab'));
	const report = {
		headlight: 1,
		point: { id: point.id, number: point.number, title },
		link,
		model,
		text,
		tokens: tokens.map((token) => ({ id: token.id, text: token.text })),
		promptLength,
		generated: steps.length > 0 ? { ...sampling, steps } : null,
		edits,
		focus,
		parameters,
		values: Object.fromEntries(numbers.map((one) => [one.key, valueOf(one)])),
		...(needsVocabulary && { vocabulary })
	};
	return `${JSON.stringify(report)}\n`;
}

function valueOf({ name, value, tokens }: Numbers) {
	const { axes, shape, data } = value;
	const isAlong = axes.some((axis) => axis === 'pos' || axis === 'query' || axis === 'key');
	const written = Array.from(data, (one) => (Number.isFinite(one) ? Number(shortest(one)) : shortest(one)));
	return { name, axes, shape, ...(isAlong && { tokens }), data: written };
}
