import type { Ask } from '#points/define.ts';
import type { params } from './params.ts';

const STORY = 'When Mary and John went to the park, John gave a ball to';

/** The interview questions that this panel helps to answer, each with the view that does. */
export const asks: readonly Ask<typeof params>[] = [
	{
		question: 1,
		show: {
			label: {
				en: 'The last token meets the first ones in one product: no distance lies between them',
				zh: '最后一个 token 和开头的 token 一次点积就碰面：中间没有路要走'
			},
			text: STORY,
			focus: { query: 13, key: 1 }
		}
	},
	{
		question: 2,
		show: {
			label: {
				en: 'A text twice as long: the square has four times the cells',
				zh: '文字长一倍：这张方表的格子变成四倍'
			},
			text: `${STORY} Mary. ${STORY}`
		}
	},
	{
		question: 4,
		show: {
			label: {
				en: 'The same text in another head of the layer: other scores, other weights, another z',
				zh: '同一段文字，换同层的另一个头：分数、权重、z 全都不同'
			},
			text: STORY,
			focus: { layer: 1, head: 1 }
		}
	},
	{
		question: 8,
		show: {
			label: {
				en: 'The chain that a gradient to W_{Q} goes back along: q, score, weight, z',
				zh: '梯度要沿着它回到 W_{Q}：q → 分数 → 权重 → z'
			},
			text: STORY,
			focus: { query: 9, key: 3 }
		}
	}
];
