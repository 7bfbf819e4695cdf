import type { Ask } from '#points/define.ts';
import type { params } from './params.ts';

const STORY = 'When Mary and John went to the park, John gave a ball to';

/** The interview questions that this panel helps to answer, each with the view that does. */
export const asks: readonly Ask<typeof params>[] = [
	{
		question: 6,
		show: {
			label: {
				en: 'Twelve steps: what is held, what is new, and that nothing comes out differently',
				zh: '走十二步：存了什么、新添什么，以及结果一点没变'
			},
			text: STORY,
			generate: 12
		}
	},
	{
		question: 2,
		show: {
			label: {
				en: 'The work of a step fitted to n and n²: the cache takes away the repetition, not the square',
				zh: '把每步的工作量拟合成 n 与 n²：缓存省掉的是重复，不是平方'
			},
			text: STORY,
			generate: 12
		}
	},
	{
		question: 14,
		show: {
			label: {
				en: 'What one more text in the batch takes: a cache of its own at 8,192 tokens',
				zh: '批次里每多一条文本要占多少：8192 个 token 时各自一份缓存'
			},
			params: { tokens: 8192 }
		}
	},
	{
		question: 17,
		show: {
			label: {
				en: 'Shared KV heads and a window against a full cache, at 32,768 tokens',
				zh: '32768 个 token：共用 KV 头、滑动窗口，和完整的缓存比一比'
			},
			params: { tokens: 32_768 }
		}
	}
];
