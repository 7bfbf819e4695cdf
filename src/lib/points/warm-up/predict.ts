import { formatNumber } from '#num/format.ts';
import type { Predict } from '../define.ts';
import type { Side, WarmUp } from './compute.ts';

const percent = (side: Side | undefined) => formatNumber(100 * (side?.accuracy ?? 0), 0);

const told = {
	en: ({ runs: [a, b] }: WarmUp) =>
		`A answers **${percent(a)} %** right, B **${percent(b)} %**. B’s first step moved all weights by **${formatNumber(100 * (b?.firstMove ?? 0), 2)} %** of their size, A’s by **${formatNumber(100 * (a?.firstMove ?? 0), 2)} %**.`,
	zh: ({ runs: [a, b] }: WarmUp) =>
		`A 组答对 **${percent(a)}%**，B 组 **${percent(b)}%**。第一步，B 组的权重整体改变了 **${formatNumber(100 * (b?.firstMove ?? 0), 2)}%**，A 组只有 **${formatNumber(100 * (a?.firstMove ?? 0), 2)}%**。`
};

/** Asked before anything is trained. */
export const predict: Predict<WarmUp> = {
	question: {
		en: 'Both runs end at the same rate. A takes 100 steps to reach it, B has it from the first step. After all 300 steps, how does B stand?',
		zh: '两组最后的学习率一样。A 组用 100 步慢慢升上去，B 组第一步就是满的。300 步之后，B 组怎么样？'
	},
	options: [
		{
			label: { en: 'Ahead: it has learnt at full speed all along', zh: '领先：它一直在全速学' },
			why: told
		},
		{
			label: { en: 'Level: the start is soon forgotten', zh: '打平：开头那点差别早就抹平了' },
			why: told
		},
		{
			label: { en: 'Far behind: it never recovers from its first steps', zh: '远远落后：头几步伤了元气，缓不过来' },
			why: told
		}
	],
	right: ({ runs: [a, b] }) => {
		const lead = (b?.accuracy ?? 0) - (a?.accuracy ?? 0);
		return lead > 0.1 ? 0 : lead < -0.1 ? 2 : 1;
	}
};
