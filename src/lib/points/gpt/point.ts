import { definePoint } from '#points/define.ts';
import { compute } from './compute.ts';
import { needs } from './needs.ts';
import { params } from './params.ts';
import { predict } from './predict.ts';
import { sketch } from './sketch.ts';
import { text } from './text.ts';

/** Point 15: the whole decoder as a map, every box with what it holds and costs. */
export default definePoint({
	id: 'gpt',
	number: 15,
	text,
	formula:
		'x \\leftarrow x + \\mathrm{Attn}(\\mathrm{LN}(x)), \\quad x \\leftarrow x + \\mathrm{FFN}(\\mathrm{LN}(x)) \\;\\;(\\times L), \\qquad p = \\mathrm{softmax}(\\mathrm{LN}(x)\\,W_U)',
	params,
	needs,
	variations: { timed: ({ time, preset }) => (time && preset === 'own' ? { timed: true } : {}) },
	compute,
	tries: [
		{
			label: { en: 'The same map for GPT-2 small: 124 M parameters', zh: '同一张地图，换成 GPT-2 small' },
			params: { preset: 'gpt2' }
		},
		{
			label: { en: 'GPT-2 XL: what has become of the embedding’s share?', zh: 'GPT-2 XL：词嵌入的占比变成多少了？' },
			params: { preset: 'gpt2-xl' }
		},
		{
			label: { en: 'Unfold the next block: same boxes, other numbers', zh: '展开下一层：方块一样，数不一样' },
			params: { preset: 'own' },
			focus: { layer: 1 }
		},
		{
			label: { en: 'Measure the time: is it where the multiply-adds are?', zh: '测一测用时：和乘加次数对得上吗？' },
			params: { preset: 'own', time: true }
		}
	],
	predict,
	asks: [
		{
			question: 19,
			show: {
				label: {
					en: 'One stack and one stream: nothing on the map belongs to one task, and the prompt runs through the same boxes as the answer',
					zh: '一摞层、一条流：图上没有哪个方块是为某个任务准备的，提示和回答走的是同样的方块'
				},
				params: { preset: 'gpt2' }
			}
		},
		{
			question: 11,
			show: {
				label: {
					en: 'The mask box and the last box: each position may see only its past, so each can be asked for its next token; BERT has no mask here and must hide tokens instead',
					zh: '看掩码和最后一个方块：每个位置只看得到过去，所以每个位置都能考“下一个 token”；BERT 这里没有掩码，只好把 token 遮起来考'
				},
				params: { preset: 'own' }
			}
		}
	],
	sketch,
	wide: true,
	view: () => import('./View.svelte')
});
