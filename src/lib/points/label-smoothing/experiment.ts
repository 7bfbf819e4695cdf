import { defineExperiment } from '../define-experiment.ts';
import { compute, type LabelSmoothing } from './compute.ts';
import measured from './measured.json';
import { predict } from './predict.ts';
import { text } from './text.ts';

/** A figure of one run; NaN, which no comparison lets pass, where the run is not there or broke down. */
const of =
	(run: 0 | 1, read: (side: LabelSmoothing['runs'][number]) => number | undefined) => (result: LabelSmoothing) => {
		const side = result.runs[run];
		return (side && side.broken === undefined ? read(side) : undefined) ?? NaN;
	};
const [errorA, errorB] = [of(0, ({ error }) => error), of(1, ({ error }) => error)];
const [gapA, gapB] = [of(0, ({ gap }) => gap), of(1, ({ gap }) => gap)];
const offOptimum = of(0, ({ gap, optimum }) => Math.abs(gap - (optimum.gap ?? Infinity)));
const [gainedA, gainedB] = [of(0, ({ gained }) => gained), of(1, ({ gained }) => gained)];
const aboveFloor = of(0, ({ loss = NaN, optimum }) => loss - optimum.floor);
const lossB = of(1, ({ loss }) => loss);

export default defineExperiment({
	id: 'label-smoothing',
	number: 7,
	text,
	formula:
		'y_i = (1-\\varepsilon)\\,[i = \\text{label}] + \\frac{\\varepsilon}{K} \\qquad \\min \\mathcal{L} = H(y) = -\\sum_i y_i \\ln y_i \\qquad z_{\\text{label}} - z_{\\text{other}} = \\ln\\frac{1-\\varepsilon+\\varepsilon/K}{\\varepsilon/K}',
	setup: {
		settings: { task: 'copy', texts: '64', noise: '0.2', smoothing: '0.1', steps: '300' },
		against: { setting: 'smoothing', value: '0' },
		looks: 30
	},
	compute,
	figures: [
		{ label: { en: 'A, smoothed: calibration error', zh: 'A 组（平滑）：校准误差' }, of: errorA },
		{ label: { en: 'B, hard labels: calibration error', zh: 'B 组（硬标签）：校准误差' }, of: errorB },
		{ label: { en: 'A: logit gap', zh: 'A 组：logit 差距' }, of: gapA },
		{ label: { en: 'B: logit gap', zh: 'B 组：logit 差距' }, of: gapB },
		{ label: { en: 'A: gap gained in the second half', zh: 'A 组：后一半步数里差距又涨了' }, of: gainedA },
		{ label: { en: 'B: gap gained in the second half', zh: 'B 组：后一半步数里差距又涨了' }, of: gainedB },
		{ label: { en: 'A: batch loss above its floor', zh: 'A 组：批次损失高出下限' }, of: aboveFloor }
	],
	holds: (result) =>
		offOptimum(result) <= 0.5 &&
		gainedA(result) <= 0.5 &&
		gainedB(result) >= 1 &&
		aboveFloor(result) >= 0 &&
		aboveFloor(result) <= 0.1 &&
		lossB(result) < (result.runs[0]?.optimum.floor ?? NaN) &&
		errorA(result) <= (2 / 3) * errorB(result),
	measured,
	tries: [
		{
			label: {
				en: 'ε = 0.3 for B: an even smaller gap, better calibrated still',
				zh: 'B 组改用 ε = 0.3：差距更小，校准更准'
			},
			against: { setting: 'smoothing', value: '0.3' }
		},
		{
			label: {
				en: 'A fifth still wrong, but no text comes twice: B cannot learn errors by heart, and calibrates itself',
				zh: '照样错两成，但没有一条文本出现两次：B 组背不下错误，自己就校准了'
			},
			settings: { texts: '0' }
		},
		{
			label: {
				en: 'All labels right, every text new: now smoothing is what spoils the calibration',
				zh: '标签全对，文本条条都新：这回坏了校准的正是平滑'
			},
			settings: { texts: '0', noise: '0' }
		}
	],
	predict,
	asks: [
		{
			question: 15,
			show: {
				label: {
					en: 'A student in distillation learns from soft targets as well. Smoothing is the teacher that knows nothing: ε = 0.3 spread evenly reins in the gap, but only a real teacher says which wrong tokens are nearly right.',
					zh: '蒸馏里的学生学的也是软目标。标签平滑好比一个什么都不懂的老师：ε = 0.3 均匀摊开，差距是压住了，但哪个错误答案“差一点就对”，只有真正的老师说得出。'
				},
				settings: { smoothing: '0.3' }
			}
		}
	],
	view: () => import('./View.svelte')
});
