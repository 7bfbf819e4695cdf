import { formatNumber } from '#num/format.ts';
import type { Predict } from '#points/define.ts';
import type { Autoregressive } from './compute.ts';
import { power } from './power.ts';

const told = ({ sentence, next }: Autoregressive) => {
	const p = next?.probability ?? 1;
	return {
		label: next?.label ?? '',
		p: formatNumber(p),
		before: power(sentence.sum),
		after: power(sentence.sum + Math.log(p)),
		perplexity: formatNumber(sentence.perplexity, 1)
	};
};

/** Asks what one more token does to the probability of the whole. */
export const predict: Predict<Autoregressive> = {
	question: {
		en: 'The model adds the likeliest token there is. The probability of the whole text then',
		zh: '模型接上了最可能的那个 token。这时，整段文字的概率'
	},
	options: [
		{
			label: { en: 'rises: it fits well', zh: '变大：它接得很顺' },
			why: {
				en: (result) =>
					`A good fit is a factor near 1, never above it. Here “${told(result).label}” multiplies **${told(result).before}** by **${told(result).p}**: **${told(result).after}**.`,
				zh: (result) =>
					`接得再顺，也只是因子接近 1，不会超过 1。这里接上“${told(result).label}”，**${told(result).before}** 要乘以 **${told(result).p}**，得 **${told(result).after}**。`
			}
		},
		{
			label: { en: 'falls', zh: '变小' },
			why: {
				en: (result) =>
					`Every step is a factor of at most 1: **${told(result).before}** × **${told(result).p}** = **${told(result).after}**. Longer texts are always less probable, so texts are compared per token: perplexity **${told(result).perplexity}** here.`,
				zh: (result) =>
					`每一步都是一个不超过 1 的因子：**${told(result).before}** × **${told(result).p}** = **${told(result).after}**。文字越长概率越小，所以比较时要摊到每个 token 上：这里的困惑度是 **${told(result).perplexity}**。`
			}
		},
		{
			label: { en: 'stays as it is', zh: '不变' },
			why: {
				en: (result) =>
					`Only if the token were certain. “${told(result).label}” has **${told(result).p}**, and that much is left of the text’s **${told(result).before}**.`,
				zh: (result) =>
					`除非这个 token 是板上钉钉的。“${told(result).label}”只有 **${told(result).p}**，整段文字的 **${told(result).before}** 乘上它，就成了 **${told(result).after}**。`
			}
		}
	],
	right: ({ next }) => (next && next.probability >= 1 ? 2 : 1)
};
