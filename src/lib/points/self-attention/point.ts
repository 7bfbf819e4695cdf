import { definePoint } from '#points/define.ts';
import { compute } from './compute.ts';
import { needs } from './needs.ts';
import { predict } from './predict.ts';
import { text } from './text.ts';

/** Point 1: who asks whom, from the vectors of two tokens to one weight. */
export default definePoint({
	id: 'self-attention',
	number: 1,
	text,
	formula:
		'\\mathrm{pattern} = \\mathrm{softmax}\\!\\left(\\frac{QK^{\\top}}{\\sqrt{d_k}} + M\\right), \\qquad Q = xW_Q,\\; K = xW_K,\\; V = xW_V',
	params: {},
	needs,
	variations: {},
	compute,
	tries: [
		{
			label: {
				en: 'Ask from the first token: one key, so its weight is 1',
				zh: '让第一个 token 来问：只有一个键，权重必是 1'
			},
			focus: { query: 0, key: 0 }
		},
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
			label: { en: 'A name twice in a sentence: who looks back at whom?', zh: '句子里名字出现两次：谁在回头看谁？' },
			text: 'When Mary and John went to the park, John gave a ball to'
		}
	],
	predict,
	asks: [1, 2, 4, 8],
	wide: true,
	view: () => import('./View.svelte')
});
