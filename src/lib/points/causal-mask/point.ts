import { definePoint } from '#points/define.ts';
import { compute } from './compute.ts';
import { needs } from './needs.ts';
import { params } from './params.ts';
import { predict } from './predict.ts';
import { text } from './text.ts';

/** Point 11: what keeps a decoder from seeing its future. */
export default definePoint({
	id: 'causal-mask',
	number: 11,
	text,
	formula:
		'\\mathrm{pattern} = \\mathrm{softmax}\\!\\left(\\frac{QK^{\\top}}{\\sqrt{d_k}} + M\\right), \\qquad M_{ij} = \\begin{cases} 0 & j \\le i \\\\ -\\infty & j > i \\end{cases}',
	params,
	needs,
	variations: {
		changed: ({ mask, size, cells }) => ({
			edits:
				mask === 'causal' && cells.length === 0
					? []
					: [{ at: 'blocks.*.attn.attn_scores', do: 'mask', kind: mask, size, cells }]
		})
	},
	compute,
	tries: [
		{
			label: {
				en: 'Let it count without a mask: the loss falls. Is it better?',
				zh: '不加掩码让它数数：损失降了，它变好了吗？'
			},
			text: 'one two three four five six seven eight',
			params: { mask: 'none', cells: [] }
		},
		{
			label: {
				en: 'Open a single cell: the first token sees the second',
				zh: '只开一格：让第一个 token 看见第二个'
			},
			params: { mask: 'causal', cells: [{ query: 0, key: 1, open: true }] },
			focus: { query: 0, key: 1 }
		},
		{
			label: {
				en: 'A window of 4: how far back does the model need to look?',
				zh: '滑动窗口，宽 4：模型需要往回看多远？'
			},
			params: { mask: 'window', size: 4, cells: [] }
		},
		{
			label: {
				en: 'Hide the first token, where attention likes to rest',
				zh: '藏起第一个 token——注意力最爱停在那里'
			},
			params: { mask: 'padding', size: 1, cells: [] }
		}
	],
	predict,
	asks: [5, 11, 19],
	wide: true,
	view: () => import('./View.svelte')
});
