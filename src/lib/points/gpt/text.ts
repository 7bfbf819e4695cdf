import { formatCount, formatNumber } from '#num/format.ts';
import type { PointText } from '#points/define.ts';
import type { PartKind } from './boxes.ts';
import type { Gpt, Share } from './compute.ts';
import { inFull, percent, view } from './view-text.ts';

const share = ({ parts, parameters }: Share, kind: PartKind) => percent(parts[kind], parameters);

/** What the page says of the whole model. */
export const text = {
	title: { en: 'GPT: the whole model', zh: 'GPT：整个模型' },
	summary: {
		en: 'A decoder alone, trained on nothing but the next token.',
		zh: '只用解码器，从头到尾只学一件事：猜下一个 token。'
	},
	look: {
		en: ({ tokens, shape, name, total, preset, check }: Gpt) =>
			`Read it from the top: **${tokens}** tokens become vectors of **${shape.d_model}** numbers, run down one stream through **${shape.layers}** equal blocks, and come out as scores over **${shape.d_vocab}** tokens. In each block attention and the FFN leave the stream, compute, and are added back. All **${inFull(total.parameters)}** parameters of ${name} are somewhere on this map${preset === 'own' ? ` (the file says ${inFull(check.parameters.file)})` : ''}. Every name opens its own page.`,
		zh: ({ tokens, shape, name, total, preset, check }: Gpt) =>
			`从上往下读：**${tokens}** 个 token 变成 **${shape.d_model}** 维的向量，沿着一条残差流穿过 **${shape.layers}** 个一样的层，最后变成对 **${shape.d_vocab}** 个 token 的打分。每层里，注意力和 FFN 各从流里分出去，算完再加回来。${name} 的 **${inFull(total.parameters)}** 个参数全在这张图上${preset === 'own' ? `（文件里是 ${inFull(check.parameters.file)} 个）` : ''}。每个名字都能点开它自己的那一页。`
	},
	wrong: {
		en: '“A GPT is mostly attention”, or “it is the Transformer’s encoder and decoder made larger.”',
		zh: '“GPT 里大部分都是注意力。”或者：“GPT 就是把 Transformer 的编码器和解码器一起做大。”'
	},
	right: {
		en: ({ own, small }: Gpt) =>
			`There is no encoder, and no cross-attention to one: one stack, one stream, one kind of block, one objective. And attention is the smaller half of a block: in ${own.name} it holds **${share(own, 'attention')}%** of the parameters, the FFN **${share(own, 'ffn')}%**, embeddings and W_{U} **${share(own, 'embedding')}%**; in GPT-2 small **${share(small, 'attention')}%**, **${share(small, 'ffn')}%** and **${share(small, 'embedding')}%**.`,
		zh: ({ own, small }: Gpt) =>
			`没有编码器，也就没有对编码器的交叉注意力：一摞层、一条流、一种层、一个目标。而且在一层里，注意力是较小的那一半：${own.name} 的参数里它占 **${share(own, 'attention')}%**，FFN 占 **${share(own, 'ffn')}%**，嵌入和 W_{U} 占 **${share(own, 'embedding')}%**；在 GPT-2 small 里依次是 **${share(small, 'attention')}%**、**${share(small, 'ffn')}%**、**${share(small, 'embedding')}%**。`
	},
	numbers: {
		en: (result: Gpt) => numbersOf(result, { block: 'block', all: 'parameters' }),
		zh: (result: Gpt) => numbersOf(result, { block: '层', all: '个参数' })
	},
	know: {
		en: ({ small, shares, total, tokens, name }: Gpt) =>
			`Width decides more than depth: a block holds about 12·d_{model}^{2} (4 in attention, 8 in an FFN four times as wide), so the embedding’s share falls from **${share(small, 'embedding')}%** in GPT-2 small to **${share(shares.at(-1) ?? small, 'embedding')}%** in XL. A pass takes about one multiply-add for every weight and token: here **${formatCount(total.multiplyAdds)}** for ${tokens} tokens of ${name}. Only Q·K^{T} and ·V grow with the square of the text. Since every position predicts its own next token under one mask, a text of ${tokens} tokens is ${Math.max(0, tokens - 1)} lessons in one pass: what BERT, which learns only from the tokens it hides, does not get.`,
		zh: ({ small, shares, total, tokens, name }: Gpt) =>
			`宽度比深度更要紧：一层大约有 12·d_{model}^{2} 个参数（注意力 4 份，四倍宽的 FFN 8 份），所以嵌入的占比从 GPT-2 small 的 **${share(small, 'embedding')}%** 降到 XL 的 **${share(shares.at(-1) ?? small, 'embedding')}%**。跑一遍，大致是每个权重、每个 token 一次乘加：这里 ${name} 读 ${tokens} 个 token 要 **${formatCount(total.multiplyAdds)}** 次。只有 Q·K^{T} 和 ·V 随文字长度的平方增长。在同一张掩码下，每个位置都预测自己的下一个 token，${tokens} 个 token 一遍就是 ${Math.max(0, tokens - 1)} 道题；BERT 只能从被遮住的那几个 token 学，没有这个便宜。`
	},
	view
} satisfies PointText<Gpt> & { view: unknown };

/** The sum of the parameters, written out for the model on the map. */
function numbersOf({ shape, shares, preset }: Gpt, words: { readonly block: string; readonly all: string }): string {
	const { parts, parameters } = shares.find(({ id }) => id === preset) ?? { parts: undefined, parameters: 0 };
	if (!parts) return '';
	const each = (kind: PartKind) => inFull(parts[kind] / shape.layers);
	const final = shape.d_model * (shape.norm === 'layer' ? 2 : 1);
	const norms = inFull((parts.norm - final) / shape.layers);
	return `${inFull(parts.embedding)} + ${shape.layers} ${words.block} × (**${each('attention')}** + **${each('ffn')}** + ${norms}) + ${inFull(final)} = **${inFull(parameters)}** ${words.all}; x: [pos, d_{model}] = [pos, ${shape.d_model}], W_{Q}: [${shape.d_model}, ${shape.heads}·${shape.d_head}], W_{in}: [${shape.d_model}, ${formatNumber(shape.d_mlp, 0)}]`;
}
