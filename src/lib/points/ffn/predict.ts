import { formatNumber } from '#num/format.ts';
import type { Predict } from '#points/define.ts';
import type { Ffn } from './compute.ts';
import { percent, whole } from './figures.ts';

const OPTIONS = [1 / 3, 1 / 2, 2 / 3] as const;

/** The FFN's share of a block's parameters. */
export const shareOf = ({ parameters }: Pick<Ffn, 'parameters'>) => parameters.ffn / parameters.total;

const measured = (result: Ffn) => ({
	share: percent(shareOf(result)),
	ffn: whole(result.parameters.ffn),
	all: whole(result.parameters.total),
	ratio: formatNumber(result.sizes.d_mlp / result.sizes.d_model, 1)
});

/** Asks where the parameters are. */
export const predict: Predict<Ffn> = {
	question: {
		en: 'A block is attention and FFN. Of all its parameters, the FFN holds about',
		zh: '一层由注意力和 FFN 组成。这一层的全部参数里，FFN 大约占'
	},
	options: [
		{
			label: { en: 'a third', zh: '三分之一' },
			why: {
				en: (result) =>
					`Attention’s four matrices draw the eye, but each is only d × d. The FFN widens to **${measured(result).ratio}** d and comes back: **${measured(result).ffn}** of **${measured(result).all}** parameters, **${measured(result).share}**.`,
				zh: (result) =>
					`注意力有四个矩阵，看着多，每个却只有 d × d。FFN 要放宽到 **${measured(result).ratio}** d 再收回来：**${measured(result).all}** 个参数里占 **${measured(result).ffn}** 个，**${measured(result).share}**。`
			}
		},
		{
			label: { en: 'half', zh: '一半' },
			why: {
				en: (result) =>
					`Two parts need not share evenly: **${measured(result).ffn}** of **${measured(result).all}** are the FFN’s, **${measured(result).share}**. Its width is **${measured(result).ratio}** d.`,
				zh: (result) =>
					`两部分不等于各占一半：**${measured(result).all}** 个里 FFN 占 **${measured(result).ffn}** 个，**${measured(result).share}**。它的宽度是 **${measured(result).ratio}** d。`
			}
		},
		{
			label: { en: 'two thirds', zh: '三分之二' },
			why: {
				en: (result) =>
					`**${measured(result).ffn}** of **${measured(result).all}**: **${measured(result).share}**. At four times the width it is 4d² in and 4d² out, against attention’s 4d²: 8 of 12. This one is **${measured(result).ratio}** times as wide.`,
				zh: (result) =>
					`**${measured(result).all}** 个里的 **${measured(result).ffn}** 个：**${measured(result).share}**。放宽四倍时，进去 4d²、出来 4d²，注意力一共 4d²，12 份里占 8 份。这个模型放宽了 **${measured(result).ratio}** 倍。`
			}
		}
	],
	right: (result) => {
		const apart = OPTIONS.map((option) => Math.abs(shareOf(result) - option));
		return apart.indexOf(Math.min(...apart));
	}
};
