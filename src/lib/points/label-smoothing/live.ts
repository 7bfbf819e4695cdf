/** The sentences with live numbers in them. */
import { formatNumber } from '#num/format.ts';
import type { LabelSmoothing, Side } from './compute.ts';

const percent = (share: number) => formatNumber(100 * share, 0);
const two = (value: number) => formatNumber(value, 2);
const share = (value: number) => (Number.isInteger(value) ? String(value) : formatNumber(value, value < 0.1 ? 4 : 3));
const NAMES = ['A', 'B'] as const;

/** What there is to see, in English. */
export function lookEn({ step, texts, runs }: LabelSmoothing): string {
	const sure = named(runs, (side, name) =>
		side.broken === undefined
			? `${name} is **${percent(side.confidence)} %** sure and **${percent(side.accuracy)} %** right, a calibration error of **${two(side.error)}**`
			: `${name} broke down at step ${side.broken}`
	).join('; ');
	const gaps = named(runs, ({ gap, optimum }, name) =>
		optimum.gap === undefined
			? `${name}’s stands at **${two(gap)}** and has no end`
			: `${name}’s stands at **${two(gap)}**, its optimum at **${two(optimum.gap)}**`
	).join('; ');
	return `After step **${step}**, on unseen texts: ${sure}. The logit gap on ${texts > 0 ? `the ${texts} texts they learn from` : 'them'}: ${gaps}.`;
}

/** What there is to see, in Chinese. */
export function lookZh({ step, texts, runs }: LabelSmoothing): string {
	const sure = named(runs, (side, name) =>
		side.broken === undefined
			? `${name} 组有 **${percent(side.confidence)}%** 的把握，答对 **${percent(side.accuracy)}%**，校准误差 **${two(side.error)}**`
			: `${name} 组在第 ${side.broken} 步发散`
	).join('；');
	const gaps = named(runs, ({ gap, optimum }, name) =>
		optimum.gap === undefined
			? `${name} 组 **${two(gap)}**，没有尽头`
			: `${name} 组 **${two(gap)}**，最优值是 **${two(optimum.gap)}**`
	).join('；');
	return `第 **${step}** 步之后，在没见过的文本上：${sure}。${texts > 0 ? `在训练用的 ${texts} 条文本上，` : '这些文本上的 '}logit 差距：${gaps}。`;
}

/** The formula with these runs' numbers in it, in English. */
export function numbersEn({ tokens, noise, texts, runs }: LabelSmoothing): string {
	// The mean over labels of which some are wrong is no label's own.
	const isMean = texts === 0 && noise > 0;
	const [token, mixed] = isMean ? ['right', ' on average, wrong labels included'] : ['labelled', ''];
	return named(runs, ({ smoothing, optimum, gap, loss }, name) =>
		[
			`${name}: ε = **${smoothing}**, K = **${tokens}**: the ${token} token’s target is **${share(optimum.labelled)}**, each other’s **${share(optimum.other)}**${mixed}`,
			`${name}: H(y) = **${share(optimum.floor)}**; batch loss now ${loss === undefined ? '–' : `**${formatNumber(loss)}**`}`,
			optimum.gap === undefined
				? `${name}: ln(1 / 0) = ∞; gap now **${two(gap)}**`
				: `${name}: ln(${share(optimum.labelled)} / ${share(optimum.other)}) = **${two(optimum.gap)}**; gap now **${two(gap)}**`
		].join('\n')
	).join('\n');
}

/** The formula with these runs' numbers in it, in Chinese. */
export function numbersZh({ tokens, noise, texts, runs }: LabelSmoothing): string {
	const isMean = texts === 0 && noise > 0;
	const [token, mixed] = isMean ? ['正确', '（平均而言，算上错误标签）'] : ['标签', ''];
	return named(runs, ({ smoothing, optimum, gap, loss }, name) =>
		[
			`${name} 组：ε = **${smoothing}**，K = **${tokens}**，${token}词元的目标是 **${share(optimum.labelled)}**，其余每个 **${share(optimum.other)}**${mixed}`,
			`${name} 组：H(y) = **${share(optimum.floor)}**；此刻批次损失 ${loss === undefined ? '–' : `**${formatNumber(loss)}**`}`,
			optimum.gap === undefined
				? `${name} 组：ln(1 / 0) = ∞；此刻差距 **${two(gap)}**`
				: `${name} 组：ln(${share(optimum.labelled)} / ${share(optimum.other)}) = **${two(optimum.gap)}**；此刻差距 **${two(gap)}**`
		].join('\n')
	).join('\n');
}

function named(runs: readonly Side[], say: (side: Side, name: string) => string): string[] {
	return runs.map((side, run) => say(side, NAMES[run] ?? ''));
}
