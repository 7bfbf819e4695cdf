import { formatNumber } from '#num/format.ts';
import type { Dropout, Side } from './compute.ts';

/** A share as a percentage. */
export const percent = (share: number | undefined) => formatNumber(100 * (share ?? 0), 0);

/** A number with two digits after the point. */
export const two = (value: number | undefined) => formatNumber(value ?? 0, 2);

/** A mean loss: a thousandth is the least that is worth telling. */
export function mean(value: number | undefined): string {
	const thousandths = Math.round(1000 * (value ?? 0)) / 1000;
	return formatNumber(thousandths, Math.abs(thousandths) < 0.1 ? 3 : 2);
}

/** The formula with the runs' own numbers, a line each. */
export function numbersEn({ runs, shown }: Dropout): string {
	const side = runs[shown];
	const lines = runs.map((run, i) =>
		run.gap === undefined
			? ''
			: `gap of ${'AB'[i]}: ${mean(run.now.held)} − ${mean(run.now.met)} = **${mean(run.gap)}**`
	);
	return [
		side && side.share > 0
			? `p = **${side.share}**: what is kept grows by 1/(1 − p) = **${two(1 / (1 - side.share))}**`
			: 'no weight of attention is dropped: p = **0**',
		...lines,
		...agreed(side).map(
			({ layer, slope }) => `layer ${layer}, mean of 64 passes under dropout ÷ weight: **${two(slope)}**`
		),
		logged(side, 'log, dropout on', 'the same texts, dropout off')
	]
		.filter(Boolean)
		.join('\n');
}

/** The same in Chinese. */
export function numbersZh({ runs, shown }: Dropout): string {
	const side = runs[shown];
	const lines = runs.map((run, i) =>
		run.gap === undefined
			? ''
			: `${'AB'[i]} 组的差距：${mean(run.now.held)} − ${mean(run.now.met)} = **${mean(run.gap)}**`
	);
	return [
		side && side.share > 0
			? `p = **${side.share}**：留下的乘以 1/(1 − p) = **${two(1 / (1 - side.share))}**`
			: '没有丢注意力权重：p = **0**',
		...lines,
		...agreed(side).map(({ layer, slope }) => `第 ${layer} 层，64 次 dropout 的平均 ÷ 原权重：**${two(slope)}**`),
		logged(side, '训练日志（丢）', '同样的题（不丢）')
	]
		.filter(Boolean)
		.join('\n');
}

function agreed(side: Side | undefined): Side['layers'] {
	return side?.layers ?? [];
}

function logged(side: Side | undefined, on: string, off: string): string {
	if (side?.logged === undefined || side.now.met === undefined) return '';
	return `${on}: **${mean(side.logged)}** · ${off}: **${mean(side.now.met)}**`;
}
