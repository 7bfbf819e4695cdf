import { formatNumber } from '#num/format.ts';
import type { ExperimentText } from '../define-experiment.ts';
import type { Clipping, Side } from './compute.ts';

const percent = (share: number | undefined) => formatNumber(100 * (share ?? 0), 0);
const two = (value: number | undefined) => formatNumber(value ?? 0, 2);

/** What the page says of gradient clipping. */
export const text = {
	title: { en: 'Gradient clipping', zh: '梯度裁剪（Gradient Clipping）' },
	summary: {
		en: 'A gradient that is too long is cut to a bound and keeps its direction, so that no single batch can throw the model out of what it has learnt.',
		zh: '梯度太长就缩到上限，方向不变：任何一个批次都别想把学会的东西一把掀翻。'
	},
	before: {
		en: 'Two models learn to copy six letters, with plain SGD. At step **200**, when both can do it, comes one batch in which every answer is wrong. **A** cuts its gradients to a norm of 0.2, **B** takes them as they are. Guess under Predict what becomes of B, then press Train.',
		zh: '两个模型用普通 SGD 学抄写六个字母。到第 **200** 步，两组都学会了，这时混进一个答案全错的批次。**A** 组把梯度范数限制在 0.2 以内，**B** 组照单全收。先到“先猜”里选一个 B 组的下场，再按“训练”。'
	},
	look: {
		en: (result: Clipping) => {
			const [a, b] = result.runs;
			if (a?.blow) return [blowEn('A', a), ...(b?.blow ? [blowEn('B', b)] : []), nowEn(result)].join(' ');
			const ahead =
				result.spoilt === undefined
					? ' No batch is spoilt.'
					: result.step < result.spoilt
						? ` The bad batch comes at step **${result.spoilt}**.`
						: '';
			return nowEn(result) + ahead;
		},
		zh: (result: Clipping) => {
			const [a, b] = result.runs;
			if (a?.blow) return [blowZh('A', a), ...(b?.blow ? [blowZh('B', b)] : []), nowZh(result)].join('');
			const ahead =
				result.spoilt === undefined
					? '这次没有坏批次。'
					: result.step < result.spoilt
						? `坏批次在第 **${result.spoilt}** 步。`
						: '';
			return nowZh(result) + ahead;
		}
	},
	claim: {
		en: 'Both runs have learnt to copy before the bad batch comes. Right after it the clipped one still answers nine tenths of all questions right, and ends above 95 %; the other answers less than half, and never comes back. After clipping no gradient is longer than the bound.',
		zh: '坏批次到来之前，两组都已学会抄写。坏批次刚过，裁剪的一组仍答对九成以上，最后超过 95%；不裁剪的一组答对不到一半，再没缓过来。裁剪之后，没有一步的梯度范数超过上限。'
	},
	wrong: {
		en: '“One bad batch among hundreds averages out”, or “clipping cuts off the large entries of the gradient, so it changes where the step goes.”',
		zh: '“几百个批次里坏一个，平均一下就没了。”或者：“裁剪就是把梯度里太大的分量截掉，方向也跟着变了。”'
	},
	right: {
		en: 'Nothing is averaged: the weights go through every step, and one long step is enough to leave the valley they had found. Where B lands, good batches too have long gradients, and the rate keeps rising; each step throws it further. Clipping by the norm multiplies the whole gradient by one number. The step points where it pointed and is only shorter: at most η · c, whatever a batch holds.',
		zh: '没有什么“平均”：权重要一步一步走过来，只要一步迈得太大，就离开了好不容易找到的低谷。B 组落到的地方，正常批次的梯度也很长，学习率又还在升，于是一步比一步甩得更远。按范数裁剪，是给整个梯度乘同一个数：方向不变，只是变短；不管批次里装着什么，一步最多走 η · c。'
	},
	numbers: {
		en: ({ spoilt, runs: [a, b] }: Clipping) =>
			[
				`c = **${a?.bound ?? 0}**; so far A’s gradients had a norm of at most **${formatNumber(a?.most ?? 0, 4)}** after clipping; **${a?.shortened ?? 0}** steps were clipped`,
				...(a?.blow ? [`step ${spoilt}, A: ${factorOf(a)}, |Δθ|/|θ| = **${formatNumber(a.blow.moved, 4)}**`] : []),
				...(b?.blow ? [`step ${spoilt}, B: ${factorOf(b)}, |Δθ|/|θ| = **${formatNumber(b.blow.moved, 4)}**`] : [])
			].join('\n'),
		zh: ({ spoilt, runs: [a, b] }: Clipping) =>
			[
				`c = **${a?.bound ?? 0}**；到目前为止，A 组裁剪后的范数最大 **${formatNumber(a?.most ?? 0, 4)}**，共裁剪 **${a?.shortened ?? 0}** 步`,
				...(a?.blow ? [`第 ${spoilt} 步，A 组：${factorOf(a)}，|Δθ|/|θ| = **${formatNumber(a.blow.moved, 4)}**`] : []),
				...(b?.blow ? [`第 ${spoilt} 步，B 组：${factorOf(b)}，|Δθ|/|θ| = **${formatNumber(b.blow.moved, 4)}**`] : [])
			].join('\n')
	},
	know: {
		en: 'Clipping the norm came from recurrent networks, whose gradients explode through time (Pascanu et al., 2013). Nearly every large language model is trained with it, mostly at a norm of 1.0 over all parameters together. It belongs between the backward pass and the optimizer’s step; with mixed precision, after the loss scale has been divided out. Log the norm before clipping: where almost every step is cut, as in A’s first hundred here, the bound sets the length of the steps, and A learns later than B.',
		zh: '按范数裁剪最早用在循环网络上，那里的梯度会沿时间爆炸（Pascanu 等，2013）。如今训练大语言模型几乎都用，上限多取 1.0，把全部参数合在一起算范数。它放在反向传播之后、优化器更新之前；用混合精度时，要先除掉损失缩放再裁剪。裁剪前的范数要打到日志里：如果几乎每一步都被裁，步长就由上限说了算。这里 A 组前一百步就是这样，所以学得比 B 组晚。'
	},
	view: {
		norms: { en: 'How long the gradient is', zh: '梯度有多长' },
		note: {
			en: 'Its norm over all parameters, step by step, on a logarithmic scale.',
			zh: '全部参数合起来的梯度范数，一步一点，对数刻度。'
		},
		leaves: {
			en: (most: string) => `B’s line leaves the picture where it passes ${most}.`,
			zh: (most: string) => `B 组超过 ${most} 之后不再画出。`
		},
		answers: { en: 'Held-out answers that are right', zh: '留出集答对比例' },
		share: { en: 'share', zh: '比例' },
		norm: { en: '‖g‖', zh: '‖g‖' },
		step: { en: 'step', zh: '步' },
		before: { en: 'A, before clipping', zh: 'A 组，裁剪前' },
		after: { en: 'A, after clipping', zh: 'A 组，裁剪后' },
		whole: { en: 'B', zh: 'B 组' },
		alone: { en: 'A', zh: 'A 组' },
		bound: { en: 'the bound', zh: '上限' },
		blow: {
			en: (step: number) => `The bad batch: step ${step}`,
			zh: (step: number) => `坏批次：第 ${step} 步`
		},
		run: { en: 'run', zh: '组' },
		gradient: { en: 'its gradient', zh: '梯度范数' },
		used: { en: 'used', zh: '实际使用' },
		moved: { en: 'moves the weights by', zh: '权重改变' },
		right: { en: 'right before → after', zh: '答对：之前 → 之后' },
		waits: { en: 'not yet', zh: '未到' }
	}
} satisfies ExperimentText<Clipping> & { view: unknown };

/** The factor that a bad batch's gradient was multiplied by, as it was computed. */
function factorOf({ bound, blow }: Side): string {
	if (!blow) return '';
	if (bound === 0) return `‖g‖ = **${two(blow.norm)}**`;
	return `‖g‖ = ${two(blow.norm)}, min(1, ${bound}/${two(blow.norm)}) = **${formatNumber(Math.min(1, bound / blow.norm), 3)}**, ‖g‖ → **${two(blow.clipped)}**`;
}

function blowEn(name: string, { blow }: Side): string {
	if (!blow) return '';
	const used = blow.clipped < 0.999 * blow.norm ? `cuts it to **${two(blow.clipped)}**` : 'takes it in full';
	return `The bad batch gives ${name} a gradient of norm **${two(blow.norm)}**; it ${used}, and right answers go from **${percent(blow.before)} %** to **${percent(blow.after)} %**.`;
}

function blowZh(name: string, { blow }: Side): string {
	if (!blow) return '';
	const used = blow.clipped < 0.999 * blow.norm ? `缩到 **${two(blow.clipped)}**` : '原样使用';
	return `坏批次给 ${name} 组的梯度范数是 **${two(blow.norm)}**，${used}，答对比例从 **${percent(blow.before)}%** 到 **${percent(blow.after)}%**。`;
}

function nowEn({ step, runs: [a, b] }: Clipping): string {
	const fate =
		b?.broken === undefined ? (b ? `, B **${percent(b.accuracy)} %**` : '') : `; B broke down at step **${b.broken}**`;
	return `After step **${step}**: A answers **${percent(a?.accuracy)} %** right${fate}.`;
}

function nowZh({ step, runs: [a, b] }: Clipping): string {
	const fate =
		b?.broken === undefined ? (b ? `，B 组 **${percent(b.accuracy)}%**` : '') : `；B 组在第 **${b.broken}** 步发散`;
	return `第 **${step}** 步之后：A 组答对 **${percent(a?.accuracy)}%**${fate}。`;
}
