import { definePoint } from '#points/define.ts';
import { asks } from './asks.ts';
import { compute } from './compute.ts';
import { needs } from './needs.ts';
import { params } from './params.ts';
import { predict } from './predict.ts';
import { text } from './text.ts';

// Learned positions turn nothing: one line lies on the other.
const STILL = [
	[0, 0],
	[1, 0]
] as const;

/** Point 18: positions as rotations of queries and keys. */
export default definePoint({
	id: 'rope',
	number: 18,
	text,
	formula:
		'\\langle R_m q,\\, R_n k \\rangle = \\langle R_{m-n}\\, q,\\, k \\rangle, \\qquad R_m:\\; (x_i, x_{i+d/2}) \\text{ turned by } m\\,\\theta^{-2i/d}',
	params,
	needs,
	variations: {
		shifted: ({ shift }, _focus, { model }) => (model.positions.kind === 'rotary' ? { offset: shift } : {})
	},
	compute,
	tries: [
		{
			label: {
				en: 'Move both by 1000 places, far past the trained length',
				zh: '两个一起挪 1000 位，远远超出训练长度'
			},
			params: { shift: 1000, dials: 'shifted' }
		},
		{
			label: { en: 'Move only the key, by one place', zh: '只把键往回挪一位' },
			params: { move: 1, dials: 'moved' }
		},
		{
			label: {
				en: 'Move the key back by 300: a distance never seen in training',
				zh: '把键往回挪 300 位：训练里没见过的距离'
			},
			params: { move: 300, dials: 'moved' }
		},
		{
			label: {
				en: 'The first token asks itself: no turn at place 0',
				zh: '第一个 token 问自己：0 号位置一点也不转'
			},
			focus: { query: 0, key: 0 },
			params: { dials: 'own' }
		}
	],
	predict,
	asks,
	sketch: ({ rotary }) => ({
		kind: 'lines',
		lines: [rotary?.curves.together ?? STILL, rotary?.curves.within ?? STILL].map((line) =>
			line.map(([, score]) => score)
		)
	}),
	view: () => import('./View.svelte')
});
