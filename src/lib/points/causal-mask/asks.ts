import type { Ask } from '#points/define.ts';
import type { params } from './params.ts';

const STORY = 'When Mary and John went to the park, John gave a ball to';
const COUNT = 'one two three four five six seven eight';

/** The interview questions that this panel helps to answer, each with the view that does. */
export const asks: readonly Ask<typeof params>[] = [
	{
		question: 5,
		show: {
			label: {
				en: 'Training: one pass, a loss at every token, and none of them can read its answer',
				zh: '训练：一遍读完，每个 token 都有损失，谁也看不到自己的答案'
			},
			text: STORY,
			params: { mask: 'causal', cells: [] }
		}
	},
	{
		question: 11,
		show: {
			label: {
				en: 'Both ways, as BERT looks: predicting the next token would be copying',
				zh: '像 BERT 那样两边都看：这时“预测下一个”就成了抄答案'
			},
			text: COUNT,
			params: { mask: 'none', cells: [] }
		}
	},
	{
		question: 19,
		show: {
			label: {
				en: 'A prompt that reads both ways and a causal answer: one decoder with another mask does both',
				zh: '提示双向看、后面因果看：同一个解码器，换张掩码就都能做'
			},
			text: STORY,
			params: { mask: 'prefix', size: 8, cells: [] }
		}
	},
	{
		question: 6,
		show: {
			label: {
				en: 'Replace a late token: nothing before it moves, so keys and values can be kept',
				zh: '换掉后面的一个 token：前面纹丝不动，所以键和值可以存着'
			},
			text: STORY,
			params: { mask: 'causal', cells: [], touch: 9 }
		}
	},
	{
		question: 13,
		show: {
			label: {
				en: 'A window: a band of w cells a row instead of the whole triangle',
				zh: '滑动窗口：每行只剩 w 格的一条带，不再是整个三角'
			},
			text: STORY,
			params: { mask: 'window', size: 4, cells: [] }
		}
	},
	{
		question: 14,
		show: {
			label: {
				en: 'Padding in front of a shorter text of the batch: closed to every query',
				zh: '批次里较短的文本前面补的位置：对所有查询都关上'
			},
			text: STORY,
			params: { mask: 'padding', size: 3, cells: [] }
		}
	},
	{
		question: 1,
		show: {
			label: {
				en: 'All positions computed at once, and still none depends on a later one',
				zh: '所有位置一次算完，却没有一个依赖后面的'
			},
			text: STORY,
			params: { mask: 'causal', cells: [] }
		}
	}
];
