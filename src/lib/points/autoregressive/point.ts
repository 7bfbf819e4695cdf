import { definePoint } from '#points/define.ts';
import { readBranch } from './branch.ts';
import { compute } from './compute.ts';
import { needs } from './needs.ts';
import { params } from './params.ts';
import { predict } from './predict.ts';
import { sketch } from './sketch.ts';
import { text } from './text.ts';

const PLAIN = { temperature: 1, topK: 0, topP: 1 } as const;

/** Point 12: one token at a time, each drawn from what came before it. */
export default definePoint({
	id: 'autoregressive',
	number: 12,
	text,
	formula:
		'p(x_1 \\dots x_n) = \\prod_{t=1}^{n} p(x_t \\mid x_{<t}), \\qquad x_{t} \\sim \\mathrm{softmax}\\!\\left(\\frac{\\mathrm{logits}_{t-1}}{T}\\right)',
	params,
	needs,
	variations: {
		ahead: ({ branch }, _focus, { model }) => {
			const ids = readBranch(branch, model);
			return ids.length > 0 ? { reads: { do: 'append', ids } } : {};
		}
	},
	compute,
	tries: [
		{
			label: { en: 'Draw six tokens, one at a time', zh: '一个一个地抽六个 token' },
			generate: 6,
			params: { branch: '' },
			sampling: { ...PLAIN, seed: 0 }
		},
		{
			label: {
				en: 'Temperature 0: always the likeliest. The seed no longer matters',
				zh: '温度 0：每步都取最可能的，种子不再起作用'
			},
			generate: 6,
			params: { branch: '' },
			sampling: { ...PLAIN, temperature: 0 }
		},
		{
			label: { en: 'Temperature 2: the same logits, a wilder draw', zh: '温度 2：logit 没变，抽得更野' },
			generate: 6,
			params: { branch: '' },
			sampling: { ...PLAIN, temperature: 2 }
		},
		{
			label: {
				en: 'Top-p 0.5: how few tokens make up half of the probability?',
				zh: 'top-p 0.5：多少个 token 就占了一半概率？'
			},
			generate: 6,
			params: { branch: '' },
			sampling: { ...PLAIN, topP: 0.5 }
		}
	],
	predict,
	asks: [
		{
			question: 5,
			show: {
				label: {
					en: 'Where a column says “given” the text is read, whatever the model would have said, as in training; where it says “drawn” the model reads its own draws',
					zh: '标着“给定”的列读的是原文，模型猜什么都不管，和训练时一样；标着“抽出”的列，读的是它自己抽出来的'
				},
				generate: 4
			}
		},
		{
			question: 6,
			show: {
				label: {
					en: 'Each step’s input is the last one’s and one token more: everything else would be computed again',
					zh: '每一步的输入，就是上一步的输入再多一个 token；其余的都是重复计算'
				},
				generate: 8
			}
		},
		{
			question: 14,
			show: {
				label: {
					en: 'A token a step, and nobody knows beforehand how many steps: why a batch is put together anew at each',
					zh: '一步一个 token，事先谁也不知道要走多少步：所以批次要每一步重新拼'
				},
				generate: 12
			}
		}
	],
	sketch,
	wide: true,
	view: () => import('./View.svelte')
});
