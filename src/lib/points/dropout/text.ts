import type { ExperimentText } from '../define-experiment.ts';
import type { Dropout, Side } from './compute.ts';
import { mean, numbersEn, numbersZh, percent, two } from './numbers.ts';
import { viewText } from './view-text.ts';

/** What the page says of dropout. */
export const text = {
	title: { en: 'Dropout', zh: 'Dropout' },
	summary: {
		en: 'Losing weights at random in training keeps a model from learning a small data set by heart; at inference nothing is lost, and nothing has to be corrected.',
		zh: '训练时随机丢掉一些值，小数据集就没那么容易被死记硬背；推理时一个不丢，也不用再修正。'
	},
	before: {
		en: 'Two models learn to copy six letters, and get no more than the same 32 texts to learn it from. **A** loses three in ten of its attention weights at every step, others each time; **B** loses none. Guess under Predict how they do on texts they have never met, then press Train.',
		zh: '两个模型都在学照抄六个字母，能学的只有同样的 32 道题。**A** 组每一步随机丢掉三成注意力权重，每次丢的都不同；**B** 组一个不丢。先到“先猜”里猜猜：换成没见过的题会怎样，再按“训练”。'
	},
	look: {
		en: ({ step, texts, runs: [a, b] }: Dropout) =>
			`After step **${step}**, dropout off for the judging. ${texts === 0 ? 'Every batch is new, so there is nothing to learn by heart and no gap. ' : ''}${sideEn('A', a)}${b ? ` ${sideEn('B', b)}` : ''}`,
		zh: ({ step, texts, runs: [a, b] }: Dropout) =>
			`第 **${step}** 步之后（评分时都不丢）。${texts === 0 ? '每一批都是新题，背不了，也就没有差距。' : ''}${sideZh('A', a)}${b ? sideZh('B', b) : ''}`
	},
	claim: {
		en: 'With 32 texts to learn from, both runs come to know at least 95 % of their answers by heart, but the gap between held-out loss and loss on the 32 is less than a third as large with three in ten attention weights dropped. And in layer 0, weights under dropout are on average what they are without it, to a tenth.',
		zh: '只有 32 道题可学时，两组都能把其中至少 95% 的答案背下来；但丢掉三成注意力权重的那组，留出损失与这 32 道题上的损失之差，不到另一组的三分之一。并且在第 0 层，dropout 下权重的平均与不丢时相差不超过一成。'
	},
	wrong: {
		en: '“Dropout makes the model smaller, so it learns the training data less well. And at inference you multiply by 1 − p to make up for it.”',
		zh: '“dropout 相当于把模型变小，训练集自然学不好。”以及：“推理时要乘上 1 − p，补回来。”'
	},
	right: {
		en: 'Nothing is taken away for good: at inference every weight is there, and the 32 texts are known by heart in both runs. What dropout takes away is reliance. An answer that hangs on one weight is lost whenever that weight is, so that what survives is a way that works in many texts: here, looking up the letter to be copied. And nothing is multiplied at inference: what was kept has already been divided by 1 − p in training. (The first paper, Srivastava et al., 2014, did multiply at the end; today’s libraries do not. Doing both would be a bug.)',
		zh: '什么都没有真正拿走：推理时权重一个不少，那 32 道题两组也都背熟了。被拿走的是“全靠它”的念头：答案若只系在某一个权重上，它一被丢，答案就没了；能留下来的，是换一道题也行得通的办法，在这里就是去找要抄的那个字母。推理时也什么都不用乘：留下的值在训练时已经除过 1 − p。（最早的论文 Srivastava 等，2014，确实是推理时才乘；如今的框架都放在训练里做。两头都做就错了。）'
	},
	numbers: { en: numbersEn, zh: numbersZh },
	know: {
		en: 'Call `eval()` before you judge or generate, or answers change from call to call; call `train()` again after. A training log has dropout in it, so that its loss may well lie above the held-out loss: no bug. Dropout pays where data are few and met often, as in fine-tuning; large models that see each text about once are often pre-trained without (PaLM, for one), BERT and GPT-2 had 0.1. And where it stands matters: try the links under Try.',
		zh: '评测和生成之前记得 `eval()`，否则同一个问题每次答得都不一样；接着训练再切回 `train()`。训练日志里的损失带着 dropout，比留出损失还高也不奇怪，不是 bug。数据少、反复见，dropout 才划算，比如微调；大模型预训练时每段文本大约只见一遍，往往干脆不用（如 PaLM），BERT 和 GPT-2 则用 0.1。丢在哪里也有讲究：点“动手”里的链接试试。'
	},
	view: viewText
} satisfies ExperimentText<Dropout> & { view: unknown };

function sideEn(name: string, side: Side | undefined): string {
	if (!side) return '';
	const ended = side.broken === undefined ? '' : ` (it broke down at step ${side.broken})`;
	const of = `${name} answers **${percent(side.right)} %** of new texts’ letters right${ended}`;
	if (side.gap === undefined) return `${of}, at a loss of **${two(side.now.held)}**.`;
	return `${of}: loss **${mean(side.now.held)}** there, **${mean(side.now.met)}** on what it learns from, a gap of **${mean(side.gap)}**.`;
}

function sideZh(name: string, side: Side | undefined): string {
	if (!side) return '';
	const ended = side.broken === undefined ? '' : `（第 ${side.broken} 步发散）`;
	const of = `${name} 组在新题上答对 **${percent(side.right)}%** 的字母${ended}`;
	if (side.gap === undefined) return `${of}，损失 **${two(side.now.held)}**。`;
	return `${of}：损失 **${mean(side.now.held)}**，练过的题上 **${mean(side.now.met)}**，差距 **${mean(side.gap)}**。`;
}
