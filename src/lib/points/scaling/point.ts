import { definePoint } from '#points/define.ts';
import { asks } from './asks.ts';
import { compute } from './compute.ts';
import { needs } from './needs.ts';
import { params } from './params.ts';
import { predict } from './predict.ts';
import { text } from './text.ts';

/** Point 22: why scores are divided by √d_k. */
export default definePoint({
	id: 'scaling',
	number: 22,
	text,
	formula:
		'\\mathrm{Var}(q \\cdot k) = \\sum_{i=1}^{d_k} \\mathrm{Var}(q_i k_i) = d_k \\quad\\Rightarrow\\quad \\mathrm{softmax}\\!\\left(\\frac{q \\cdot k}{\\sqrt{d_k}}\\right)',
	params,
	needs,
	variations: {
		unscaled: ({ whole }) => ({ edits: whole ? [{ at: 'blocks.*.attn.attn_scores_scaled', do: 'unscale' }] : [] })
	},
	compute,
	tries: [
		{
			label: { en: 'Run the whole model unscaled', zh: '让整个模型都不缩放，跑一遍' },
			params: { whole: true }
		},
		{
			label: {
				en: 'Draw the random vectors afresh: does the line keep its slope?',
				zh: '换一批随机向量：那条线的斜率还在吗？'
			},
			params: { seed: 2025 }
		},
		{
			label: {
				en: 'Ask from the second token: two keys, nowhere to spread',
				zh: '让第二个 token 来问：只有两个键，能有多分散？'
			},
			focus: { query: 1, key: 0 }
		},
		{
			label: { en: 'Unscaled on a text that names people', zh: '换一句有人名的话，再去掉缩放' },
			text: 'When Mary and John went to the park, John gave a ball to',
			params: { whole: true }
		}
	],
	predict,
	asks,
	sketch: ({ sweep }) => ({
		kind: 'lines',
		lines: [
			sweep.map(({ variance }) => Math.log2(variance)),
			sweep.map(({ scaledVariance }) => Math.log2(scaledVariance))
		]
	}),
	view: () => import('./View.svelte')
});
