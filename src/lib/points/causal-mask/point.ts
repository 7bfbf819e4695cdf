import type { Edit } from '#engine/captures.ts';
import type { Values } from '#params/param.ts';
import { definePoint } from '#points/define.ts';
import { asks } from './asks.ts';
import { compute } from './compute.ts';
import { needs } from './needs.ts';
import { params } from './params.ts';
import { predict } from './predict.ts';
import { text } from './text.ts';
import { touchOf } from './touch.ts';

/** The reader's mask as an edit; the causal one is what the model has anyway. */
function editsOf({ mask, size, cells }: Pick<Values<typeof params>, 'mask' | 'size' | 'cells'>): Edit[] {
	if (mask === 'causal' && cells.length === 0) return [];
	return [{ at: 'blocks.*.attn.attn_scores', do: 'mask', kind: mask, size, cells }];
}

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
		changed: (values) => ({ edits: editsOf(values) }),
		touched: (values, _focus, run) => ({ edits: editsOf(values), reads: touchOf(values, run) })
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
				en: 'Replace a late token without a mask: do earlier outputs know?',
				zh: '不加掩码，换掉后面的一个 token：前面的输出会知道吗？'
			},
			params: { mask: 'none', cells: [], touch: 9 }
		}
	],
	predict,
	asks,
	sketch: ({ masked, max }) => ({
		kind: 'matrix',
		data: masked.data,
		rows: masked.length,
		columns: masked.length,
		scale: { kind: 'diverging', max }
	}),
	wide: true,
	view: () => import('./View.svelte')
});
