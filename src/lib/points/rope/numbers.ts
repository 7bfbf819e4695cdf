/** The formula with this run's numbers in it: how far the two tokens have turned, and their score wherever they stand. */
import { formatNumber } from '#num/format.ts';
import type { Rope, Rotary } from './compute.ts';

const two = (value: number) => formatNumber(value, 2);
const three = (value: number) => formatNumber(value);
const name = ({ labels }: Rope, index: number) => labels[index] ?? '';

/** The formula's numbers in both languages. */
export const numbers = {
	en: (result: Rope) =>
		result.rotary
			? `${scoreOf(result, result.rotary)}. Pair 0 turns 1 radian a token: {q:q} has turned **${two(result.focus.query)}**, {k:k} **${two(result.focus.key)}**, and ${two(result.rotary.distance)} lies between them; in the slowest pair it is **${slowest(result.rotary)}**. Both moved by ${constants(result.rotary)} (turned in 64 bits). Shapes: q [${result.heads} × ${result.labels.length} × ${result.d_head}] before and after; ${result.rotary.pairs.length} angles for a place, and nothing to learn.`
			: `x_{pos} = W_{E}[token] + W_{pos}[pos], with W_{pos} [${result.context} × ${result.d_model}]: **${result.context * result.d_model}** learned numbers, none of which says what comes after place ${result.context - 1}.`,
	zh: (result: Rope) =>
		result.rotary
			? `${scoreOf(result, result.rotary)}。第 0 对每个 token 转 1 弧度：{q:q} 转了 **${two(result.focus.query)}**，{k:k} 转了 **${two(result.focus.key)}**，相差 ${two(result.rotary.distance)}；最慢的一对只差 **${slowest(result.rotary)}**。一起挪 ${constants(result.rotary)}（用 64 位来转）。形状：q [${result.heads} × ${result.labels.length} × ${result.d_head}]，转前转后一样；每个位置 ${result.rotary.pairs.length} 个角度，没有要学的参数。`
			: `x_{pos} = W_{E}[token] + W_{pos}[pos]，W_{pos} 是 [${result.context} × ${result.d_model}]：**${result.context * result.d_model}** 个学出来的数，没有一个说得出第 ${result.context - 1} 位之后是什么。`
};

function scoreOf(result: Rope, { score, distance, still }: Rotary): string {
	const { query, key } = result.focus;
	const sum =
		still.dims > 0
			? `${three(score - still.adds)} ${still.adds < 0 ? '−' : '+'} ${three(Math.abs(still.adds))} = `
			: '';
	return `⟨R_{${query}}{q:q_{${name(result, query)}}}, R_{${key}}{k:k_{${name(result, key)}}}⟩ ÷ √${result.d_head} = ⟨R_{${formatNumber(distance, 0)}}{q:q}, {k:k}⟩ ÷ √${result.d_head} = ${sum}**${three(score)}**`;
}

function slowest({ pairs, distance }: Rotary): string {
	return three(distance * (pairs.at(-1)?.frequency ?? 0));
}

function constants({ constants }: Rotary): string {
	return constants.map(({ by, score }) => `+${by}: **${three(score)}**`).join(', ');
}
