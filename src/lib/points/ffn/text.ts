import { formatNumber } from '#num/format.ts';
import type { PointText } from '#points/define.ts';
import type { Ffn } from './compute.ts';
import { percent, whole } from './figures.ts';
import { shareOf } from './predict.ts';
import { view } from './view-text.ts';

const two = (value: number) => formatNumber(value, 2);
const bold = (share: number) => `**${percent(share)}**`;
const name = ({ labels, focus }: Ffn) => labels[focus.query] ?? '';

/** What the page says of the FFN. */
export const text = {
	title: { en: 'The feed-forward network', zh: '前馈网络（FFN）' },
	summary: {
		en: 'Each token on its own: widened, usually fourfold, bent, and brought back.',
		zh: '每个 token 各算各的：先放宽（通常四倍），过一道非线性，再收回来。'
	},
	look: {
		en: (result: Ffn) =>
			`Each row is a token, each column one of **${result.sizes.d_mlp}** neurons; pale cells do next to nothing. At “${name(result)}” ${bold(result.spread.quiet)} of them stay quiet, below a tenth of the strongest; **${result.spread.carrying}**, the strongest first, make up nine tenths of the whole (in squares). Click a neuron: which tokens wake it, and what does it write?`,
		zh: (result: Ffn) =>
			`一行是一个 token，一列是 **${result.sizes.d_mlp}** 个神经元中的一个，颜色淡的几乎不出声。在“${name(result)}”这里，${bold(result.spread.quiet)} 的神经元不到最强者的十分之一；从最强的数起，**${result.spread.carrying}** 个就占了全部（按平方和）的九成。点一个神经元看看：哪些 token 唤醒它，它又写下了什么？`
	},
	wrong: {
		en: '“Attention is the model; the FFN is a small thing in between.” Or: “in the FFN, tokens exchange what they know.”',
		zh: '“模型的主体是注意力，FFN 只是中间的小配件。”或者：“token 之间在 FFN 里交换信息。”'
	},
	right: {
		en: (result: Ffn) =>
			`Of this block’s parameters ${bold(shareOf(result))} are the FFN’s. And there every token is alone: worked out from its own **${result.sizes.d_model}** numbers and nothing else, what “${name(result)}” gets is what the model gave it, to within **${formatNumber(result.alone, 6)}**. ${shuffledEn(result)} Only attention carries anything from one place to another.`,
		zh: (result: Ffn) =>
			`这一层的参数有 ${bold(shareOf(result))} 在 FFN 里。而且在这里每个 token 都是独自一个：只用“${name(result)}”自己的 **${result.sizes.d_model}** 个数来算，结果和模型给它的相差不超过 **${formatNumber(result.alone, 6)}**。${shuffledZh(result)}能把信息从一处带到另一处的，只有注意力。`
	},
	numbers: {
		en: (result: Ffn) =>
			`${shapes(result)}. Neuron **${result.neuron.index}** at “${name(result)}”: ${result.activation}(**${two(result.neuron.pre)}**)${result.isGated ? ' · the gated value' : ''} = **${two(result.neuron.post)}**; then it adds **${two(result.neuron.post)}** times its row of W_{out} to the stream.`,
		zh: (result: Ffn) =>
			`${shapes(result)}。神经元 **${result.neuron.index}** 在“${name(result)}”处：${result.activation}(**${two(result.neuron.pre)}**)${result.isGated ? ' · 被门控的值' : ''} = **${two(result.neuron.post)}**；然后把 W_{out} 里属于它的那一行乘上 **${two(result.neuron.post)}**，加进残差流。`
	},
	know: {
		en: (result: Ffn) =>
			`A neuron reads as a memory (Geva et al., 2021): its column of W_{in} is what it looks for, its row of W_{out} what it then writes. ${sizesEn(result)} Per token the matrices here cost **${whole(result.parameters.matrices.ffn)}** multiply-adds whatever the text’s length; attention’s scores and sums reach that only in texts of **${whole(evenLength(result))}** tokens. So for short texts the FFN is most of the work as well, and it is where a mixture of experts saves: many FFNs, few of them used per token. At an average token of this text ${bold(result.quiet)} of the neurons stay quiet: as much of what W_{out} multiplies comes to next to nothing.`,
		zh: (result: Ffn) =>
			`一个神经元可以看成一条记忆（Geva 等，2021）：W_{in} 里它的那一列是它在找什么，W_{out} 里它的那一行是找到以后写什么。${sizesZh(result)}每个 token 过这几个矩阵要 **${whole(result.parameters.matrices.ffn)}** 次乘加，与文本长度无关；注意力的打分和加权求和要到 **${whole(evenLength(result))}** 个 token 长才有这么多。所以文本短的时候，计算的大头也在 FFN。MoE 省的正是这里：备很多个 FFN，每个 token 只用其中几个。这段文字里，平均每个 token 有 ${bold(result.quiet)} 的神经元几乎不出声，W_{out} 里相应那么多乘法差不多是白做。`
	},
	view
} satisfies PointText<Ffn> & { view: unknown };

function shapes({ sizes, activation, isGated }: Ffn): string {
	const [d, wide] = [sizes.d_model, sizes.d_mlp].map((size) => `**${size}**`);
	const gate = isGated ? ` (${activation}(x W_{gate}) ⊙ x W_{in})` : ` → ${activation}`;
	return `x [1 × ${d}] · W_{in} [${d} × ${wide}]${gate} → [1 × ${wide}] · W_{out} [${wide} × ${d}] = [1 × ${d}]`;
}

/** The length of text at which a token's scores and weighted sums, one multiply-add for each number of each key and value, cost as much. */
function evenLength({ parameters, sizes }: Ffn): number {
	return parameters.matrices.ffn / (2 * sizes.width);
}

function shuffledEn({ shuffled }: Ffn): string {
	if (shuffled === undefined) return 'Shuffle the tokens, and the outputs shuffle with them.';
	return `The tokens stand shuffled now: the first **${shuffled.count}**, worked out again in that order, get the outputs that the model gave them, to within **${formatNumber(shuffled.off, 6)}**.`;
}

function shuffledZh({ shuffled }: Ffn): string {
	if (shuffled === undefined) return '把 token 打乱，输出也只是跟着打乱。';
	return `现在 token 的次序是乱的：前 **${shuffled.count}** 个按这个次序重算一遍，得到的就是模型原来给它们的输出，相差不超过 **${formatNumber(shuffled.off, 6)}**。`;
}

function sizesEn({ parameters: { matrices }, isGated }: Ffn): string {
	const count = `**${whole(matrices.ffn)}** of the **${whole(matrices.ffn + matrices.attention)}** weights in this block’s matrices`;
	return isGated
		? `This one is gated, with three matrices instead of two: ${count}. Models that gate take a width near 8/3 d, so that the sum stays about 8d².`
		: `At the usual width of 4d, two matrices make 8d² against attention’s 4d². Here it is ${count}.`;
}

function sizesZh({ parameters: { matrices }, isGated }: Ffn): string {
	const count = `这一层的矩阵共 **${whole(matrices.ffn + matrices.attention)}** 个权重，它占 **${whole(matrices.ffn)}** 个`;
	return isGated
		? `这个模型的 FFN 带门控，矩阵是三个不是两个：${count}。带门控的模型一般把宽度取在 8/3 d 左右，总数仍是 8d² 上下。`
		: `宽度取常见的 4d 时，两个矩阵一共 8d²，注意力是 4d²。${count}。`;
}
