import { defineExperiment } from '../define-experiment.ts';
import { compute, holds, type Side, type TeacherForcing } from './compute.ts';
import measured from './measured.json';
import { predict } from './predict.ts';
import { text } from './text.ts';

const of = (run: 0 | 1, read: (side: Side) => number) => (result: TeacherForcing) => {
	const side = result.runs[run];
	return side ? read(side) : NaN;
};

export default defineExperiment({
	id: 'teacher-forcing',
	number: 6,
	text,
	formula:
		'\\mathcal L = -\\sum_t \\log p(y_t \\mid x, y_{<t}) \\qquad \\hat y_t = \\arg\\max_y\\, p(y \\mid x, \\hat y_{<t})',
	setup: {
		// 200 steps: nine in ten are right by then, so there are slips left to be read again.
		settings: { task: 'sort', size: '15', steps: '200' },
		against: { setting: 'sampling', value: '0.5' },
		probes: ['free'],
		looks: 10
	},
	compute,
	figures: [
		{
			label: { en: 'A reads the right letters: wrong in the last third', zh: 'A 组读正确字母：后三分之一错' },
			of: of(0, ({ forced }) => forced.late)
		},
		{
			label: { en: 'A reads its own: wrong in the last third', zh: 'A 组读自己写的：后三分之一错' },
			of: of(0, ({ free }) => free.late)
		},
		{
			label: { en: 'A: more wrong on its own, of all', zh: 'A 组：自己写多错（全部位置）' },
			of: of(0, ({ gap }) => gap)
		},
		{
			label: { en: 'B: more wrong on its own, of all', zh: 'B 组：自己写多错（全部位置）' },
			of: of(1, ({ gap }) => gap)
		},
		{
			label: { en: 'A reads the right letters: wrong, of all', zh: 'A 组读正确字母：全部位置错' },
			of: of(0, ({ forced }) => forced.mean)
		},
		{
			label: { en: 'B reads the right letters: wrong, of all', zh: 'B 组读正确字母：全部位置错' },
			of: of(1, ({ forced }) => forced.mean)
		}
	],
	holds,
	measured,
	tries: [
		{
			label: {
				en: 'Copying, which is learnt to the last letter: is there a gap?',
				zh: '换成照抄，能学到一字不错：还有差距吗？'
			},
			settings: { task: 'copy', size: '15' }
		},
		{
			label: { en: 'Three times as many steps: what is left of the gap?', zh: '步数变成三倍：差距还剩多少？' },
			settings: { steps: '600' }
		},
		{
			label: {
				en: 'B ends on nothing but its own guesses: what does that cost?',
				zh: 'B 组最后只读自己的猜测：代价是什么？'
			},
			against: { setting: 'sampling', value: '1' }
		},
		{
			label: {
				en: 'A loop of letters, stopped early: A’s slips spread, B is still far behind',
				zh: '循环字母，提前停下：A 组一错再错，B 组还远没学会'
			},
			settings: { task: 'repeat', steps: '160' }
		}
	],
	predict,
	asks: [
		{
			question: 5,
			show: {
				label: {
					en: 'What it reads differs only where it has slipped: copying is learnt without a slip, and the lines meet.',
					zh: '写错过，读到的才不同：照抄能学到一字不错，两条线就合在一起。'
				},
				settings: { task: 'copy', size: '15' }
			}
		}
	],
	view: () => import('./View.svelte')
});
