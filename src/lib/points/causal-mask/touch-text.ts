/** The words of the experiment with one token replaced. */
import { formatNumber } from '#num/format.ts';
import type { CausalMask } from './compute.ts';

const name = ({ labels }: CausalMask, index: number) => labels[index] ?? '';
const amount = (value: number) => (value === 0 ? '0' : formatNumber(value));

/** The words of the experiment in both languages. */
export const touchText = {
	title: { en: 'Replace one token: which outputs move?', zh: '换掉一个 token：哪些输出会变？' },
	at: { en: 'Token', zh: '第几个' },
	draw: { en: 'Draw', zh: '随机种子' },
	label: { en: 'Largest change of a logit at each position', zh: '每个位置上变化最大的 logit' },
	describe: {
		en: (result: CausalMask, pos: number) =>
			`“${name(result, pos)}” (${pos}): its logits move by up to ${amount(result.touch.moved[pos] ?? 0)}`,
		zh: (result: CausalMask, pos: number) =>
			`“${name(result, pos)}”（${pos}）：logit 最多变了 ${amount(result.touch.moved[pos] ?? 0)}`
	},
	says: { en: saysEn, zh: saysZh }
} as const;

function saysEn(result: CausalMask): string {
	const { at, was, is, isSame, before, after } = result.touch;
	if (isSame) return `The draw gave “${is}”, which is what stands there: nothing moves. Draw another.`;
	const read = `The model reads {k:“${is}”} where {k:“${was}”} (${at}) stood.`;
	if (at === 0) return `${read} Nothing stands before it; choose a later token.`;
	if (before.most === 0)
		return `${read} At the **${at}** ${at === 1 ? 'position' : 'positions'} before it no logit moves: the largest change is exactly **0**. From it on, up to **${amount(after)}**.`;
	return `${read} Before it logits move by up to **${amount(before.most)}**, at “${name(result, before.at)}” (${before.at}): they knew what was to come. From it on, up to **${amount(after)}**.`;
}

function saysZh(result: CausalMask): string {
	const { at, was, is, isSame, before, after } = result.touch;
	if (isSame) return `抽到的“${is}”正好就是原来那个，什么也没变；换个种子。`;
	const read = `第 ${at} 个 token 本来是{k:“${was}”}，现在让模型读成{k:“${is}”}。`;
	if (at === 0) return `${read}它前面没有别的了，换个靠后的。`;
	if (before.most === 0)
		return `${read}它前面的 **${at}** 个位置，没有一个 logit 变：最大的变化正好是 **0**。从它开始，最多变了 **${amount(after)}**。`;
	return `${read}它前面的 logit 最多变了 **${amount(before.most)}**，在“${name(result, before.at)}”（${before.at}）：它们提前知道了后面的内容。从它开始，最多变了 **${amount(after)}**。`;
}
