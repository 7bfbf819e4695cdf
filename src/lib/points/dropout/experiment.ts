import { defineExperiment } from '../define-experiment.ts';
import { compute, type Dropout } from './compute.ts';
import measured from './measured.json';
import { predict } from './predict.ts';
import { text } from './text.ts';
import { asks, tries } from './tries.ts';

const [a, b] = [0, 1] as const;
const gap = (run: 0 | 1) => (result: Dropout) => result.runs[run]?.gap ?? NaN;
const held = (run: 0 | 1) => (result: Dropout) => result.runs[run]?.right ?? NaN;
/** Of the least share of answers known by heart in either run: a gap means nothing before that. */
const byHeart = ({ runs }: Dropout) => Math.min(runs[a]?.metRight ?? 0, runs[b]?.metRight ?? 0);
const slope = ({ runs }: Dropout) => runs[a]?.layers[0]?.slope ?? NaN;

export default defineExperiment({
	id: 'dropout',
	number: 10,
	text,
	formula:
		'\\tilde A_{ij} = \\frac{m_{ij}}{1-p}\\,A_{ij},\\quad m_{ij} \\sim \\operatorname{Bernoulli}(1-p) \\qquad \\mathbb{E}\\,[\\tilde A_{ij}] = A_{ij}',
	setup: {
		settings: { task: 'copy', texts: '32', steps: '300', 'drop-attention': '0.3' },
		against: { setting: 'drop-attention', value: '0' },
		probes: ['dropped'],
		looks: 30
	},
	compute,
	figures: [
		{ label: { en: 'A, with dropout: gap', zh: 'A 组（有 dropout）：差距' }, of: gap(a) },
		{ label: { en: 'B, without: gap', zh: 'B 组（没有）：差距' }, of: gap(b) },
		{ label: { en: 'A: new texts answered right', zh: 'A 组：新题答对比例' }, of: held(a) },
		{ label: { en: 'B: new texts answered right', zh: 'B 组：新题答对比例' }, of: held(b) },
		{ label: { en: 'A: mean under dropout ÷ weight', zh: 'A 组：dropout 下的平均 ÷ 原权重' }, of: slope }
	],
	// 64 masks leave a few hundredths of chance in the slope; without the factor it would be 0.7.
	holds: (result) =>
		byHeart(result) >= 0.95 && gap(a)(result) < gap(b)(result) / 3 && Math.abs(slope(result) - 1) < 0.1,
	measured,
	tries,
	predict,
	asks,
	view: () => import('./View.svelte')
});
