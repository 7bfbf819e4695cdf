import { definePoint } from '#points/define.ts';
import { asks } from './asks.ts';
import { compute } from './compute.ts';
import { needs } from './needs.ts';
import { params } from './params.ts';
import { predict } from './predict.ts';
import { placelessEdits } from './shuffle.ts';
import { text } from './text.ts';

/** Point 1: who asks whom, from the vectors of two tokens to one weight, and from all weights to what a query takes away. */
export default definePoint({
	id: 'self-attention',
	number: 1,
	text,
	formula:
		'z = \\mathrm{softmax}\\!\\left(\\frac{QK^{\\top}}{\\sqrt{d_k}} + M\\right) V, \\qquad Q = xW_Q,\\; K = xW_K,\\; V = xW_V',
	params,
	needs,
	variations: {
		written: ({ shuffle }, _focus, { model }) => (shuffle === 'placeless' ? { edits: placelessEdits(model) } : {}),
		shuffled: ({ shuffle, order }, _focus, { model }) =>
			shuffle === 'no'
				? {}
				: {
						edits: shuffle === 'placeless' ? placelessEdits(model) : [],
						reads: { do: 'permute', seed: order }
					}
	},
	compute,
	tries: [
		{
			label: {
				en: 'Look at a closed cell: the score exists, its weight is 0',
				zh: '看一个被遮住的格子：分数照样有，权重却是 0'
			},
			focus: { query: 1, key: 3 }
		},
		{
			label: { en: 'Swap the two: the same tokens, another score', zh: '两个 token 对调：还是它们俩，分数却变了' },
			focus: { query: 3, key: 1 }
		},
		{
			label: {
				en: 'Shuffle the tokens, without positions and mask: what does the query take away?',
				zh: '去掉位置和掩码，把 token 打乱：查询拿到的会变吗？'
			},
			params: { shuffle: 'placeless' }
		},
		{
			label: {
				en: 'Ask from the first token: one key, so its weight is 1, and z is that value',
				zh: '让第一个 token 来问：只有一个键，权重必是 1，z 就是它的值'
			},
			focus: { query: 0, key: 0 }
		}
	],
	predict,
	asks,
	sketch: ({ pattern }) => ({ kind: 'matrix', ...pattern, scale: { kind: 'sequential', max: 1 } }),
	wide: true,
	view: () => import('./View.svelte')
});
