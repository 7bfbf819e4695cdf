import type { Ask } from '#points/define.ts';
import type { params } from './params.ts';

/** The interview questions that this panel helps to answer, each with the view that does. */
export const asks: readonly Ask<typeof params>[] = [
	{
		question: 3,
		show: {
			label: {
				en: 'Only the distance counts: both moved, every dial keeps its angle and the score stands',
				zh: '只看距离：两个一起挪，每个表盘上的夹角不变，分数也不变'
			},
			params: { shift: 40, dials: 'shifted' }
		}
	},
	{
		question: 7,
		show: {
			label: {
				en: 'The key 300 places back: a score beyond the trained length, and the pairs that meet new angles there',
				zh: '把键往回挪 300 位：训练长度以外的分数，以及在那里遇到新角度的维度对'
			},
			params: { move: 300, dials: 'moved' }
		}
	}
];
