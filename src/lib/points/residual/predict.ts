import { formatNumber } from '#num/format.ts';
import type { Predict } from '#points/define.ts';
import type { Residual, Step } from './compute.ts';

const last = ({ steps }: Residual) => steps.findLast(({ reading }) => reading)?.reading;
const at = ({ steps, settled }: Residual): Step | undefined => steps[settled];
const name = (step: Step | undefined) => {
	if (!step || step.source.kind === 'embed' || step.source.kind === 'position') return 'embed';
	return `${step.source.kind === 'attention' ? 'attn' : 'FFN'} ${step.source.layer}`;
};
const chance = (result: Residual) => formatNumber(at(result)?.reading?.topProbability ?? 0, 2);

/** Asks how early the final answer can be read off the stream. */
export const predict: Predict<Residual> = {
	question: {
		en: 'Read the stream after every addition with the final norm and W_{U}, as if the model ended there. From where on does it say what the whole model says?',
		zh: '每加一笔之后，都用最后的归一化和 W_{U} 读一读残差流，就当模型到此为止。从哪里开始，它说的就和整个模型一样了？'
	},
	options: [
		{
			label: { en: 'within the first half', zh: '前一半里就是了' },
			why: {
				en: (result) =>
					`From **${name(at(result))}** on it says “${last(result)?.token ?? ''}”, there with **${chance(result)}**. What was written early stays in the sum; later layers add to it or argue against it, but nothing is overwritten.`,
				zh: (result) =>
					`从 **${name(at(result))}** 起，它说的就是“${last(result)?.token ?? ''}”，当时的概率是 **${chance(result)}**。早写进去的东西一直留在和里；后面的层可以加码，可以反对，但没有谁把它覆盖掉。`
			}
		},
		{
			label: { en: 'somewhere in the second half', zh: '后一半里的某处' },
			why: {
				en: (result) =>
					`From **${name(at(result))}** on it says “${last(result)?.token ?? ''}”, there with **${chance(result)}**. Before that another token led; one addition tipped the sum, and the layers after only made it surer or less sure.`,
				zh: (result) =>
					`从 **${name(at(result))}** 起，它说的才是“${last(result)?.token ?? ''}”，当时的概率是 **${chance(result)}**。在那之前领先的是别的 token；某一笔加上去，和就倒向了它，后面的层只是让把握更大或更小。`
			}
		},
		{
			label: { en: 'only after the very last addition', zh: '加完最后一笔才是' },
			why: {
				en: (result) =>
					`Here it takes the last addition, **${name(at(result))}**, to bring “${last(result)?.token ?? ''}” to the top (**${chance(result)}**). It still needed the rest: its part is one term of the sum, as the bars show.`,
				zh: (result) =>
					`这里要等到最后一笔 **${name(at(result))}** 加上，“${last(result)?.token ?? ''}”才领先（**${chance(result)}**）。可前面的也都用上了：看那些条就知道，它只是和里的一项。`
			}
		}
	],
	right: ({ settledReading, readings }) => (settledReading * 2 < readings ? 0 : settledReading < readings - 1 ? 1 : 2)
};
