import { definePoint } from '#points/define.ts';
import { asks } from './asks.ts';
import { compute } from './compute.ts';
import { needs } from './needs.ts';
import { params } from './params.ts';
import { predict } from './predict.ts';
import { text } from './text.ts';

/** Point 13: what a decoder keeps between steps, what it saves, and that it changes nothing. */
export default definePoint({
	id: 'kv-cache',
	number: 13,
	text,
	formula:
		'K_{\\le t} = \\begin{bmatrix} K_{<t} \\\\ k_t \\end{bmatrix},\\quad V_{\\le t} = \\begin{bmatrix} V_{<t} \\\\ v_t \\end{bmatrix},\\quad z_t = \\mathrm{softmax}\\!\\left(\\frac{q_t K_{\\le t}^{\\mathsf T}}{\\sqrt{d_k}}\\right) V_{\\le t}',
	params,
	needs,
	variations: { cached: () => ({ through: 'cache' }) },
	compute,
	tries: [
		{
			label: { en: 'Step: generate one token', zh: '走一步：生成一个 token' },
			generate: 1
		},
		{
			label: { en: 'Twelve steps: one line stays flat, the other climbs', zh: '走十二步：一条线是平的，一条往上爬' },
			generate: 12
		},
		{
			label: { en: 'A longer prompt: what does one step cost now?', zh: '换个长提示：现在一步要多少？' },
			text: 'When Mary and John went to the park, John gave a ball to Mary. Then Mary and John went home, and John gave a book to',
			generate: 4
		},
		{
			label: { en: 'Ask well-known models for 32,768 tokens', zh: '让知名模型撑到 32,768 个 token' },
			params: { tokens: 32_768 }
		}
	],
	predict,
	asks,
	sketch: ({ growth }) => ({
		kind: 'lines',
		lines: [growth.with.map(([, cost]) => cost), growth.without.map(([, cost]) => cost)]
	}),
	wide: true,
	view: () => import('./View.svelte')
});
