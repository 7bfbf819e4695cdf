import { formatNumber } from '#num/format.ts';
import type { PointText } from '#points/define.ts';
import type { MultiHead, Pair } from './compute.ts';
import { view } from './view-text.ts';

const two = (value: number) => formatNumber(value, 2);
const signed = (value: number) => (value < 0 ? two(value) : `+${two(value)}`);
const asks = ({ labels, focus }: MultiHead) => labels[focus.query] ?? '';
const chosen = ({ parts, focus }: MultiHead) => parts[focus.head];

/** What the page says of the heads. */
export const text = {
	title: { en: 'Multi-head attention', zh: '多头注意力' },
	summary: {
		en: 'Several small attentions side by side, each free to look elsewhere; what they write is added.',
		zh: '几个小注意力并排工作，各看各的；写出来的东西最后加在一起。'
	},
	look: {
		en: (result: MultiHead) =>
			`Every row is one head of layer ${result.focus.layer}: where it looks, the ${result.sizes.d_model} numbers it writes for {q:“${asks(result)}”}, and how far those move the logit of “${result.target.token}”. The parts are **added**: head ${result.focus.head} gives **${signed(chosen(result)?.direct ?? 0)}**, the whole layer **${signed(result.output.direct)}**. Switch a head off and see what the model says without it.`,
		zh: (result: MultiHead) =>
			`每一行是第 ${result.focus.layer} 层的一个头：它看哪里，它给{q:“${asks(result)}”}写下的 ${result.sizes.d_model} 个数，这些数又把“${result.target.token}”的 logit 推了多少。各头写的东西是**相加**的：${result.focus.head} 号头贡献 **${signed(chosen(result)?.direct ?? 0)}**，整层一共 **${signed(result.output.direct)}**。关掉一个头，看看少了它模型会说什么。`
	},
	wrong: {
		en: '“The input is cut into slices, and each head gets one.” Or: “several heads cost several times as much as one.”',
		zh: '“多头就是把输入切成几段，每个头只看一段。”或者：“几个头就要花几倍的计算。”'
	},
	right: {
		en: (result: MultiHead) => {
			const { heads, d_model, d_head } = result.sizes;
			return `Each head reads **all ${d_model}** numbers of every token, through its own W_{Q}, W_{K} and W_{V} of ${d_model} × ${d_head}; only what it works with is narrow. ${heads} × ${d_head} = ${heads * d_head} columns are the price of one wide head. What the heads write is added up: their sum with b_{O} misses what the layer put out by **${formatNumber(result.output.apart)}**. ${alikeEn(result)}`;
		},
		zh: (result: MultiHead) => {
			const { heads, d_model, d_head } = result.sizes;
			return `每个头读的都是每个 token **全部 ${d_model}** 个数，用的是自己的 W_{Q}、W_{K}、W_{V}（各 ${d_model} × ${d_head}）；变窄的只是它内部工作的宽度。${heads} × ${d_head} = ${heads * d_head} 列，和一个宽头一样贵。各头写出来的东西直接相加：加上 b_{O}，和这一层真正的输出最多差 **${formatNumber(result.output.apart)}**。${alikeZh(result)}`;
		}
	},
	numbers: {
		en: (result: MultiHead) => formula(result, 'of length', '; '),
		zh: (result: MultiHead) => formula(result, '长', '；')
	},
	know: {
		en: (result: MultiHead) => {
			const { heads, d_head } = result.sizes;
			return `One head has one softmax per query: to use two tokens it must blend them. ${heads} heads can look at ${heads} places and keep the answers apart; the price is ${heads} score tables, and that each head’s W_{V}W_{O} has a rank of at most ${d_head}. What a head adds **directly** is not all it does: later layers read it too. ${effectEn(result)} In this model ${result.against} of ${result.heads.length} heads push the logit of “${result.target.token}” down. Trained models often lose little with many of their heads removed (Michel et al., 2019; Voita et al., 2019); sharing keys and values among heads (GQA) builds on that.`;
		},
		zh: (result: MultiHead) => {
			const { heads, d_head } = result.sizes;
			return `一个头对每个查询只有一次 softmax，要用两个 token，就只能把它们混在一起。${heads} 个头可以同时看 ${heads} 处，各拿各的；代价是 ${heads} 张分数表，而且每个头的 W_{V}W_{O} 秩最多是 ${d_head}。一个头**直接**加上去的并不是它的全部作用，后面的层还会读它写的东西。${effectZh(result)}这个模型的 ${result.heads.length} 个头里，有 ${result.against} 个在把“${result.target.token}”的 logit 往下压。训练好的模型去掉不少头也常常损失不大（Michel 等 2019；Voita 等 2019），让多个头共用键和值的 GQA 就从这里来。`;
		}
	},
	view
} satisfies PointText<MultiHead> & { view: unknown };

const pairName = ({ heads }: Pair) => heads.join('–');

function alikeEn({ closest, farthest, meanDivergence }: MultiHead): string {
	if (!closest || !farthest) return 'With a single head there is nothing to compare.';
	return `And they look elsewhere: their patterns diverge by **${two(meanDivergence)}** bits on average (1 is nothing in common), heads ${pairName(farthest)} the most, **${two(farthest.bits)}**.`;
}

function alikeZh({ closest, farthest, meanDivergence }: MultiHead): string {
	if (!closest || !farthest) return '只有一个头，没得比。';
	return `它们看的也不是一处：两两之间的注意力平均相差 **${two(meanDivergence)}** 比特（1 表示毫无重合），差得最多的是 ${pairName(farthest)} 号头，**${two(farthest.bits)}**。`;
}

function effectEn({ effect, target }: MultiHead): string {
	if (!effect) return 'Switch one off to see the difference.';
	return `${effect.count === 1 ? 'The one' : `The ${effect.count}`} now off had given “${target.token}” **${signed(effect.direct)}** directly; without them its logit moves by **${signed(effect.logit.after - effect.logit.before)}**.`;
}

function effectZh({ effect, target }: MultiHead): string {
	if (!effect) return '关掉一个就能看到差别。';
	return `现在关掉的 ${effect.count} 个，直接给“${target.token}”的是 **${signed(effect.direct)}**；没有它们，这个 logit 变化了 **${signed(effect.logit.after - effect.logit.before)}**。`;
}

function formula(result: MultiHead, isLong: string, then: string): string {
	const { sizes, parts, bias, output } = result;
	const shapes = `Σ_{h} z_{h}W_{O}^{h}${bias ? ' + b_{O}' : ''}, [1 × ${sizes.d_head}]·[${sizes.d_head} × ${sizes.d_model}] → [1 × ${sizes.d_model}]`;
	const given = parts.map(({ direct }) => signed(direct)).join(' ');
	const sum = `${given}${bias ? ` ${signed(bias.direct)} (b_{O})` : ''} = **${signed(output.direct)}**`;
	return `attn_out[${result.focus.query}] = ${shapes}, ${isLong} **${two(output.length)}**${then}logit(“${result.target.token}”): ${sum}`;
}
