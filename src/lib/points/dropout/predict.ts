import { formatNumber } from '#num/format.ts';
import type { Predict } from '../define.ts';
import type { Dropout, Side } from './compute.ts';

const percent = (share: number | undefined) => formatNumber(100 * (share ?? 0), 0);
const two = (value: number | undefined) => formatNumber(value ?? 0, 2);

const sideEn = (name: string, side: Side | undefined) =>
	`${name} answers **${percent(side?.metRight)} %** of the texts it learnt from and **${percent(side?.right)} %** of new ones, a gap in loss of **${two(side?.gap)}**`;
const sideZh = (name: string, side: Side | undefined) =>
	`${name} 组：练过的题答对 **${percent(side?.metRight)}%**，新题答对 **${percent(side?.right)}%**，损失差距 **${two(side?.gap)}**`;

const told = {
	en: ({ runs: [a, b] }: Dropout) => `${sideEn('A', a)}; ${sideEn('B', b)}.`,
	zh: ({ runs: [a, b] }: Dropout) => `${sideZh('A', a)}；${sideZh('B', b)}。`
};

/** Asked before anything is trained. */
export const predict: Predict<Dropout> = {
	question: {
		en: 'Both learn from the same 32 texts. A loses three in ten attention weights at random at every step, B none. Afterwards, dropout off in both: how do they do?',
		zh: '两组都只有同样的 32 道题可学。A 组每一步都随机丢掉三成注意力权重，B 组一个不丢。训练完，两组都不再丢：谁答得怎么样？'
	},
	options: [
		{
			label: {
				en: 'A does worse on both: it learnt with a part missing',
				zh: 'A 组哪边都更差：它学的时候就缺胳膊少腿'
			},
			why: told
		},
		{
			label: {
				en: 'Both know the 32 by heart; on new texts A does better',
				zh: '32 道题两组都背熟了；换成新题，A 组更好'
			},
			why: told
		},
		{
			label: {
				en: 'Hardly a difference: with dropout off they are the same model',
				zh: '差不多：dropout 一关，两组就是同样的模型'
			},
			why: told
		}
	],
	right: ({ runs: [a, b] }) => {
		const ahead = (a?.right ?? 0) - (b?.right ?? 0);
		return ahead > 0.02 ? 1 : ahead < -0.02 ? 0 : 2;
	}
};
