import { formatNumber } from '#num/format.ts';
import type { PointText } from '#points/define.ts';
import { changeOf, type LayerNorm } from './compute.ts';
import { happensEn, happensZh } from './happens.ts';
import { view } from './view-text.ts';

const two = (value: number) => formatNumber(value, 2);
const three = (value: number) => formatNumber(value, 3);
const exact = (value: number) => (value === 0 ? '0' : three(value));
const token = ({ labels, focus }: LayerNorm) => labels[focus.query] ?? '';
const nameOf = ({ kind }: LayerNorm) => (kind === 'rms' ? 'RMSNorm' : 'LayerNorm');

/** What the page says of normalization. */
export const text = {
	title: { en: 'Layer normalization', zh: '层归一化' },
	summary: {
		en: 'Every token’s vector is brought to the same scale, whatever its neighbours or its batch.',
		zh: '把每个 token 的向量各自拉回同一尺度，与邻居无关，与批次也无关。'
	},
	look: {
		en: (result: LayerNorm) =>
			`The **${result.d_model}** numbers of “${token(result)}” before ${nameOf(result)} and after. They arrive with variance **${three(result.before.variance)}** and leave the division with **${three(result.plain.variance)}**; then the learned γ ${result.kind === 'rms' ? '' : 'and β '}give${result.kind === 'rms' ? 's' : ''} each feature its own weight. ${companyEn(result)}`,
		zh: (result: LayerNorm) =>
			`“${token(result)}”的 **${result.d_model}** 个数，过 ${nameOf(result)} 之前和之后。来的时候方差是 **${three(result.before.variance)}**，除完是 **${three(result.plain.variance)}**；然后由学出来的 γ${result.kind === 'rms' ? '' : ' 和 β'} 给每个特征各自的分量。${companyZh(result)}`
	},
	wrong: {
		en: '“LayerNorm is BatchNorm for text: it averages over the tokens of the sentence or of the batch.”',
		zh: '“LayerNorm 就是文本版的 BatchNorm：在一句话、或者一批数据的 token 上取平均。”'
	},
	right: {
		en: (result: LayerNorm) =>
			`It averages over the **${result.d_model}** features of one token. ${companyEn(result)} And only the direction of the vector counts: multiplied by anything from 0.1 to 10, the result moves by at most **${three(result.scaling.worst)}**, which is ε’s doing.`,
		zh: (result: LayerNorm) =>
			`它只在一个 token 自己的 **${result.d_model}** 个特征上取平均。${companyZh(result)}而且起作用的只有方向：把向量乘上 0.1 到 10 之间的任何数，结果最多变 **${three(result.scaling.worst)}**，那还是 ε 造成的。`
	},
	numbers: {
		en: (result: LayerNorm) => `${formulaOf(result)}; x [pos × **${result.d_model}**], scale [pos × 1]`,
		zh: (result: LayerNorm) => `${formulaOf(result)}；x [pos × **${result.d_model}**]，scale [pos × 1]`
	},
	know: {
		en: (result: LayerNorm) =>
			`BatchNorm needs a batch to take its means from: sentences differ in length, a padded place is no datum, and when generating there is one token at a time, so that inference must use averages remembered from training. LayerNorm does the same in training and inference. RMSNorm leaves out the mean and β; it is cheaper, does as well, and most recent models have it. Pre-norm, as here, leaves the residual path free of norms, so gradients pass through untouched and deep stacks train without a long warmup; the price is a stream that may grow (before the first norm **${two(first(result))}**, before the last **${two(last(result))}** for this token), so one more norm stands at the end. Post-norm, as in 2017, normalizes the sum itself.`,
		zh: (result: LayerNorm) =>
			`BatchNorm 的均值要从一批数据里来：句子长短不一，填充的位置不算数据，生成时又一次只有一个 token，所以推理时只能用训练中攒下的滑动平均。LayerNorm 训练和推理做的是同一件事。RMSNorm 省掉了均值和 β，更便宜，效果不差，如今多数模型用它。Pre-norm（现在这个模型）让残差这条路上没有归一化，梯度原样通过，层数多也不必靠很长的预热；代价是残差流可能越来越大（这个 token 在第一个归一化之前是 **${two(first(result))}**，最后一个之前是 **${two(last(result))}**），所以末尾还要再归一化一次。2017 年的 post-norm 则是对相加之后的和做归一化。`
	},
	view
} satisfies PointText<LayerNorm> & { view: unknown };

const first = ({ stream }: LayerNorm) => stream[0]?.scale ?? NaN;
const last = ({ stream }: LayerNorm) => stream.at(-1)?.scale ?? NaN;

function companyEn(result: LayerNorm): string {
	if (result.neighbour === undefined) return 'It is alone in its batch: BatchNorm would make all its numbers 0.';
	return `When ${happensEn(result)}, LayerNorm of “${token(result)}” moves by **${exact(changeOf(result, 'layer'))}**, BatchNorm by up to **${exact(changeOf(result, 'batch'))}**.`;
}

function companyZh(result: LayerNorm): string {
	if (result.neighbour === undefined) return '这一批只有它自己：BatchNorm 会把它的数全变成 0。';
	return `${happensZh(result)}，“${token(result)}”的 LayerNorm 变化 **${exact(changeOf(result, 'layer'))}**，BatchNorm 最多变 **${exact(changeOf(result, 'batch'))}**。`;
}

function formulaOf({ kind, dim, before, plain, after, gain, epsilon }: LayerNorm): string {
	const [x, hat, out] = [before, plain, after].map(({ values }) => three(values[dim] ?? NaN));
	const eps = formatNumber(epsilon, 3);
	if (kind === 'rms') {
		const square = before.variance + before.mean ** 2;
		return `x̂_{${dim}} = **${x}** ÷ √(**${three(square)}** + ${eps}) = **${hat}**; γ_{${dim}}·x̂_{${dim}} = **${three(gain.weight)}** · **${hat}** = **${out}**`;
	}
	return `x̂_{${dim}} = (**${x}** − (**${three(before.mean)}**)) ÷ √(**${three(before.variance)}** + ${eps}) = **${hat}**; γ_{${dim}}·x̂_{${dim}} + β_{${dim}} = **${three(gain.weight)}** · **${hat}** + (**${three(gain.bias)}**) = **${out}**`;
}
