import { formatNumber } from '#num/format.ts';
import type { ExperimentText } from '../define-experiment.ts';
import type { Side, WarmUp } from './compute.ts';

const percent = (share: number | undefined, digits = 0) => formatNumber(100 * (share ?? 0), digits);
const two = (value: number | undefined) => formatNumber(value ?? 0, 2);

/** What the page says of warm-up. */
export const text = {
	title: { en: 'Learning-rate warm-up', zh: '学习率预热（Warmup）' },
	summary: {
		en: 'Small steps first: the optimizer does not yet know how large the gradients are, and would take its first steps at full length.',
		zh: '先迈小步：优化器还没摸清梯度有多大，一上来就会迈满步。'
	},
	before: {
		en: 'Two models learn to find a repeated letter. Same seed, same data, same rate in the end; **A** comes up to it over 100 steps, **B** starts at it. Guess under Predict what becomes of B, then press Train.',
		zh: '两个模型都在学找循环里的下一个字母：种子、数据、最终的学习率都一样。**A** 组花 100 步把学习率升上去，**B** 组第一步就是满的。先到“先猜”里选一个 B 组的下场，再按“训练”。'
	},
	look: {
		en: ({ step, vocabulary, runs: [a, b] }: WarmUp) =>
			`After step **${step}**: A answers **${percent(a?.accuracy)} %** right, at a held-out loss of **${two(a?.loss)}**.${b ? ` B answers **${percent(b.accuracy)} %**, at **${two(b.loss)}**; whoever guesses among ${vocabulary} letters has ${two(Math.log(vocabulary))}.` : ''} ${movedEn(a, b)}`,
		zh: ({ step, vocabulary, runs: [a, b] }: WarmUp) =>
			`第 **${step}** 步之后：A 组答对 **${percent(a?.accuracy)}%**，留出损失 **${two(a?.loss)}**${b ? `；B 组答对 **${percent(b.accuracy)}%**，损失 **${two(b.loss)}**（在 ${vocabulary} 个字母里瞎猜是 ${two(Math.log(vocabulary))}）` : ''}。${movedZh(a, b)}`
	},
	claim: {
		en: 'At a rate of 0.02 with post-norm, the run with 100 steps of warm-up answers four fifths of all questions right; the one without is at least a third of all answers behind, or has broken down.',
		zh: '学习率 0.02、Post-LN：预热 100 步的那组，答对八成以上；不预热的那组至少落后三分之一，或者干脆发散。'
	},
	wrong: {
		en: '“Warm-up lets the model get used to the data”, or “it is a matter of taste: a few steps more, and the run without catches up.”',
		zh: '“预热是让模型先适应数据。”或者：“可有可无，多训几步，不预热的也能追上。”'
	},
	right: {
		en: 'It is the optimizer that needs time. Adam divides by a running mean of squared gradients; after one step that mean is one gradient, so every weight moves by the full rate whatever its gradient was. Many full steps at once, all based on a handful of batches, drive a post-norm model to a place where its gradients hardly lead anywhere: more steps do not bring it back, as you see above.',
		zh: '需要时间的是优化器。Adam 要除以梯度平方的滑动平均；第一步时这个平均就是那一个梯度本身，于是每个权重不管梯度大小都走满一个学习率。只凭几个批次就连迈许多满步，会把 Post-LN 的模型推到梯度几乎指不出路的地方，再训也回不来：上面就是。'
	},
	numbers: {
		en: ({ warmup, peak, runs: [a, b] }: WarmUp) =>
			[
				`η_{max} = **${peak}**, t_{warm-up} = **${warmup}**: A’s first rate is ${peak} · 1/${Math.max(1, warmup)} = **${formatNumber(peak / Math.max(1, warmup), 2)}**`,
				`first step, |Δθ|/|θ|: A **${formatNumber(a?.firstMove ?? 0, 2)}**${b ? `, B **${formatNumber(b.firstMove, 2)}**` : ''}`,
				`rate now: A **${formatNumber(a?.rate ?? 0, 3)}**${b ? `, B **${formatNumber(b.rate, 3)}**` : ''}`
			].join('\n'),
		zh: ({ warmup, peak, runs: [a, b] }: WarmUp) =>
			[
				`η_{max} = **${peak}**，t_{warm-up} = **${warmup}**：A 组第一步的学习率是 ${peak} · 1/${Math.max(1, warmup)} = **${formatNumber(peak / Math.max(1, warmup), 2)}**`,
				`第一步的 |Δθ|/|θ|：A 组 **${formatNumber(a?.firstMove ?? 0, 2)}**${b ? `，B 组 **${formatNumber(b.firstMove, 2)}**` : ''}`,
				`此刻的学习率：A 组 **${formatNumber(a?.rate ?? 0, 3)}**${b ? `，B 组 **${formatNumber(b.rate, 3)}**` : ''}`
			].join('\n')
	},
	know: {
		en: 'Large models are trained with a few hundred to a few thousand steps of warm-up, then a slow fall, often along a cosine. How much is needed depends on the rate, on β_{2} and above all on where the norm stands: the original post-norm Transformer does not train without (Vaswani et al., 2017; Xiong et al., 2020, show why), pre-norm bears far more. Try the links under Try: at a tenth of the rate both runs learn.',
		zh: '训练大模型一般预热几百到几千步，再慢慢降下来，常用余弦曲线。要预热多久，看学习率、看 β_{2}，更看归一化放在哪里：最初的 Post-LN Transformer 不预热就训不起来（Vaswani 等，2017；原因见 Xiong 等，2020），Pre-LN 耐受得多。点“动手”里的链接试试：学习率降到十分之一，两组都学得会。'
	},
	view: {
		moves: { en: 'How far each step moves the weights', zh: '每一步让权重改变多少' },
		answers: { en: 'Held-out answers that are right', zh: '留出文本答对的比例' },
		share: { en: 'share right', zh: '比例' },
		axis: { en: '|Δθ| / |θ|', zh: '|Δθ| / |θ|' },
		step: { en: 'step', zh: '步' },
		with: { en: 'A', zh: 'A 组' },
		without: { en: 'B', zh: 'B 组' },
		note: {
			en: 'The norm of the change over the norm of all weights: 0.1 means that a step changes them by a tenth of their size.',
			zh: '改变量的范数除以全部权重的范数：0.1 表示一步就改变了权重大小的十分之一。'
		}
	}
} satisfies ExperimentText<WarmUp> & { view: unknown };

function movedEn(a: Side | undefined, b: Side | undefined): string {
	if (!a || !b) return '';
	if (b.broken !== undefined) return `B broke down at step ${b.broken}.`;
	return `B’s first step moved its weights by **${percent(b.firstMove, 2)} %** of their size, A’s by **${percent(a.firstMove, 2)} %**.`;
}

function movedZh(a: Side | undefined, b: Side | undefined): string {
	if (!a || !b) return '';
	if (b.broken !== undefined) return `B 组在第 ${b.broken} 步发散。`;
	return `光第一步，B 组就让权重改变了 **${percent(b.firstMove, 2)}%**，A 组是 **${percent(a.firstMove, 2)}%**。`;
}
