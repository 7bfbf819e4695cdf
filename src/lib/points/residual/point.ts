import { definePoint } from '#points/define.ts';
import { compute } from './compute.ts';
import { needs } from './needs.ts';
import { params } from './params.ts';
import { predict } from './predict.ts';
import { sketch } from './sketch.ts';
import { text } from './text.ts';
import { unskip } from './unskip.ts';

const STORY = 'When Mary and John went to the park, John gave a ball to';

/** Point 4: a stream that every layer adds to. */
export default definePoint({
	id: 'residual',
	number: 4,
	text,
	formula:
		'x_{\\ell+1} = x_\\ell + a_\\ell + m_\\ell \\quad\\Rightarrow\\quad \\mathrm{logits} = \\left(\\frac{\\bar{x}_0 + \\sum_\\ell \\left(\\bar{a}_\\ell + \\bar{m}_\\ell\\right)}{\\sigma} \\odot w + b\\right) W_U',
	params,
	needs,
	variations: {
		without: ({ remove }, _, { model }) => ({ edits: unskip(remove, model) })
	},
	compute,
	tries: [
		{
			label: { en: 'Take every skip away: what is left of the prediction?', zh: '把所有跳连都拿掉：预测还剩多少？' },
			params: { remove: 'all' }
		},
		{
			label: {
				en: 'Only around attention: as bad as around the FFN?',
				zh: '只拿掉注意力的跳连：和拿掉 FFN 的一样糟吗？'
			},
			params: { remove: 'attention' }
		},
		{
			label: {
				en: 'A place to find: at which step does the stream begin to say it?',
				zh: '要找一个地方：残差流从哪一步开始说出它？'
			},
			text: 'Emma was in the hall. Sam was in the cave. Then Emma went to the tower. Where is Emma? Emma is in the',
			params: { remove: 'none' }
		},
		{
			label: {
				en: 'Stand at an early token: does its stream settle as soon?',
				zh: '换到前面的 token：它的残差流也定得那么早吗？'
			},
			focus: { query: 1 }
		}
	],
	predict,
	asks: [
		{
			question: 1,
			show: {
				label: {
					en: 'The path without a step between: what is added early is still read at the end, and what happens when it is cut',
					zh: '中间不拐弯的那条路：早先加上的东西到最后还读得到；再看剪断它会怎样'
				},
				text: STORY,
				params: { remove: 'all' }
			}
		},
		{
			question: 9,
			show: {
				label: {
					en: 'How long each token’s stream grows with depth: what the norm before every layer evens out',
					zh: '每个 token 的残差流随深度变多长：每层之前的归一化要抹平的正是它'
				},
				text: STORY,
				params: { remove: 'none' }
			}
		}
	],
	sketch,
	view: () => import('./View.svelte')
});
