/** What was measured, as tables for a terminal. */
import { HEAD_KINDS } from '../../src/lib/engine/heads/detectors.ts';
import { labelsOf } from '../../src/lib/engine/heads/labels.ts';
import { SWITCHED } from '../../src/lib/frame/catalog/card.ts';
import type { Measures } from './card.ts';
import { verdicts } from './targets.ts';

/** All tables, and whether each target is reached. */
export function report({ abilities, heads, positions }: Measures): string {
	const figure = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(3));
	const ability = abilities.map(({ ability, language, n, likeliest, beats }) => [
		ability,
		language,
		String(n),
		figure(likeliest),
		figure(beats)
	]);
	const head = heads.map(({ layer, head, scores, drops }) => [
		`${layer}.${head}`,
		...HEAD_KINDS.map((kind) => figure(scores[kind])),
		...SWITCHED.map((set) => drops[set].toFixed(2)),
		labelsOf(scores)
			.map(({ kind }) => kind)
			.join(', ')
	]);
	const loss = positions.points.map(([before, loss]) => `${before}: ${loss.toFixed(2)}`).join('  ');
	return [
		table(['ability', 'language', 'n', 'likeliest', 'beats'], ability),
		table(['head', ...HEAD_KINDS, ...SWITCHED.map((set) => `drop ${set}`), 'labels'], head),
		`loss by position, ${positions.n} tokens, up to ${positions.length} positions\n${loss}`,
		verdicts(abilities, heads)
			.map(({ passed, says }) => `${passed ? 'PASS' : 'FAIL'} ${says}`)
			.join('\n')
	].join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
	return [head, ...rows]
		.map((row) =>
			row
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join('  ')
				.trimEnd()
		)
		.join('\n');
}
