import { definePoint } from '#points/define.ts';
import { compute } from './compute.ts';
import { needs } from './needs.ts';
import { largest } from './neurons.ts';
import { params, STRONGEST } from './params.ts';
import { predict } from './predict.ts';
import { text } from './text.ts';

/** Point 24: the feed-forward network, token by token and neuron by neuron. */
export default definePoint({
	id: 'ffn',
	number: 24,
	text,
	formula:
		'\\mathrm{FFN}(x) = \\sigma(x W_{\\mathrm{in}} + b_{\\mathrm{in}})\\, W_{\\mathrm{out}} + b_{\\mathrm{out}}, \\qquad d_{\\mathrm{mlp}} \\approx 4\\, d_{\\mathrm{model}}',
	params,
	needs,
	variations: {
		off: ({ off, neuron }, { layer }, { model }) => {
			const at = `blocks.${layer}.mlp.post`;
			if (off === 'all') return { edits: [{ at, do: 'zero' }] };
			if (off === 'none' || neuron === STRONGEST) return {};
			return { edits: [{ at, do: 'zero', d_mlp: Math.min(neuron, model.d_mlp - 1) }] };
		}
	},
	compute,
	tries: [
		{
			label: { en: 'Shuffle the tokens: do the outputs notice?', zh: '把 token 打乱：输出会受影响吗？' },
			params: { shuffle: true }
		},
		{
			label: {
				en: 'Switch off all neurons of this block: what would the model say next?',
				zh: '关掉这一层的全部神经元：模型接下来会说什么？'
			},
			params: { off: 'all' }
		},
		{
			label: {
				en: 'Neurons by their peak in the text: is any of them for everyone?',
				zh: '按全文最高值排序：对谁都响应的神经元有几个？'
			},
			params: { sort: 'text' }
		},
		{
			label: { en: 'Another text, other neurons', zh: '换一句话，换一批神经元' },
			text: 'one two three four five six seven eight'
		}
	],
	predict,
	asks: [
		{
			question: 17,
			show: {
				label: {
					en: 'Where a block’s parameters are, and how many neurons a token leaves quiet: what sparsity could save',
					zh: '一层的参数都在哪里，一个 token 让多少神经元闲着：稀疏化能省的就在这里'
				},
				params: { sort: 'token' }
			}
		}
	],
	sketch: ({ spread }) => {
		const values = Float32Array.from(spread.post).sort().reverse();
		return { kind: 'bars', values: Array.from(values.subarray(0, 32), (value) => value / largest(values)) };
	},
	view: () => import('./View.svelte')
});
