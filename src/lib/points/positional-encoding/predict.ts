import { formatNumber } from '#num/format.ts';
import type { Predict } from '#points/define.ts';
import type { PositionalEncoding } from './compute.ts';

// A change that a reader would call one, in nats per token.
const NOTICEABLE = 0.05;

const two = (value: number | undefined) => formatNumber(value ?? 0, 2);
const lossOf = ({ effect }: PositionalEncoding) => effect?.loss ?? { before: 0, after: 0 };

/** Asks whether a model needs to be told the order. */
export const predict: Predict<PositionalEncoding> = {
	question: {
		en: 'Take this model’s positions out and leave everything else. Its loss on your text will',
		zh: '把这个模型的位置信息拿掉，其余不动。它在你这段文字上的损失会'
	},
	options: [
		{
			label: { en: 'rise', zh: '升高' },
			why: {
				en: (result) =>
					`From **${two(lossOf(result).before)}** to **${two(lossOf(result).after)}** nats per token here. The heads that look one token back, or for what followed last time, have lost what they steer by: a weighted sum does not know the order of its terms.`,
				zh: (result) =>
					`这里从每个 token **${two(lossOf(result).before)}** 奈特变成 **${two(lossOf(result).after)}**。那些盯着前一个 token、或者找“上次后面跟了什么”的头，没了位置就没了依据：加权求和并不知道各项的先后。`
			}
		},
		{
			label: { en: 'hardly change: the mask still gives the order', zh: '几乎不变：掩码还在，顺序还在' },
			why: {
				en: (result) =>
					`**${two(lossOf(result).before)}** with positions, **${two(lossOf(result).after)}** without. The causal mask tells a token only how many stand before it, and that only roughly; a model trained with positions has not learned to live on it.`,
				zh: (result) =>
					`有位置是 **${two(lossOf(result).before)}**，没有是 **${two(lossOf(result).after)}**。因果掩码只大致透露前面有几个 token；带着位置训练出来的模型，没学过只靠它过日子。`
			}
		},
		{
			label: { en: 'fall: less to compute, less to get wrong', zh: '降低：少算一点，少错一点' },
			why: {
				en: (result) =>
					`**${two(lossOf(result).before)}** with positions, **${two(lossOf(result).after)}** without. On one text either may win by chance; over many texts that the model has not seen, the loss rises.`,
				zh: (result) =>
					`有位置是 **${two(lossOf(result).before)}**，没有是 **${two(lossOf(result).after)}**。单看一段文字，谁高谁低有偶然；换成许多没见过的文字取平均，损失是升的。`
			}
		}
	],
	right: (result) => {
		const change = lossOf(result).after - lossOf(result).before;
		if (Math.abs(change) < NOTICEABLE) return 1;
		return change > 0 ? 0 : 2;
	}
};
