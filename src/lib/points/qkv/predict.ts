import { formatNumber } from '#num/format.ts';
import type { Predict } from '#points/define.ts';
import type { Qkv } from './compute.ts';

const CLOSE = 0.005;

const two = (value: number) => formatNumber(value, 2);

function names({ labels, focus }: Qkv) {
	return { asks: labels[focus.query] ?? '', asked: labels[focus.key] ?? '' };
}

/** Asks for what exchanging the two factors of a product of matrices does to it. */
export const predict: Predict<Qkv> = {
	question: {
		en: 'Let every token ask with its {k:key} and be met by its {q:query}: Q and K exchanged. The table of raw scores will',
		zh: '把 Q 和 K 对调：每个 token 拿自己的 {k:键} 去问，用自己的 {q:查询} 应答。原始分数这张表会'
	},
	options: [
		{
			label: { en: 'stay as it is', zh: '不变' },
			why: {
				en: (result) =>
					result.swap.moved < CLOSE
						? `Here it does, for want of a second token, or because the two happen to agree: the largest change is **${two(result.swap.moved)}**. Type a longer text.`
						: `It would if a token’s query and key were the same vector. They are not: some scores change by **${two(result.swap.moved)}**. “${names(result).asks}” asking “${names(result).asked}” goes from **${two(result.cell.raw)}** to **${two(result.cell.swapped)}**.`,
				zh: (result) =>
					result.swap.moved < CLOSE
						? `这里确实没变：要么只有一个 token，要么碰巧相等，最大的变化是 **${two(result.swap.moved)}**。写长一点再试。`
						: `除非每个 token 的查询和键是同一个向量，才会不变。可它们不是：有的分数变了 **${two(result.swap.moved)}**。“${names(result).asks}”问“${names(result).asked}”，从 **${two(result.cell.raw)}** 变成 **${two(result.cell.swapped)}**。`
			}
		},
		{
			label: { en: 'become its own mirror image', zh: '沿对角线翻转' },
			why: {
				en: (result) =>
					`K Q^{T} is (Q K^{T})^{T}: the cell (i, j) takes the number of (j, i). The two tables differ from mirror images by at most **${formatNumber(result.swap.offMirror, 6)}**, which is rounding. What changes is who asks whom.`,
				zh: (result) =>
					`K Q^{T} 就是 (Q K^{T})^{T}：(i, j) 这一格换成了 (j, i) 的数。两张表与严格互为转置最多差 **${formatNumber(result.swap.offMirror, 6)}**，那是舍入误差。变的是谁问谁。`
			}
		},
		{
			label: { en: 'become something unrelated', zh: '变得毫无关系' },
			why: {
				en: (result) =>
					`No number is new. Every product q_{i}·k_{j} is still there, only in the cell across the diagonal: “${names(result).asks}” asking “${names(result).asked}” now scores **${two(result.cell.swapped)}**, which “${names(result).asked}” asking “${names(result).asks}” scored before.`,
				zh: (result) =>
					`没有一个数是新的。每个 q_{i}·k_{j} 都还在，只是搬到了对角线另一边：“${names(result).asks}”问“${names(result).asked}”现在得 **${two(result.cell.swapped)}**，正是原来“${names(result).asked}”问“${names(result).asks}”的分数。`
			}
		}
	],
	right: ({ swap }) => (swap.moved < CLOSE ? 0 : swap.offMirror < CLOSE ? 1 : 2)
};
