import { defineExperiment } from '../define-experiment.ts';
import { compute, fell, isBounded, stood, type Clipping } from './compute.ts';
import measured from './measured.json';
import { predict } from './predict.ts';
import { text } from './text.ts';

const [a, b] = [0, 1] as const;
const side = (run: 0 | 1) => (result: Clipping) => result.runs[run];

export default defineExperiment({
	id: 'gradient-clipping',
	number: 9,
	text,
	formula:
		'g \\leftarrow g \\cdot \\min\\!\\left(1, \\frac{c}{\\lVert g \\rVert}\\right) \\qquad \\lVert g \\rVert = \\sqrt{\\textstyle\\sum_i g_i^2} \\qquad \\theta \\leftarrow \\theta - \\eta\\, g',
	setup: {
		// SGD, whose steps are as long as its gradients; its rate still rises when the bad batch comes, so that a run that has
		// lost its way meets no gentler steps in which to find it again.
		settings: {
			task: 'copy',
			optimizer: 'sgd',
			rate: '3',
			warmup: '300',
			decay: '0',
			clip: '0.2',
			steps: '300',
			spoilt: '200'
		},
		against: { setting: 'clip', value: '0' },
		looks: 30
	},
	compute,
	figures: [
		{
			label: { en: 'A, clipped: right just after the bad batch', zh: 'A 组（裁剪）：坏批次刚过时答对' },
			of: (result) => side(a)(result)?.blow?.after ?? NaN
		},
		{
			label: { en: 'B, not clipped: right just after it', zh: 'B 组（不裁剪）：坏批次刚过时答对' },
			of: (result) => side(b)(result)?.blow?.after ?? NaN
		},
		{
			label: { en: 'A: right at the end', zh: 'A 组：最后答对' },
			of: (result) => side(a)(result)?.accuracy ?? NaN
		},
		{
			label: { en: 'B: right at its last look', zh: 'B 组：最后一次检查时答对' },
			of: (result) => side(b)(result)?.accuracy ?? NaN
		},
		{
			label: { en: 'A: norm of the bad batch’s gradient', zh: 'A 组：坏批次的梯度范数' },
			of: (result) => side(a)(result)?.blow?.norm ?? NaN
		},
		{
			label: { en: 'A: largest norm after clipping', zh: 'A 组：裁剪后范数的最大值' },
			of: (result) => side(a)(result)?.most ?? NaN
		}
	],
	holds: ({ runs: [clipped, whole] }) =>
		clipped !== undefined && whole !== undefined && stood(clipped) && isBounded(clipped) && fell(whole),
	measured,
	tries: [
		{
			label: { en: 'No bad batch: does B fall all the same?', zh: '去掉坏批次：B 组还会垮吗？' },
			settings: { spoilt: '0' }
		},
		{
			label: {
				en: 'A tenth of the rate: does one bad batch still matter?',
				zh: '学习率降到十分之一：一个坏批次还要紧吗？'
			},
			settings: { rate: '0.3', warmup: '20' }
		},
		{
			label: {
				en: 'AdamW instead of SGD: how much is left for clipping to do?',
				zh: 'SGD 换成 AdamW：裁剪还剩多少用处？'
			},
			settings: { optimizer: 'adamw', rate: '0.003' }
		},
		{
			label: {
				en: 'A bound of 1, five times as loose: does A still stand?',
				zh: '上限放宽五倍，到 1：A 组还站得稳吗？'
			},
			settings: { clip: '1' }
		}
	],
	predict,
	asks: [
		{
			question: 8,
			show: {
				label: {
					en: 'What happens to ∂L/∂W_{Q} before it is used: one factor min(1, c/‖g‖) for all gradients together. Here with half the bound.',
					zh: '∂L/∂W_{Q} 算出来之后，还要和其他梯度一起乘同一个系数 min(1, c/‖g‖)。这里把上限减半。'
				},
				settings: { clip: '0.1' }
			}
		}
	],
	view: () => import('./View.svelte')
});
