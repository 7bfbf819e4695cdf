import { defineExperiment } from '../define-experiment.ts';
import { compute, type WarmUp } from './compute.ts';
import measured from './measured.json';
import { predict } from './predict.ts';
import { text } from './text.ts';

const [a, b] = [0, 1] as const;
const accuracy = (run: 0 | 1) => (result: WarmUp) => result.runs[run]?.accuracy ?? NaN;

export default defineExperiment({
	id: 'warm-up',
	number: 8,
	text,
	formula:
		'\\eta_t = \\eta_{\\max} \\cdot \\min\\!\\left(1, \\frac{t}{t_{\\text{warm-up}}}\\right) \\qquad \\Delta\\theta_t = -\\,\\eta_t\\,\\frac{\\hat m_t}{\\sqrt{\\hat v_t} + \\varepsilon}',
	setup: {
		settings: { rate: '0.02', warmup: '100', clip: '0', norm: 'post', steps: '300' },
		against: { setting: 'warmup', value: '0' },
		looks: 30
	},
	compute,
	figures: [
		{ label: { en: 'A, with warm-up: answers right', zh: 'A 组（预热）：答对比例' }, of: accuracy(a) },
		{ label: { en: 'B, without: answers right', zh: 'B 组（不预热）：答对比例' }, of: accuracy(b) },
		{
			label: { en: 'A: first step moves the weights by', zh: 'A 组：第一步让权重改变' },
			of: ({ runs }) => runs[a]?.firstMove ?? NaN
		},
		{
			label: { en: 'B: first step moves the weights by', zh: 'B 组：第一步让权重改变' },
			of: ({ runs }) => runs[b]?.firstMove ?? NaN
		}
	],
	// A lag of a third of all answers is no accident of the last batch.
	holds: (result) => accuracy(a)(result) >= 0.8 && !(accuracy(b)(result) > accuracy(a)(result) - 1 / 3),
	measured,
	tries: [
		{
			label: { en: 'A tenth of the rate: is warm-up still needed?', zh: '学习率降到十分之一：还需要预热吗？' },
			settings: { rate: '0.001' }
		},
		{
			label: { en: 'Pre-norm at the same rate', zh: '同样的学习率，换成 Pre-LN' },
			settings: { norm: 'pre' }
		},
		{
			label: { en: 'Ten steps of warm-up against a hundred', zh: '预热 10 步，和 100 步比一比' },
			against: { setting: 'warmup', value: '10' }
		},
		{
			label: { en: 'No warm-up, but clipped: does that save B?', zh: '不预热，改用梯度裁剪：能救 B 组吗？' },
			settings: { clip: '1' }
		}
	],
	predict,
	asks: [
		{
			question: 9,
			show: {
				label: {
					en: 'Where the norm stands decides how much warm-up is needed: the same two runs with pre-norm.',
					zh: '归一化放在哪里，决定了有多依赖预热：同样两组，换成 Pre-LN。'
				},
				settings: { norm: 'pre' }
			}
		}
	],
	view: () => import('./View.svelte')
});
