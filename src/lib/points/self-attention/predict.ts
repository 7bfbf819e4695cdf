import { formatNumber } from '#num/format.ts';
import type { Predict } from '#points/define.ts';
import type { SelfAttention } from './compute.ts';

const CLOSE = 0.005;

function isSame({ across, cell }: SelfAttention): boolean {
	return Math.abs(across - cell.raw) < CLOSE;
}

function isOpposite({ across, cell }: SelfAttention): boolean {
	return Math.abs(across + cell.raw) < CLOSE;
}

const numbers = ({ across, cell }: SelfAttention) =>
	`**${formatNumber(cell.raw, 2)}** · **${formatNumber(across, 2)}**`;

/** Asks for the symmetry that a dot product seems to promise. */
export const predict: Predict<SelfAttention> = {
	question: {
		en: 'Let the two tokens of the framed cell exchange roles: the key’s token asks, the query’s token answers. Before scaling and masking, the score would be',
		zh: '让方框里的两个 token 互换角色：原来被看的来问，原来在问的被看。不算缩放和掩码，分数会'
	},
	options: [
		{
			label: { en: 'the same', zh: '不变' },
			why: {
				en: (result) =>
					isSame(result)
						? `Here, yes: ${numbers(result)}. Query and key are the same token, or the two scores happen to meet. Choose a cell off the diagonal.`
						: `a·b = b·a holds for the same two vectors. But the other token asks with its own {q:query} and is met with its own {k:key}: four vectors, not two. The scores are ${numbers(result)}.`,
				zh: (result) =>
					isSame(result)
						? `这一格确实不变：${numbers(result)}。要么问的和被看的是同一个 token，要么碰巧相等。换一个不在对角线上的格子再试。`
						: `a·b = b·a 说的是同一对向量。换了角色，用的就是另一个 token 的 {q:查询} 和另一个 token 的 {k:键}：一共四个向量，不是两个。两个分数是 ${numbers(result)}。`
			}
		},
		{
			label: { en: 'another number', zh: '变成另一个数' },
			why: {
				en: (result) =>
					`The scores are ${numbers(result)}. Each token carries a {q:query} and a {k:key}, made by different matrices, so asking and being asked are two things.`,
				zh: (result) =>
					`两个分数是 ${numbers(result)}。每个 token 都带着一个 {q:查询} 和一个 {k:键}，由不同的矩阵算出，所以“问”和“被问”是两回事。`
			}
		},
		{
			label: { en: 'the same with the other sign', zh: '正负号反过来' },
			why: {
				en: (result) =>
					`Nothing turns a sign around: the scores are ${numbers(result)}, one made by each pair of {q:query} and {k:key}.`,
				zh: (result) => `没有哪一步会翻转符号：两个分数是 ${numbers(result)}，分别来自两对不同的 {q:查询} 和 {k:键}。`
			}
		}
	],
	right: (result) => (isSame(result) ? 0 : isOpposite(result) ? 2 : 1)
};
