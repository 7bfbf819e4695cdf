/** The words inside the drawing. */
import { formatNumber } from '#num/format.ts';
import type { Autoregressive } from './compute.ts';
import { power } from './power.ts';
import type { Fall, Step, Stretch } from './step.ts';
import type { Alternative, Column, Origin } from './tree.ts';

const two = (value: number) => formatNumber(value, 2);
const three = (value: number) => formatNumber(value);
const bare = (label: string) => label.trim() || '␣';

/** The words of the drawing in both languages. */
export const view = {
	tree: { en: 'What could have come next, place by place', zh: '每个位置上可能出现的 token' },
	origin: {
		given: { en: 'given', zh: '给定' },
		drawn: { en: 'drawn', zh: '抽出' },
		next: { en: 'next', zh: '下一个' },
		ahead: { en: 'ahead', zh: '往前看' }
	} satisfies Record<Origin, { en: string; zh: string }>,
	column: {
		en: ({ pos, after, kept }: Column) =>
			`Place ${pos}, after “${bare(after)}”: ${kept} tokens can be drawn; look closer`,
		zh: ({ pos, after, kept }: Column) => `位置 ${pos}，在“${bare(after)}”之后：${kept} 个 token 抽得到；细看`
	},
	cut: {
		greedy: { en: 'not the likeliest', zh: '不是最可能的' },
		'top-k': { en: 'cut by top-k', zh: '被 top-k 去掉' },
		'top-p': { en: 'cut by top-p', zh: '被 top-p 去掉' }
	},
	short: {
		greedy: { en: 'T = 0', zh: 'T = 0' },
		'top-k': { en: 'top-k', zh: 'top-k' },
		'top-p': { en: 'top-p', zh: 'top-p' }
	},
	node: {
		en: (column: Column, one: Alternative) =>
			`“${bare(one.label)}” at ${column.pos}: p = ${three(one.probability)}, rank ${one.rank + 1}, chance of being drawn ${three(one.chance)}${one.taken ? '; taken' : ''}${doesEn(column, one)}`,
		zh: (column: Column, one: Alternative) =>
			`位置 ${column.pos} 的“${bare(one.label)}”：p = ${three(one.probability)}，排第 ${one.rank + 1}，抽中的概率 ${three(one.chance)}${one.taken ? '；走的就是它' : ''}${doesZh(column, one)}`
	},
	written: { en: 'written', zh: '已写下' },
	open: { en: 'not written yet', zh: '还没写' },
	ahead: {
		says: {
			en: ({ branch }: Autoregressive) =>
				`Looking ahead along **${branch.map(({ label }) => bare(label)).join(' ')}**: ${branch.map(({ probability }) => three(probability)).join(' · ')} = **${power(branch.reduce((sum, { probability }) => sum + Math.log(probability), 0))}** by the model.`,
			zh: ({ branch }: Autoregressive) =>
				`沿着 **${branch.map(({ label }) => bare(label)).join(' ')}** 往前看：模型给的概率是 ${branch.map(({ probability }) => three(probability)).join(' · ')} = **${power(branch.reduce((sum, { probability }) => sum + Math.log(probability), 0))}**。`
		},
		write: { en: 'Write it', zh: '写进文字' },
		leave: { en: 'Back to the end of the text', zh: '回到文字末尾' },
		hint: {
			en: 'Left of the rule: another token rewrites the text from there. Right of it: choose a token to look one step further.',
			zh: '竖线左边：点另一个 token，文字从那里改写。右边：点一个 token，往前多看一步。'
		}
	},
	settings: {
		temperature: { en: 'Temperature', zh: '温度' },
		topK: { en: 'Top-k', zh: 'top-k' },
		topP: { en: 'Top-p', zh: 'top-p' },
		seed: { en: 'Seed', zh: '种子' },
		all: { en: '0 = all', zh: '0 = 不限' }
	},
	step: {
		title: {
			en: ({ column }: Step) => `Place ${column.pos}, after “${bare(column.after)}”`,
			zh: ({ column }: Step) => `位置 ${column.pos}，在“${bare(column.after)}”之后`
		},
		label: { en: 'Chance of being drawn', zh: '抽中的概率' },
		other: { en: 'softmax of the logits alone', zh: '只对 logit 做 softmax' },
		measures: {
			en: ({ bits, column }: Step, vocabulary: number) =>
				`**${column.kept}** of ${vocabulary} tokens can be drawn · **${two(bits.model)}** bits by the model → **${two(bits.drawn)}** bits as drawn, as many as ${formatNumber(2 ** bits.drawn, 1)} equal choices`,
			zh: ({ bits, column }: Step, vocabulary: number) =>
				`${vocabulary} 个 token 里 **${column.kept}** 个抽得到 · 模型的熵 **${two(bits.model)}** 比特 → 抽取时 **${two(bits.drawn)}** 比特，相当于 ${formatNumber(2 ** bits.drawn, 1)} 个一样可能的选项`
		},
		line: {
			en: 'All chances laid end to end, in the order of the vocabulary',
			zh: '所有概率首尾相接，按词表顺序排开'
		},
		stretch: {
			en: ({ label, from, width }: Stretch) => `“${label}” ${three(from)} – ${three(from + width)}`,
			zh: ({ label, from, width }: Stretch) => `“${label}” ${three(from)} – ${three(from + width)}`
		},
		fall: {
			en: ({ u, index, label, from, width }: Fall, { column }: Step, seed: number) =>
				`Seed ${seed}, step ${index + 1}: u = **${three(u)}** falls between ${three(from)} and ${three(from + width)}: ${column.origin === 'drawn' ? `“**${label}**” was drawn.` : `it would draw “**${label}**”.`}`,
			zh: ({ u, index, label, from, width }: Fall, { column }: Step, seed: number) =>
				`种子 ${seed}，第 ${index + 1} 步：u = **${three(u)}**，落在 ${three(from)} 和 ${three(from + width)} 之间：${column.origin === 'drawn' ? `抽中了“**${label}**”。` : `会抽中“**${label}**”。`}`
		},
		given: {
			en: 'The text itself gives this token: nothing was drawn. Whatever the model expected, the next pass reads what stands here.',
			zh: '这个 token 是文字里给定的，没有抽。不管模型原来猜什么，下一遍读的就是这里写着的。'
		}
	},
	sentence: {
		title: { en: 'The whole text as a product', zh: '整段文字的概率，是一步步乘出来的' },
		label: { en: 'Probability of each token, given all before it', zh: '每个 token 在前文之后的概率' },
		factor: {
			en: (result: Autoregressive, index: number) => factorOf(result, index, { so: 'product so far', rank: 'rank' }),
			zh: (result: Autoregressive, index: number) => factorOf(result, index, { so: '乘到这里', rank: '排名' })
		},
		says: {
			en: (result: Autoregressive) => saysEn(result),
			zh: (result: Autoregressive) => saysZh(result)
		}
	}
} as const;

function doesEn({ origin }: Column, { taken, text }: Alternative): string {
	if (taken) return '';
	if (origin === 'next' || origin === 'ahead') return '; choose it to look along this branch';
	return text === undefined
		? '; it is part of a character and cannot be written alone'
		: '; choose it to rewrite the text from here';
}

function doesZh({ origin }: Column, { taken, text }: Alternative): string {
	if (taken) return '';
	if (origin === 'next' || origin === 'ahead') return '；点它就沿这条岔路往前看';
	return text === undefined ? '；它只是一个字符的一部分，没法单独写下' : '；点它就从这里改写文字';
}

function factorOf(
	{ sentence, labels }: Autoregressive,
	index: number,
	words: { readonly so: string; readonly rank: string }
): string {
	const factor = sentence.factors[index];
	if (!factor) return '';
	const before = labels.slice(Math.max(0, factor.pos - 3), factor.pos).join(' ');
	return `p(${labels[factor.pos] ?? ''} | … ${before}) = ${three(factor.probability)} = e^${two(factor.log)} · ${words.rank} ${factor.rank + 1} · ${words.so}: ${formatNumber(factor.product)}`;
}

function saysEn({ sentence }: Autoregressive): string {
	const { factors, sum, product, error, perplexity } = sentence;
	if (factors.length === 0) return 'A single token: nothing has been predicted yet.';
	const check =
		error === undefined
			? `the product is too small for 64 bits (**${formatNumber(product)}**), the sum is not`
			: `they differ by **${formatNumber(error)}** of their size`;
	return `∏ p = **${power(sum)}**, and e^{Σ ln p} with Σ ln p = **${two(sum)}**: ${check}. Per token e^{${formatNumber(-sum, 2)} ÷ ${factors.length}} = **${two(perplexity)}**, the perplexity: as unsure as an even choice among so many.`;
}

function saysZh({ sentence }: Autoregressive): string {
	const { factors, sum, product, error, perplexity } = sentence;
	if (factors.length === 0) return '只有一个 token，还没有预测过什么。';
	const check =
		error === undefined
			? `连乘小到 64 位浮点数装不下（**${formatNumber(product)}**），求和没有这个问题`
			: `两者相差自身大小的 **${formatNumber(error)}**`;
	return `∏ p = **${power(sum)}**；另一种算法是 e^{Σ ln p}，Σ ln p = **${two(sum)}**：${check}。摊到每个 token，e^{${formatNumber(-sum, 2)} ÷ ${factors.length}} = **${two(perplexity)}**，这就是困惑度：相当于每步在这么多个一样可能的选项里猜。`;
}
