import { formatNumber } from '#num/format.ts';
import type { Predict } from '../define.ts';
import { fell, type Clipping, type Side } from './compute.ts';

const percent = (share: number | undefined) => formatNumber(100 * (share ?? 0), 0);

function fateEn(side: Side | undefined): string {
	if (side?.broken !== undefined) return `breaks down at step **${side.broken}**`;
	return `ends with **${percent(side?.accuracy)} %** right`;
}

function fateZh(side: Side | undefined): string {
	if (side?.broken !== undefined) return `第 **${side.broken}** 步发散`;
	return `最后答对 **${percent(side?.accuracy)}%**`;
}

const told = {
	en: ({ runs: [a, b] }: Clipping) =>
		`Just after the bad batch A answers **${percent(a?.blow?.after ?? a?.accuracy)} %** right, B **${percent(b?.blow?.after ?? b?.accuracy)} %**. Then A ${fateEn(a)}, and B ${fateEn(b)}.`,
	zh: ({ runs: [a, b] }: Clipping) =>
		`坏批次刚过，A 组答对 **${percent(a?.blow?.after ?? a?.accuracy)}%**，B 组 **${percent(b?.blow?.after ?? b?.accuracy)}%**。之后，A 组${fateZh(a)}，B 组${fateZh(b)}。`
};

/** Asked before anything is trained. */
export const predict: Predict<Clipping> = {
	question: {
		en: 'Both models have learnt to copy without a mistake. Then comes a single batch in which every answer is wrong, and after it 100 good ones. What becomes of B, which does not clip?',
		zh: '两个模型都已经抄得一字不差。这时来了一个答案全错的批次，只有这一个，后面 100 个批次又都正常。不裁剪的 B 组会怎样？'
	},
	options: [
		{
			label: { en: 'Hardly anything: one batch in 300', zh: '几乎没事：300 个批次里才一个' },
			why: told
		},
		{
			label: { en: 'A dent, which the next batches repair', zh: '掉一下，后面的批次又拉回来' },
			why: told
		},
		{
			label: { en: 'It loses what it has learnt, and never finds it again', zh: '学会的全丢了，再也找不回来' },
			why: told
		}
	],
	right: ({ runs: [a, b] }) => {
		const side = b ?? a;
		if (side === undefined) return 0;
		if (fell(side)) return 2;
		return (side.blow?.before ?? 0) - (side.blow?.after ?? 0) > 0.05 ? 1 : 0;
	}
};
