/** The words inside the drawing. */
import { formatNumber } from '#num/format.ts';
import type { Head, MultiHead, Part } from './compute.ts';
import type { Effect } from './effect.ts';

const two = (value: number) => formatNumber(value, 2);
const signed = (value: number) => (value < 0 ? two(value) : `+${two(value)}`);
const quoted = ({ labels }: MultiHead, index: number) => `“${labels[index] ?? ''}”`;

/** The words of the drawing in both languages. */
export const view = {
	shown: { en: 'Show', zh: '显示' },
	layer: { en: (layer: number) => `layer ${layer}`, zh: (layer: number) => `第 ${layer} 层` },
	all: { en: 'all layers', zh: '所有层' },
	target: { en: 'Logit of', zh: '看谁的 logit' },
	allOn: { en: 'All on', zh: '全部打开' },
	head: { en: (head: number) => `head ${head}`, zh: (head: number) => `${head} 号头` },
	name: {
		en: ({ layer, head }: Pick<Head, 'layer' | 'head'>) => `layer ${layer}, head ${head}`,
		zh: ({ layer, head }: Pick<Head, 'layer' | 'head'>) => `第 ${layer} 层 ${head} 号头`
	},
	columns: {
		looks: { en: 'where it looks', zh: '看哪里' },
		writes: {
			en: (result: MultiHead) => `→ what it writes for ${quoted(result, result.focus.query)}`,
			zh: (result: MultiHead) => `→ 给${quoted(result, result.focus.query)}写了什么`
		},
		moves: {
			en: ({ target }: MultiHead) => `→ logit of “${target.token}”`,
			zh: ({ target }: MultiHead) => `→ “${target.token}”的 logit`
		}
	},
	strongest: {
		en: (result: MultiHead, { best, bestWeight }: Head) =>
			`looks at {k:${quoted(result, best)}} with **${two(bestWeight)}**`,
		zh: (result: MultiHead, { best, bestWeight }: Head) => `最看 {k:${quoted(result, best)}}，**${two(bestWeight)}**`
	},
	length: {
		en: ({ length }: Part) => `length **${two(length)}**`,
		zh: ({ length }: Part) => `长 **${two(length)}**`
	},
	off: { en: 'off: writes nothing', zh: '已关掉：什么也没写' },
	bias: { en: '+ b_{O}', zh: '+ b_{O}' },
	sum: { en: '= attn_out', zh: '= attn_out' },
	checked: {
		en: ({ output }: MultiHead) => `the sum misses it by **${formatNumber(output.apart)}**`,
		zh: ({ output }: MultiHead) => `各部分之和与它最多差 **${formatNumber(output.apart)}**`
	},
	part: {
		en: (name: string, values: ArrayLike<number>) => `${name}: ${values.length} numbers`,
		zh: (name: string, values: ArrayLike<number>) => `${name}：${values.length} 个数`
	},
	differ: {
		title: { en: 'Do the heads differ?', zh: '各个头看的不一样吗？' },
		label: {
			en: ({ focus }: MultiHead) => `Divergence of patterns in layer ${focus.layer}, head by head`,
			zh: ({ focus }: MultiHead) => `第 ${focus.layer} 层各头注意力之间的散度`
		},
		cell: {
			en: (a: number, b: number, bits: number) =>
				`heads ${a} and ${b}: Jensen–Shannon divergence ${formatNumber(bits)} bit, mean over queries`,
			zh: (a: number, b: number, bits: number) =>
				`${a} 号头和 ${b} 号头：Jensen–Shannon 散度 ${formatNumber(bits)} 比特，对各查询取平均`
		},
		says: {
			en: ({ meanDivergence, focus }: MultiHead) =>
				`Layer ${focus.layer}: **${two(meanDivergence)}** bits apart on average. 0: the same pattern; 1: nothing in common.`,
			zh: ({ meanDivergence, focus }: MultiHead) =>
				`第 ${focus.layer} 层平均相差 **${two(meanDivergence)}** 比特。0：看得一模一样；1：毫无重合。`
		}
	},
	direct: {
		title: { en: 'Which head does the prediction hang on?', zh: '预测靠的是哪个头？' },
		label: {
			en: ({ target }: MultiHead) => `What each head adds directly to the logit of “${target.token}”`,
			zh: ({ target }: MultiHead) => `每个头直接加到“${target.token}”的 logit 上的量`
		},
		bar: {
			en: (result: MultiHead, { layer, head, direct, isOff }: Head) =>
				`layer ${layer}, head ${head}: ${signed(direct)} to the logit of “${result.target.token}”${isOff ? ', now off' : ''}`,
			zh: (result: MultiHead, { layer, head, direct, isOff }: Head) =>
				`第 ${layer} 层 ${head} 号头：给“${result.target.token}”的 logit ${signed(direct)}${isOff ? '，现已关掉' : ''}`
		},
		says: {
			en: ({ logit, direct, target, heads }: MultiHead) =>
				`With all on: **${heads.length}** heads give **${signed(direct)}** of the logit **${two(logit)}** of “${target.token}”; the rest comes from the embedding, the FFNs and the biases.`,
			zh: ({ logit, direct, target, heads }: MultiHead) =>
				`全部打开时：“${target.token}”的 logit 是 **${two(logit)}**，其中 **${heads.length}** 个头直接给了 **${signed(direct)}**，其余来自嵌入、FFN 和偏置。`
		}
	},
	effect: {
		title: { en: 'And without it?', zh: '没有它会怎样？' },
		hint: {
			en: 'Switch a head off: the whole model runs again without it.',
			zh: '关掉一个头：整个模型会在没有它的情况下再跑一遍。'
		},
		label: { en: 'Next token with heads off, and with all on', zh: '下一个 token：关掉一些头，与全部打开' },
		other: { en: 'all on', zh: '全部打开' },
		says: {
			en: ({ target }: MultiHead, effect: Effect) =>
				`“${target.token}”: **${formatNumber(effect.probability.before)}** → **${formatNumber(effect.probability.after)}**. Its logit moves by **${signed(effect.logit.after - effect.logit.before)}**; directly ${effect.count === 1 ? 'the head' : `the ${effect.count} heads`} had given **${signed(effect.direct)}**, the difference is how later parts and the final norm answer.${lossEn(effect)}${effect.isAll ? ' With every head off no token hears of any other: the prediction hangs on this token alone.' : ''}`,
			zh: ({ target }: MultiHead, effect: Effect) =>
				`“${target.token}”：**${formatNumber(effect.probability.before)}** → **${formatNumber(effect.probability.after)}**。它的 logit 变了 **${signed(effect.logit.after - effect.logit.before)}**；关掉的 ${effect.count} 个头直接给的是 **${signed(effect.direct)}**，差额来自后面各部分和最后的归一化对此的反应。${lossZh(effect)}${effect.isAll ? '所有头都关掉，token 之间就再也没有来往，预测只取决于这一个 token。' : ''}`
		}
	}
} as const;

function lossEn({ loss }: Effect): string {
	if (!loss) return '';
	return ` Loss on the text: **${two(loss.before)}** → **${two(loss.after)}** nats per token.`;
}

function lossZh({ loss }: Effect): string {
	if (!loss) return '';
	return `这段文字上的损失：每个 token **${two(loss.before)}** → **${two(loss.after)}** 奈特。`;
}
