import { formatNumber } from '#num/format.ts';
import type { Predict } from '../define.ts';
import type { TeacherForcing } from './compute.ts';

const percent = (share: number | undefined) => formatNumber(100 * (share ?? 0), 0);

const told = {
	en: ({ runs: [a] }: TeacherForcing) =>
		`On its own, A gets **${percent(a?.free.early)} %** wrong in the first third of an answer and **${percent(a?.free.late)} %** in the last. Told the right letters as it goes, the same model gets **${percent(a?.forced.early)} %** and **${percent(a?.forced.late)} %** wrong.`,
	zh: ({ runs: [a] }: TeacherForcing) =>
		`自己往下写，A 组前三分之一错 **${percent(a?.free.early)}%**，后三分之一错 **${percent(a?.free.late)}%**；同一个模型，每步都喂正确字母，前后分别错 **${percent(a?.forced.early)}%** 和 **${percent(a?.forced.late)}%**。`
};

/** Asked before anything is trained. */
export const predict: Predict<TeacherForcing> = {
	question: {
		en: 'A has only ever read right letters. After training it sorts on its own, and reads what it has just written. From the first letter of its answer to the last, how often is it wrong?',
		zh: 'A 组训练时读到的全是正确字母。训练完，让它自己排序，读的是自己刚写下的。从答案开头到结尾，出错的比例会怎么变？'
	},
	options: [
		{
			label: { en: 'Less and less: the further it gets, the more it has to go by', zh: '越来越少：越往后，线索越多' },
			why: told
		},
		{
			label: { en: 'About the same: it is the same model at every place', zh: '差不多：每一位都是同一个模型在算' },
			why: told
		},
		{
			label: {
				en: 'More and more: a slip is read again and leads to the next',
				zh: '越来越多：写错的又被读回去，一错再错'
			},
			why: told
		}
	],
	right: ({ runs: [a] }) => {
		const growth = (a?.free.late ?? 0) - (a?.free.early ?? 0);
		return growth >= 0.1 ? 2 : growth <= -0.1 ? 0 : 1;
	}
};
