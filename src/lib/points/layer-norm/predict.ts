import { formatNumber } from '#num/format.ts';
import type { Predict } from '#points/define.ts';
import { changeOf, type LayerNorm } from './compute.ts';
import { happensEn, happensZh } from './happens.ts';

const exact = (value: number) => (value === 0 ? '0' : formatNumber(value, 3));

const alone = {
	en: 'This batch is a single token: there is nobody else to change, and BatchNorm would turn every number into 0.',
	zh: '这一批只有一个 token：没有别人可变，BatchNorm 会把每个数都变成 0。'
};

/** Asks whose result depends on the company. */
export const predict: Predict<LayerNorm> = {
	question: {
		en: 'Another token of the batch leaves, or changes. Whose result for this token moves?',
		zh: '这一批里另一个 token 走了，或者变了。对眼前这个 token，谁的结果会跟着变？'
	},
	options: [
		{
			label: { en: 'BatchNorm’s', zh: 'BatchNorm 的' },
			why: {
				en: (result) =>
					result.neighbour === undefined
						? alone.en
						: `When ${happensEn(result)}, it moves by up to **${exact(changeOf(result, 'batch'))}**: each feature’s mean and variance were taken over all tokens. LayerNorm’s moves by **${exact(changeOf(result, 'layer'))}**: exactly nothing.`,
				zh: (result) =>
					result.neighbour === undefined
						? alone.zh
						: `${happensZh(result)}，它最多变了 **${exact(changeOf(result, 'batch'))}**：每个特征的均值和方差是在所有 token 上取的。LayerNorm 变了 **${exact(changeOf(result, 'layer'))}**：一点没变。`
			}
		},
		{
			label: { en: 'LayerNorm’s', zh: 'LayerNorm 的' },
			why: {
				en: (result) =>
					`It moves by **${exact(changeOf(result, 'layer'))}**. LayerNorm averages over the **${result.d_model}** numbers of one token and never sees another.`,
				zh: (result) =>
					`它变了 **${exact(changeOf(result, 'layer'))}**。LayerNorm 只在一个 token 自己的 **${result.d_model}** 个数上取平均，根本看不到别的 token。`
			}
		},
		{
			label: { en: 'neither’s', zh: '谁的都不变' },
			why: {
				en: (result) =>
					result.neighbour === undefined
						? alone.en
						: `True of LayerNorm (**${exact(changeOf(result, 'layer'))}**). BatchNorm’s moves by up to **${exact(changeOf(result, 'batch'))}**: it averages down the columns, over everybody in the batch.`,
				zh: (result) =>
					result.neighbour === undefined
						? alone.zh
						: `LayerNorm 确实不变（**${exact(changeOf(result, 'layer'))}**）。BatchNorm 最多变了 **${exact(changeOf(result, 'batch'))}**：它沿着列取平均，这一批里谁都算进去。`
			}
		}
	],
	right: (result) => (changeOf(result, 'batch') > 0 ? 0 : 2)
};
