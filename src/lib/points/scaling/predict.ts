import { formatNumber } from '#num/format.ts';
import type { Predict } from '#points/define.ts';
import type { Scaling } from './compute.ts';

const OPTIONS = [4, 16, 1] as const;

const measured = ({ growth }: Scaling) => ({
	wider: formatNumber(Math.sqrt(growth), 1),
	variance: formatNumber(growth, 1)
});

/** Asks for the square root: sixteen times the terms, how much more spread? */
export const predict: Predict<Scaling> = {
	question: {
		en: 'If d_{k} grew from 32 to 512 and nothing else changed, unscaled scores would spread about',
		zh: '如果 d_{k} 从 32 变成 512，别的都不变，不缩放的分数会比原来散开大约'
	},
	options: [
		{
			label: { en: '4× wider', zh: '4 倍' },
			why: {
				en: (result) =>
					`The drawn vectors say **${measured(result).wider}×**. Sixteen times as many independent terms have sixteen times the variance (**${measured(result).variance}×** here), and spread is its square root: that is the √ in √d_{k}.`,
				zh: (result) =>
					`抽出来的向量给出 **${measured(result).wider} 倍**。独立的项多了 16 倍，方差就大 16 倍（这里是 **${measured(result).variance} 倍**），而散开的程度是方差的平方根——√d_{k} 的根号就从这里来。`
			}
		},
		{
			label: { en: '16× wider', zh: '16 倍' },
			why: {
				en: (result) =>
					`The variance does that (**${measured(result).variance}×** in this draw). Spread is its square root, **${measured(result).wider}×**: terms of both signs cancel in part. Dividing by d_{k} itself would leave the scores too small.`,
				zh: (result) =>
					`那是方差（这一批是 **${measured(result).variance} 倍**）。散开的程度是它的平方根，**${measured(result).wider} 倍**：有正有负，一部分互相抵消了。真要除以 d_{k}，分数反而太小。`
			}
		},
		{
			label: { en: 'the same', zh: '一样' },
			why: {
				en: (result) =>
					`Their mean stays at 0, but not their spread: **${measured(result).wider}×** in this draw. Every dimension adds its own variance to the sum.`,
				zh: (result) =>
					`不变的是均值，一直是 0；散开的程度可不是：这一批是 **${measured(result).wider} 倍**。每多一维，和就多一份方差。`
			}
		}
	],
	right: ({ growth }) => {
		const apart = OPTIONS.map((option) => Math.abs(Math.log(Math.sqrt(growth) / option)));
		return apart.indexOf(Math.min(...apart));
	}
};
