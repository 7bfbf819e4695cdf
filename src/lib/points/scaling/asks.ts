import type { Ask } from '#points/define.ts';
import type { params } from './params.ts';

const STORY = 'When Mary and John went to the park, John gave a ball to';

/** The interview questions that this panel helps to answer, each with the view that does. */
export const asks: readonly Ask<typeof params>[] = [
	{
		question: 8,
		show: {
			label: {
				en: 'The factor diag(p) − p p^{T} on the way to W_{Q}: how much of it is left where one key wins',
				zh: '通往 W_{Q} 的那一环 diag(p) − p p^{T}：一家独大时还剩多少'
			},
			text: STORY,
			focus: { query: 13, key: 1 },
			params: { whole: false }
		}
	},
	{
		question: 10,
		show: {
			label: {
				en: 'The variance measured from 4 to 512 dimensions, and the whole model without the division',
				zh: '从 4 维量到 512 维的方差，以及整个模型不缩放会怎样'
			},
			text: STORY,
			params: { whole: true }
		}
	}
];
