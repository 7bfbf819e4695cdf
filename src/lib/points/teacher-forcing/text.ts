import { formatNumber } from '#num/format.ts';
import type { ExperimentText } from '../define-experiment.ts';
import type { Side, TeacherForcing } from './compute.ts';

const percent = (share: number | undefined) => formatNumber(100 * (share ?? 0), 0);

/** What the page says of teacher forcing. */
export const text = {
	title: { en: 'Teacher forcing', zh: 'Teacher Forcing（教师强制）' },
	summary: {
		en: 'In training a decoder reads the right previous tokens; in inference it reads what it wrote, slips and all.',
		zh: '训练时，解码器读到的前文是标准答案；推理时，读到的是自己写的，写错的也照读。'
	},
	before: {
		en: 'Two models learn to sort 15 letters. **A** always reads the right letters before the one it has to write: teacher forcing. **B** reads, more and more often, its own guess instead. Each is then tested twice: with the right letters before it, and on its own. Guess under Predict what happens, then press Train.',
		zh: '两个模型都在学给 15 个字母排序。**A** 组写每个字母时，读到的前文总是标准答案，这就是 Teacher Forcing；**B** 组读到的前文里，自己的猜测越来越多。两组都测两遍：前文给标准答案；前文是自己写的。先到“先猜”里押一个结果，再按“训练”。'
	},
	look: {
		en: ({ step, runs: [a, b] }: TeacherForcing) =>
			`After step **${step}**, in the last third of an answer: A is wrong in **${percent(a?.forced.late)} %** when it reads what is right, in **${percent(a?.free.late)} %** when it reads what it wrote${b ? `; B in **${percent(b.forced.late)} %** and **${percent(b.free.late)} %**` : ''}. Follow each solid line from left to right: how far does it leave its dashed one?${endEn(a, b)}`,
		zh: ({ step, runs: [a, b] }: TeacherForcing) =>
			`第 **${step}** 步之后，看答案的后三分之一：读标准答案，A 组错 **${percent(a?.forced.late)}%**；读自己写的，错 **${percent(a?.free.late)}%**${b ? `。B 组分别错 **${percent(b.forced.late)}%** 和 **${percent(b.free.late)}%**` : ''}。从左往右看：每条实线比同色的虚线高出多少？${endZh(a, b)}`
	},
	claim: {
		en: 'A, which learns to sort with teacher forcing, errs about as often at the end of an answer as at its start while it reads the right letters. On its own it errs at least ten points more often in the last third than in the first, and there at least twice as often as when it is told. B, which read its own guesses up to half of the time, loses less by being on its own.',
		zh: '用 Teacher Forcing 学排序的 A 组，前文是标准答案时，开头结尾错得差不多；自己往下写时，后三分之一的错误率比前三分之一至少高 10 个百分点，并且至少是读标准答案时的两倍。训练中有最多一半前文是自己猜的 B 组，自己写时多犯的错比 A 组少。'
	},
	wrong: {
		en: '“The model is nine-tenths right on held-out data, so nine letters in ten of what it generates will be right.”',
		zh: '“验证集上每个 token 有九成正确率，那它生成的内容也就有九成是对的。”'
	},
	right: {
		en: 'That figure was taken with the right letters before every place. On its own, one letter too many or too few puts the next ones out of step: they follow from what was written, and here they are counted by their place. (At the very end errors get rarer again: only the last letters of the alphabet are left to choose from.) The model was never shown how to go on after a slip. This is called exposure bias (Ranzato et al., 2016). Scheduled sampling (Bengio et al., 2015; here in two passes, as Mihaylova and Martins, 2019, do it for Transformers) lets B read its own guesses in training. The gap narrows, but not for free: on most seeds B is worse than A when both read what is right.',
		zh: '那个正确率，是每一步都喂标准答案测出来的。自己往下写，多写或漏写一个字母，后面就跟着错位：后文是顺着写出来的前文走的，而这里按位置算对错（到了末尾错误又变少，因为只剩排在最后的几个字母可选）。写错之后怎么接，训练里从没出现过。这叫暴露偏差（exposure bias，Ranzato 等，2016）。计划采样（scheduled sampling，Bengio 等，2015；这里按 Mihaylova 和 Martins，2019 给 Transformer 的两遍前向来做）让 B 组训练时就读自己的猜测。差距是缩小了，但有代价：换成都读标准答案，B 组在多数种子上不如 A 组。'
	},
	numbers: {
		en: ({ answers, runs: [a, b] }: TeacherForcing) =>
			[
				`A: ε = **${percent(a?.forced.mean)} %** of ${answers} places wrong with the right letters read, **${percent(a?.free.mean)} %** on its own`,
				...(b ? [`B: **${percent(b.forced.mean)} %** and **${percent(b.free.mean)} %**`] : []),
				`if no slip of A were ever mended, its last place would be wrong in 1 − ∏(1 − ε_{t}) = **${percent(a?.unmended)} %**; measured: **${percent(a?.free.places.at(-1))} %**`,
				...(b ? [`by now, the share of answers that B reads as its own guesses: **${percent(b.sampled)} %**`] : [])
			].join('\n'),
		zh: ({ answers, runs: [a, b] }: TeacherForcing) =>
			[
				`A 组：${answers} 个位置平均，读标准答案错 ε = **${percent(a?.forced.mean)}%**，自己写错 **${percent(a?.free.mean)}%**`,
				...(b ? [`B 组：**${percent(b.forced.mean)}%** 和 **${percent(b.free.mean)}%**`] : []),
				`假如 A 组一步错就再也对不回来，最后一位的错误率会是 1 − ∏(1 − ε_{t}) = **${percent(a?.unmended)}%**；实测 **${percent(a?.free.places.at(-1))}%**`,
				...(b ? [`训练到此刻，B 组读到的答案里，自己的猜测占 **${percent(b.sampled)}%**`] : [])
			].join('\n')
	},
	know: {
		en: 'Large language models are pre-trained with teacher forcing alone, for a good reason: with the right tokens given, the causal mask lets all places of a text learn in one pass, while free running takes one pass a token. What keeps them on course is mostly that they slip rarely. Where it matters, they are then trained on what they wrote themselves: reinforcement learning does that, and so does distillation on the student’s own texts. Scheduled sampling has stayed rare: it takes a second pass, and what it optimizes is no longer the likelihood of the data (Huszár, 2015).',
		zh: '大语言模型的预训练只用 Teacher Forcing，理由很实在：前文都给定，再加上因果掩码，一次前向就能让所有位置同时学；自己往下写，一个 token 就要一次前向。它们不跑偏，主要靠每一步本来就很少错。真在意这件事时，后训练会改用模型自己写的文本来学：强化学习如此，在学生模型自己的输出上做蒸馏也如此。计划采样至今少有人用：要多一遍前向，优化的也不再是数据的似然（Huszár，2015）。'
	},
	view: {
		title: { en: 'Wrong answers, place by place', zh: '逐个位置的错误率' },
		note: {
			en: 'Of held-out texts. Dashed: it reads the right answers so far, as in training. Solid: it reads what it has written itself, as in inference.',
			zh: '在留出的文本上测。虚线：前文是标准答案，和训练时一样；实线：前文是它自己写的，和推理时一样。'
		},
		place: { en: 'place in the answer', zh: '答案里的第几位' },
		wrong: { en: 'wrong, %', zh: '错误率（%）' },
		a: { en: 'A', zh: 'A 组' },
		b: { en: 'B', zh: 'B 组' },
		forced: { en: 'reads what is right', zh: '读标准答案' },
		free: { en: 'reads its own', zh: '读自己写的' }
	}
} satisfies ExperimentText<TeacherForcing> & { view: unknown };

function endEn(...sides: readonly (Side | undefined)[]): string {
	return sides
		.map((side, run) => (side?.broken === undefined ? '' : ` ${'AB'[run]} broke down at step ${side.broken}.`))
		.join('');
}

function endZh(...sides: readonly (Side | undefined)[]): string {
	return sides
		.map((side, run) => (side?.broken === undefined ? '' : `${'AB'[run]} 组在第 ${side.broken} 步发散。`))
		.join('');
}
