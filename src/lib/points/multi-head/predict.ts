import { formatNumber } from '#num/format.ts';
import type { Predict } from '#points/define.ts';
import type { MultiHead } from './compute.ts';

const count = ({ against, heads }: MultiHead) => `**${against}** / ${heads.length}`;
const token = ({ target }: MultiHead) => target.token;

function worst({ heads }: MultiHead): string {
	const [first] = heads.toSorted((one, other) => one.direct - other.direct);
	return first ? `${first.layer}.${first.head} (**${formatNumber(first.direct, 2)}**)` : '';
}

/** Asks whether heads are a choir: how many push against the token that wins? */
export const predict: Predict<MultiHead> = {
	question: {
		en: 'All heads of all layers write into the same stream. How many of them push the likeliest next token’s logit **down**?',
		zh: '所有层的所有头都往同一条残差流里写。其中有多少个是在把最可能的下一个 token 的 logit 往**下**压？'
	},
	options: [
		{
			label: { en: 'none: they all work for it', zh: '一个也没有，都在帮它' },
			why: {
				en: (result) =>
					`${count(result)} push “${token(result)}” down. Nothing asks a head to agree: each writes what helped on average in training, and only the sum has to be right. The hardest push down: ${worst(result)}.`,
				zh: (result) =>
					`有 ${count(result)} 个在压低“${token(result)}”。没有谁要求各头意见一致：每个头写的是训练中平均有用的东西，最后对的只需要是总和。压得最狠的是 ${worst(result)}。`
			}
		},
		{
			label: { en: 'some, but fewer than half', zh: '有一些，但不到一半' },
			why: {
				en: (result) =>
					`${count(result)} push “${token(result)}” down, the hardest ${worst(result)}. A head may hold back what others overdo, or speak of another token altogether: votes are signed, and added.`,
				zh: (result) =>
					`${count(result)} 个在压低“${token(result)}”，最狠的是 ${worst(result)}。有的头专门压住别的头说过了头的话，有的头说的根本是别的 token：票有正有负，加起来算。`
			}
		},
		{
			label: { en: 'half or more', zh: '一半或更多' },
			why: {
				en: (result) =>
					`${count(result)} push “${token(result)}” down. A majority is not needed: one head that found the answer can outweigh many small pushes, and the FFNs and the embedding write too.`,
				zh: (result) =>
					`${count(result)} 个在压低“${token(result)}”。赢不靠人数：一个找到答案的头就能压过许多小的反对，何况 FFN 和嵌入也在写。`
			}
		}
	],
	right: ({ against, heads }) => (against === 0 ? 0 : against * 2 < heads.length ? 1 : 2)
};
