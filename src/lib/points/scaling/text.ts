import { formatNumber } from '#num/format.ts';
import type { PointText } from '#points/define.ts';
import type { Scaling } from './compute.ts';
import { view } from './view-text.ts';

const two = (value: number) => formatNumber(value, 2);
const three = (value: number) => formatNumber(value, 3);

/** What the page says of the scaling. */
export const text = {
	title: { en: 'Why divide by √d_{k}', zh: '为什么要除以 √d_{k}' },
	summary: {
		en: 'A dot product of more terms spreads wider, and softmax of wide scores stops learning.',
		zh: '点积的项越多，分数散得越开；分数散得太开，softmax 就学不动了。'
	},
	look: {
		en: ({ unscaled, scaled, d_head, labels, focus, open }: Scaling) =>
			`The same ${open} scores of {q:“${labels[focus.query] ?? ''}”}, twice. A dot product adds **${d_head}** terms; undivided, this row’s scores span **${two(unscaled.span)}**, and softmax leaves **${two(unscaled.bits)}** bits of choice. Divided by √${d_head} they span **${two(scaled.span)}**, with **${two(scaled.bits)}** bits. The gradient that gets through: **${three(unscaled.gradient)}** undivided, **${three(scaled.gradient)}** divided.`,
		zh: ({ unscaled, scaled, d_head, labels, focus, open }: Scaling) =>
			`{q:“${labels[focus.query] ?? ''}”}的同一行 ${open} 个分数，做两次 softmax。点积是 **${d_head}** 项之和：不除，这一行最大和最小相差 **${two(unscaled.span)}**，softmax 之后只剩 **${two(unscaled.bits)}** 比特的余地；除以 √${d_head}，相差 **${two(scaled.span)}**，还有 **${two(scaled.bits)}** 比特。能穿过 softmax 的梯度：不除 **${three(unscaled.gradient)}**，除了 **${three(scaled.gradient)}**。`
	},
	wrong: {
		en: '“Dividing by √d_{k} is normalization to make the weights sum to one”, or “it only keeps numbers small so that nothing overflows.”',
		zh: '“除以 √d_{k} 是归一化，好让权重加起来等于 1。”或者：“只是为了让数小一点，别溢出。”'
	},
	right: {
		en: ({ slope, head, growth }: Scaling) =>
			`Softmax sums to one either way, and subtracts the largest score so that nothing overflows. The division keeps the *spread* of scores the same whatever d_{k} is. In the sweep the variance of q·k grows as d_{k}^{${two(slope)}}: 512 dimensions have **${formatNumber(growth, 1)}×** the variance of 32. In this head, without the division, the mean entropy of ${head.rows} rows goes from **${two(head.scaledBits)}** to **${two(head.unscaledBits)}** bits. A row with one winner has almost no gradient: it cannot learn that it is wrong.`.replaceAll(
				'*spread*',
				'**spread**'
			),
		zh: ({ slope, head, growth }: Scaling) =>
			`不除，softmax 照样加起来等于 1；它本来就先减去最大值，也不会溢出。这一除，是让分数**散开的程度**不随 d_{k} 变。下面扫出来的结果：q·k 的方差按 d_{k} 的 **${two(slope)}** 次方增长，512 维的方差是 32 维的 **${formatNumber(growth, 1)}** 倍。这个头里有 ${head.rows} 行有得选，不除的话平均熵从 **${two(head.scaledBits)}** 比特变成 **${two(head.unscaledBits)}** 比特。一家独大的行几乎没有梯度：就算看错了，也学不会改。`
	},
	know: {
		en: ({ d_head, root, scaled, unscaled }: Scaling) =>
			`If the components of q and k are independent with mean 0 and variance 1, each product has variance 1 and their sum d_{k} = **${d_head}**, so a typical score is √${d_head} = **${two(root)}** in size; trained vectors need not obey, and here they do what you see. It is d_{k} of *one head*, not d_{model}. The gradient shown is the Frobenius norm of softmax’s Jacobian, diag(p) − p p^{T}: at most **0.5**, reached by two equal weights. Here it is **${three(scaled.gradient)}** against **${three(unscaled.gradient)}**. A scale is also a temperature: ÷√d_{k} is softmax at temperature **${two(root)}**.`.replaceAll(
				'*one head*',
				'**one head**'
			),
		zh: ({ d_head, root, scaled, unscaled }: Scaling) =>
			`设 q 和 k 的各分量独立、均值 0、方差 1，每个乘积的方差是 1，和的方差就是 d_{k} = **${d_head}**，分数的大小一般在 √${d_head} = **${two(root)}** 左右；训练出来的向量不一定守这个假设，图上是它们的真实情况。除的是**单个头**的 d_{k}，不是 d_{model}。这里的“梯度”是 softmax 的雅可比矩阵 diag(p) − p p^{T} 的 Frobenius 范数：最大 **0.5**，两个权重各占一半时取到；这一行是 **${three(scaled.gradient)}** 对 **${three(unscaled.gradient)}**。换个说法，除以 √d_{k} 就是温度为 **${two(root)}** 的 softmax。`
	},
	view
} satisfies PointText<Scaling> & { view: unknown };
