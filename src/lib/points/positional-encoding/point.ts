import { definePoint } from '#points/define.ts';
import { compute } from './compute.ts';
import { needs } from './needs.ts';
import { params } from './params.ts';
import { predict } from './predict.ts';
import { sketch } from './sketch.ts';
import { text } from './text.ts';
import { variations } from './variations.ts';

/** Point 3: how a model is told where its tokens stand, and what it is without. */
export default definePoint({
	id: 'positional-encoding',
	number: 3,
	text,
	formula:
		'\\begin{aligned} PE_{p,\\,2i} &= \\sin\\!\\big(p\\,\\theta^{-2i/d}\\big) \\\\ PE_{p,\\,2i+1} &= \\cos\\!\\big(p\\,\\theta^{-2i/d}\\big) \\end{aligned} \\qquad PE_{p+k} = R_k\\, PE_p',
	params,
	needs,
	variations,
	compute,
	tries: [
		{
			label: {
				en: 'No positions at all: shuffle the text, and see who notices',
				zh: '一点位置都不给：把文字打乱，看谁察觉得到'
			},
			params: { kind: 'none' }
		},
		{
			label: {
				en: 'A model that had to learn its positions: is its table as regular?',
				zh: '位置是自己学出来的模型：它的表也这么整齐吗？'
			},
			params: { kind: 'learned' },
			model: 'storyteller-gpt2'
		},
		{
			label: {
				en: 'The same waves as rotations: what this family of models does today',
				zh: '同样的波，改成旋转：如今的模型大多这么做'
			},
			params: { kind: 'rotary' }
		},
		{
			label: {
				en: 'A text that is nothing but order: what is left of it without positions?',
				zh: '一句只有顺序的话：没了位置，还剩什么？'
			},
			text: 'one two three four five six seven'
		}
	],
	predict,
	asks: [
		{
			question: 3,
			show: {
				label: {
					en: 'A learned table beside its likeness by distance: regular only as far as training made it so',
					zh: '一张学出来的表和它的“距离—相似度”曲线：训练到哪儿，才规整到哪儿'
				},
				params: { kind: 'learned' },
				model: 'storyteller-gpt2'
			}
		},
		{
			question: 7,
			show: {
				label: {
					en: 'A place past the trained length: the formula has a vector for it, a table has no row',
					zh: '超出训练长度的位置：公式照样给得出向量，表里却没有这一行'
				},
				params: { kind: 'sinusoidal', shift: 400 }
			}
		},
		{
			question: 1,
			show: {
				label: {
					en: 'All tokens are read at once: shuffled without positions, not one prediction changes',
					zh: '所有 token 同时读入：没有位置时打乱文字，没有一个预测会变'
				},
				params: { kind: 'none' }
			}
		}
	],
	sketch,
	view: () => import('./View.svelte')
});
