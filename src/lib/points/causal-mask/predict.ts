import { formatNumber } from '#num/format.ts';
import type { Predict } from '#points/define.ts';
import type { CausalMask } from './compute.ts';

const sum = ({ struck }: CausalMask) => formatNumber(struck.first);
const name = ({ labels }: CausalMask) => labels[0] ?? '';

/** Asks why −∞ comes before the softmax, and not 0 after it. */
export const predict: Predict<CausalMask> = {
	question: {
		en: 'Suppose the future were struck out after the softmax instead, by setting its weights to 0. The first token’s row would then sum to',
		zh: '假如不在 softmax 之前加 −∞，而是在它之后把未来的权重改成 0，那么第一个 token 这一行加起来是'
	},
	options: [
		{
			label: { en: 'exactly 1', zh: '正好 1' },
			why: {
				en: (result) =>
					`Only where there is no future. Here {q:“${name(result)}”} keeps **${sum(result)}**: the softmax shared its 1 out among all keys before the others were struck out. With −∞ the closed keys never enter the sum, and the one open key gets all.`,
				zh: (result) =>
					`只有后面没有 token 时才会这样。这里{q:“${name(result)}”}只剩 **${sum(result)}**：softmax 先把 1 分给了所有的键，再划掉就收不回来了。而 −∞ 让被遮住的键根本不进分母，唯一开着的键得到全部。`
			}
		},
		{
			label: { en: 'less, but at least ½', zh: '小于 1，但不少于 ½' },
			why: {
				en: (result) =>
					`Less than 1, since the future had its share first: **${sum(result)}** is what {q:“${name(result)}”} keeps in this head. And that number tells how well the future matched: a leak in itself.`,
				zh: (result) =>
					`会小于 1，因为未来先分走了一份：这个头里{q:“${name(result)}”}留下 **${sum(result)}**。何况这个数本身就说出了后面的词有多匹配，这也是泄漏。`
			}
		},
		{
			label: { en: 'less than ½', zh: '不到 ½' },
			why: {
				en: (result) =>
					`In this head {q:“${name(result)}”} keeps **${sum(result)}** of its 1. How much goes to the future depends on its scores, and so the sum would give them away. −∞ before the softmax gives nothing away.`,
				zh: (result) =>
					`这个头里{q:“${name(result)}”}从 1 里留下 **${sum(result)}**。被未来分走多少，取决于未来的分数，于是这个和就把它们说出去了。在 softmax 之前加 −∞，才什么都不泄漏。`
			}
		}
	],
	right: ({ struck }) => (struck.first >= 0.9995 ? 0 : struck.first >= 0.5 ? 1 : 2)
};
