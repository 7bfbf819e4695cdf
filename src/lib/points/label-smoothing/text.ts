import type { ExperimentText } from '../define-experiment.ts';
import type { LabelSmoothing } from './compute.ts';
import { lookEn, lookZh, numbersEn, numbersZh } from './live.ts';

/** What the page says of label smoothing. */
export const text = {
	title: { en: 'Label smoothing', zh: '标签平滑（Label Smoothing）' },
	summary: {
		en: 'A label that says “91 %, not 100 %” gives the logits somewhere to stop, and a model that is less sure of its errors.',
		zh: '标签不说“百分之百”，只说“91%”：logit 涨到头就停，模型错的时候也不再那么自信。'
	},
	before: {
		en: 'Two models learn the same 64 lists to copy, and a fifth of the answers they are taught is wrong. **B**’s label gives one letter everything; **A**’s takes 0.1 of it away and spreads that over all 11 tokens. Guess under Predict, then press Train.',
		zh: '两个模型学抄同样的 64 条字母串，教给它们的答案有两成是错的。**B** 组的标签把概率全给一个字母；**A** 组拿出 0.1，平均分给全部 11 个词元。先到“先猜”里押一个结果，再按“训练”。'
	},
	look: { en: lookEn, zh: lookZh },
	claim: {
		en: 'With ε = 0.1, A’s logit gap comes to rest within 0.5 of the optimum, 4.61, and its batch loss within 0.1 above the floor, 0.514. B’s gap still grows by 1 or more in the second half of the steps, and its loss falls beneath A’s floor. On unseen texts A’s calibration error is at most two thirds of B’s.',
		zh: 'ε = 0.1 时，A 组的 logit 差距停在最优值 4.61 上下 0.5 以内，批次损失停在下限 0.514 之上 0.1 以内；B 组的差距在后一半步数里还要涨 1 以上，损失降到 A 组的下限之下。换成没见过的文本，A 组的校准误差不超过 B 组的三分之二。'
	},
	wrong: {
		en: '“With smoothing the training loss stays stuck at half a nat while the other run goes to zero: it learns less.”',
		zh: '“加了标签平滑，训练损失卡在 0.5 降不下去，不加的都快到 0 了：说明没学好。”'
	},
	right: {
		en: 'The two losses count from different zeros. A soft target has an entropy of its own, and no model can lose less than that; A is nearly there. It is B that can never arrive: a hard label is met only by an infinite gap, so every step pushes the logits further apart, for the wrong labels it has learnt by heart just as for the right ones. With ε the best gap is finite, and once it is reached, the loss pulls neither way.',
		zh: '两个损失的零点不一样。软目标本身就有熵，再好的模型也降不到它下面；A 组差不多已经到底了。到不了底的反而是 B 组：硬标签要求差距无穷大，于是每一步都把 logit 拉得更开，背下来的错误标签也不例外。有了 ε，最优差距是个有限的数，到了那里，损失就不再往哪边推。'
	},
	numbers: { en: numbersEn, zh: numbersZh },
	know: {
		en: 'Smoothing came with Inception (Szegedy et al., 2016); the original Transformer used ε = 0.1 and noted that it worsens perplexity but betters accuracy and BLEU (Vaswani et al., 2017). It is no cure: A too is too sure of itself above. And where nothing can be learnt by heart it may make a model too modest: see the links under Try. Large language models, which meet most of their text about once, mostly go without. A smoothed teacher distils worse (Müller et al., 2019): with all wrong answers pushed to one level, what it knew of their likeness is gone. Compare losses across ε without the smoothing in them.',
		zh: '标签平滑出自 Inception（Szegedy 等，2016）；最初的 Transformer 用 ε = 0.1，论文里写明：困惑度变差，准确率和 BLEU 变好（Vaswani 等，2017）。它不包治百病：上面 A 组也还是偏自信。要是数据根本背不下来，它还会让模型过分谨慎，点“动手”里的链接就能看到。大语言模型的文本大多只过一遍，一般不用它。平滑过的老师蒸馏效果更差（Müller 等，2019）：错误答案被压成一样高，谁和谁相近的信息就丢了。比较不同 ε 的损失，要先去掉平滑那一项。'
	},
	view: {
		reliability: { en: 'How sure it was, and how often it was right', zh: '有几分把握，答对几分' },
		note: {
			en: 'Unseen texts, answers in tenths of certainty; the larger the mark, the more answers. On the diagonal, certainty is honest. The lines to it, weighted by answers, average to the calibration error (ECE).',
			zh: '没见过的文本，答案按把握分成十档；标记越大，答案越多。落在对角线上才叫名副其实。各档到对角线的距离按答案数加权平均，就是校准误差（ECE）。'
		},
		sure: { en: 'how sure: probability of the likeliest token', zh: '把握：最可能的词元的概率' },
		right: { en: 'share right', zh: '答对比例' },
		tooSure: { en: 'too sure', zh: '过于自信' },
		tooModest: { en: 'too modest', zh: '过于谨慎' },
		answers: { en: 'answers', zh: '答案数' },
		error: { en: 'ECE', zh: 'ECE' },
		gap: { en: 'Logit gap: the largest above the mean of all others', zh: 'logit 差距：最大的比其余的平均高多少' },
		gapMet: { en: 'On the texts it learns from.', zh: '在训练用的文本上。' },
		gapNew: { en: 'On unseen texts: none is met twice.', zh: '在没见过的文本上：没有一条会出现两次。' },
		optimum: { en: 'optimum', zh: '最优值' },
		loss: { en: 'Loss of each batch, smoothing included', zh: '每个批次的损失，含平滑' },
		floor: { en: 'floor', zh: '下限' },
		step: { en: 'step', zh: '步' },
		gapAxis: { en: 'gap', zh: '差距' },
		lossAxis: { en: 'nats', zh: '奈特' },
		runA: { en: 'A', zh: 'A 组' },
		runB: { en: 'B', zh: 'B 组' }
	}
} satisfies ExperimentText<LabelSmoothing> & { view: unknown };
