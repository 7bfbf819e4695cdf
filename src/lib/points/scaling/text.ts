import { formatNumber } from '#num/format.ts';
import type { PointText } from '#points/define.ts';
import type { Scaling } from './compute.ts';
import { numbers } from './numbers.ts';
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
			`Softmax sums to one either way, and subtracts the largest score so that nothing overflows. The division keeps the spread of scores the same whatever d_{k} is. In the sweep the variance of q·k grows as d_{k}^{${two(slope)}}: 512 dimensions have **${formatNumber(growth, 1)}×** the variance of 32. In this head, without the division, the mean entropy of ${head.rows} rows goes from **${two(head.scaled.bits)}** to **${two(head.unscaled.bits)}** bits. ${gradientEn(head)}`,
		zh: ({ slope, head, growth }: Scaling) =>
			`不除，softmax 照样加起来等于 1；它本来就先减去最大值，也不会溢出。这一除，是让分数散开的程度不随 d_{k} 变。下面扫出来的结果：q·k 的方差按 d_{k} 的 **${two(slope)}** 次方增长，512 维的方差是 32 维的 **${formatNumber(growth, 1)}** 倍。这个头里有 ${head.rows} 行有得选，不除的话平均熵从 **${two(head.scaled.bits)}** 比特变成 **${two(head.unscaled.bits)}** 比特。${gradientZh(head)}`
	},
	numbers,
	know: {
		en: ({ d_head, root }: Scaling) =>
			`It matters most at the start of training: components of fresh q and k are close to independent, with variance 1, so a typical score is √${d_head} = **${two(root)}** in size, and saturated rows hand back no gradient to leave that state with. Trained vectors need not obey: compare the rows above. The width that counts is that of one head, d_{k}, not d_{model}. Dividing by √d_{k} is softmax at temperature **${two(root)}**; a model cannot be told to drop it later, since its weights grew up with it: run it unscaled and see. Models that normalize q and k before the product (QK-norm) tame the same spread in another way; µP divides by d_{k}, since trained q and k are no longer independent.`,
		zh: ({ d_head, root }: Scaling) =>
			`最要紧的是训练刚开始的时候：初始化后 q 和 k 的各分量近似独立、方差为 1，分数的大小一般在 √${d_head} = **${two(root)}** 左右；一旦饱和，这些行就没有梯度，自己走不出来。训练好的向量不一定守这个假设，看上面两行就知道。除的是单个头的 d_{k}，不是 d_{model}。换成温度来说，除以 √d_{k} 就是温度为 **${two(root)}** 的 softmax；模型的权重是带着它长大的，事后不能说拿掉就拿掉：让整个模型不缩放跑一遍就知道。别的做法也有：QK-norm 先把 q 和 k 归一化，管的是同一件事；µP 除以 d_{k}，因为训练之后 q 和 k 不再独立。`
	},
	view
} satisfies PointText<Scaling> & { view: unknown };

function gradientEn({ scaled, unscaled }: Scaling['head']): string {
	if (unscaled.gradient >= scaled.gradient)
		return 'Its rows are even enough to bear it: look at a head that is sharper.';
	return `The gradient that softmax lets through falls from **${three(scaled.gradient)}** to **${three(unscaled.gradient)}**: a row with one winner cannot learn that it is wrong.`;
}

function gradientZh({ scaled, unscaled }: Scaling['head']): string {
	if (unscaled.gradient >= scaled.gradient) return '这个头的行本来就平，不除也受得住：换个更尖锐的头看看。';
	return `能穿过 softmax 的梯度从 **${three(scaled.gradient)}** 降到 **${three(unscaled.gradient)}**：一家独大的行就算看错了，也学不会改。`;
}
