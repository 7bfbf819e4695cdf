import { definePoint } from '#points/define.ts';
import { compute } from './compute.ts';
import { needs } from './needs.ts';
import { params } from './params.ts';
import { predict } from './predict.ts';
import { text } from './text.ts';

/** Point 5: every token's vector at one scale. */
export default definePoint({
	id: 'layer-norm',
	number: 5,
	text,
	formula:
		'\\mathrm{LN}(x) = \\gamma \\odot \\frac{x - \\mu}{\\sqrt{\\sigma^2 + \\varepsilon}} + \\beta, \\qquad \\mu = \\frac1d \\sum_{i=1}^{d} x_i, \\quad \\sigma^2 = \\frac1d \\sum_{i=1}^{d} (x_i - \\mu)^2',
	params,
	needs,
	variations: {
		scaled: ({ norm, scale }, _focus, { model }) =>
			norm === 'final' && scale !== 1
				? { edits: [{ at: `blocks.${model.layers - 1}.resid_post`, do: 'scale', by: scale }] }
				: {}
	},
	compute,
	tries: [
		{
			label: { en: 'Multiply the vector by 10: what comes out?', zh: '把向量乘以 10：出来的是什么？' },
			params: { scale: 10 }
		},
		{
			label: {
				en: 'Make the whole last stream ten times larger: does the prediction care?',
				zh: '把最后的残差流整个放大十倍：预测在意吗？'
			},
			params: { norm: 'final', scale: 10 }
		},
		{
			label: {
				en: 'Shrink it to a tenth: here ε begins to be felt',
				zh: '缩到十分之一：这时 ε 开始起作用'
			},
			params: { scale: 0.1 }
		},
		{
			label: {
				en: 'A copy of the token in its neighbour’s place: who notices?',
				zh: '把邻居换成这个 token 自己的副本：谁察觉得到？'
			},
			params: { neighbour: 'copy' }
		}
	],
	predict,
	asks: [
		{
			question: 9,
			show: {
				label: {
					en: 'One batch under LayerNorm, RMSNorm and BatchNorm: a neighbour leaves, and only BatchNorm’s answer moves',
					zh: '同一批 token 做 LayerNorm、RMSNorm、BatchNorm：走掉一个邻居，只有 BatchNorm 的结果变了'
				},
				params: { neighbour: 'without', norm: 'ln1' }
			}
		}
	],
	sketch: ({ after }) => ({ kind: 'bars', values: Array.from(after.values).slice(0, 32) }),
	view: () => import('./View.svelte')
});
