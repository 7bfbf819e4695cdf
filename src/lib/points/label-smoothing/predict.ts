import { formatNumber } from '#num/format.ts';
import type { Predict } from '../define.ts';
import type { LabelSmoothing, Side } from './compute.ts';

const percent = (share: number | undefined) => formatNumber(100 * (share ?? 0), 0);
const two = (value: number | undefined) => formatNumber(value ?? 0, 2);
const sayEn = (name: string, side: Side | undefined) =>
	`${name} was **${percent(side?.confidence)} %** sure on average and **${percent(side?.accuracy)} %** right`;
const sayZh = (name: string, side: Side | undefined) =>
	`${name} 组平均自称有 **${percent(side?.confidence)}%** 的把握，实际答对 **${percent(side?.accuracy)}%**`;

const told = {
	en: ({ runs: [a, b] }: LabelSmoothing) =>
		`${sayEn('A', a)}; ${sayEn('B', b)}. The calibration error is **${two(a?.error)}** for A, **${two(b?.error)}** for B.`,
	zh: ({ runs: [a, b] }: LabelSmoothing) =>
		`${sayZh('A', a)}；${sayZh('B', b)}。校准误差：A 组 **${two(a?.error)}**，B 组 **${two(b?.error)}**。`
};

/** Asked before anything is trained. */
export const predict: Predict<LabelSmoothing> = {
	question: {
		en: 'On texts they have never seen, which run’s certainty fits how often it is right?',
		zh: '换成没见过的文本，哪一组的“把握”和实际答对的比例更相符？'
	},
	options: [
		{
			label: {
				en: 'Both alike: smoothing changes the loss, not what is learnt',
				zh: '一样：平滑改的是损失，学到的东西不变'
			},
			why: told
		},
		{
			label: { en: 'A’s fits better: B is far too sure', zh: 'A 组更相符：B 组过于自信' },
			why: told
		},
		{
			label: {
				en: 'B’s fits better: A was trained on probabilities that are made up',
				zh: 'B 组更相符：A 组学的是人为编出来的概率'
			},
			why: told
		}
	],
	right: ({ runs: [a, b] }) => {
		const lead = (b?.error ?? 0) - (a?.error ?? 0);
		return lead > 0.03 ? 1 : lead < -0.03 ? 2 : 0;
	}
};
