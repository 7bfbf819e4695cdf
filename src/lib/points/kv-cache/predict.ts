import { formatCount, formatNumber } from '#num/format.ts';
import type { Predict } from '#points/define.ts';
import type { KvCache } from './compute.ts';

/** Asks whose queries a step computes: the question that learners stumble over. */
export const predict: Predict<KvCache> = {
	question: {
		en: 'With the cache filled, one more token is read. Whose {q:queries} does the model compute in this step?',
		zh: '缓存已经填好，又读入一个 token。这一步，模型要计算谁的{q:查询}？'
	},
	options: [
		{
			label: { en: 'only the new token’s', zh: '只有新 token 的' },
			why: {
				en: ({ queries, newest, heads, layers }) =>
					`**${queries}** position was computed, “${newest.label}”: one query in each of ${heads} heads of ${layers.length} layers, against **${newest.index + 1}** keys. Only the last position’s logits are wanted, and they depend on no other query of this step.`,
				zh: ({ queries, newest, heads, layers }) =>
					`这一步只算了 **${queries}** 个位置，就是“${newest.label}”：${layers.length} 层、每层 ${heads} 个头，各一个查询，面对 **${newest.index + 1}** 个键。要的只是最后一个位置的 logit，它不靠这一步里任何别的查询。`
			}
		},
		{
			label: { en: 'all tokens’, again', zh: '所有 token 的，再来一遍' },
			why: {
				en: ({ step, newest }) =>
					`That is the step without a cache: ${newest.index + 1} queries and **${formatCount(step.without)}** multiply-adds instead of **${formatCount(step.with)}**. The other ${newest.index} rows would come out as they did before.`,
				zh: ({ step, newest }) =>
					`那是不用缓存的做法：${newest.index + 1} 个查询，**${formatCount(step.without)}** 次乘加，而不是 **${formatCount(step.with)}** 次。另外 ${newest.index} 行算出来和原来一模一样。`
			}
		},
		{
			label: { en: 'none: they come from the cache', zh: '谁的也不算，都在缓存里' },
			why: {
				en: ({ newest, bytes }) =>
					`The cache holds K and V only (2 × …, **${formatNumber(bytes.perToken, 0)}** bytes a token). The query of “${newest.label}” did not exist before: somebody has to ask.`,
				zh: ({ newest, bytes }) =>
					`缓存里只有 K 和 V（所以公式里是 2 × …，每个 token **${formatNumber(bytes.perToken, 0)}** 字节）。“${newest.label}”的查询以前还不存在，总得有人来问。`
			}
		}
	],
	right: ({ queries }) => (queries > 1 ? 1 : 0)
};
