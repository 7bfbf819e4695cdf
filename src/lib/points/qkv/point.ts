import { definePoint } from '#points/define.ts';
import { compute } from './compute.ts';
import { needs } from './needs.ts';
import { params } from './params.ts';
import { predict } from './predict.ts';
import { signed } from './scales.ts';
import { text } from './text.ts';

/** Point 23: three projections of one input, and what would happen if two of them changed places. */
export default definePoint({
	id: 'qkv',
	number: 23,
	text,
	formula:
		'Q = XW_Q + b_Q,\\quad K = XW_K + b_K,\\quad V = XW_V + b_V, \\qquad q_j = \\sum_{i=1}^{d_{\\mathrm{model}}} x_i\\,(W_Q)_{ij} + b_j',
	params,
	needs,
	variations: {},
	compute,
	tries: [
		{
			label: { en: 'Exchange Q and K: what becomes of the scores?', zh: '把 Q 和 K 对调：分数会怎样？' },
			params: { swap: true }
		},
		{
			label: { en: 'Follow the key’s token into its value', zh: '换成键的 token，看它怎么变成值' },
			params: { token: 'key', part: 'v' },
			focus: { key: 1 }
		},
		{
			label: { en: 'Another head: the same x, other matrices', zh: '换一个头：x 没变，矩阵换了' },
			focus: { head: 3 }
		}
	],
	predict,
	asks: [
		{
			question: 8,
			show: {
				label: {
					en: 'One number of a query, term by term: its derivative by each weight is the input beside it',
					zh: '查询的一个数，逐项展开：它对每个权重的导数，就是旁边的那个输入'
				},
				params: { part: 'q', dim: 5, token: 'query' }
			}
		},
		{
			question: 4,
			show: {
				label: {
					en: 'One head’s three matrices, each a slice of the width: another head has its own',
					zh: '一个头的三个矩阵，各占宽度的一份：换一个头，就是另外三个'
				},
				focus: { head: 3 }
			}
		}
	],
	sketch: ({ projections: { q } }) => ({ kind: 'matrix', ...q.tokens, scale: signed(q.tokens.data, 'query') }),
	view: () => import('./View.svelte')
});
