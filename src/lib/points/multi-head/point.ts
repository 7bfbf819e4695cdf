import { definePoint } from '#points/define.ts';
import { compute } from './compute.ts';
import { allHeads } from './heads.ts';
import { needs } from './needs.ts';
import { params } from './params.ts';
import { predict } from './predict.ts';
import { sketch } from './sketch.ts';
import { text } from './text.ts';

/** Point 2: several heads side by side, what each writes, and what a prediction hangs on. */
export default definePoint({
	id: 'multi-head',
	number: 2,
	text,
	formula:
		'\\mathrm{MultiHead}(x) = \\mathrm{Concat}(z_1, \\dots, z_h)\\,W_O + b_O = \\sum_{i=1}^{h} z_i W_O^{(i)} + b_O, \\qquad z_i = \\mathrm{softmax}\\!\\left(\\frac{Q_i K_i^{\\top}}{\\sqrt{d_k}} + M\\right) V_i',
	params,
	needs,
	variations: {
		without: ({ off }, _, { model }) => ({
			// A link may come from a model with more heads than this one.
			edits: off
				.filter(({ layer, head }) => layer < model.layers && head < model.heads)
				.map(({ layer, head }) => ({ at: `blocks.${layer}.attn.z`, do: 'zero', head }))
		})
	},
	compute,
	tries: [
		{
			label: { en: 'Switch one head off: does the prediction hang on it?', zh: '关掉一个头：预测靠的是它吗？' },
			params: { off: [{ layer: 2, head: 3 }] },
			focus: { layer: 2, head: 3 }
		},
		{
			label: {
				en: 'Switch all heads off: what does a token say that hears of no other?',
				zh: '关掉所有的头：听不到别人的 token 会说什么？'
			},
			params: { off: allHeads({ layers: 4, heads: 4 }) }
		},
		{
			label: { en: 'See all heads of all layers at once', zh: '一次看遍所有层的所有头' },
			params: { all: true }
		},
		{
			label: { en: 'A name to find: which head fetches it?', zh: '要找一个名字：是哪个头把它取来的？' },
			text: 'While Mary, Tom and Anna were in the hall, Mary and Anna gave the old key to',
			params: { off: [], all: false }
		}
	],
	predict,
	asks: [
		{
			question: 4,
			show: {
				label: {
					en: 'All heads of one text: each looks elsewhere, and the prediction with one of them off',
					zh: '同一段文字里的所有头：各看各的；再看关掉其中一个之后的预测'
				},
				text: 'When Mary and John went to the park, John gave a ball to',
				params: { all: true, off: [{ layer: 2, head: 3 }] }
			}
		}
	],
	sketch,
	wide: true,
	view: () => import('./View.svelte')
});
