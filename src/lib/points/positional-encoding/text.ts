import { formatNumber } from '#num/format.ts';
import type { PointText } from '#points/define.ts';
import type { PositionalEncoding } from './compute.ts';
import { kindTextEn, kindTextZh } from './kind-text.ts';
import { view } from './view-text.ts';

const two = (value: number) => formatNumber(value, 2);

/** What the page says of positions. */
export const text = {
	title: { en: 'Positional encoding', zh: '位置编码' },
	summary: {
		en: 'Attention alone does not know order; positions have to be put in.',
		zh: '注意力本身分不清先后，顺序要另外告诉它。'
	},
	look: {
		en: (result: PositionalEncoding) => `${kindTextEn.look(result)} ${lossEn(result)}`,
		zh: (result: PositionalEncoding) => `${kindTextZh.look(result)}${lossZh(result)}`
	},
	wrong: {
		en: '“A Transformer reads the text from left to right, so it knows the order anyway.”',
		zh: '“Transformer 是从左往右读的，顺序它本来就知道。”'
	},
	right: {
		en: (result: PositionalEncoding) =>
			`It takes in all tokens at once, and a weighted sum does not know the order of its terms. ${lossEn(result)} All that is left is a trace: under the causal mask the token at place p sees p + 1 keys, and a deep model can count on that a little.`,
		zh: (result: PositionalEncoding) =>
			`所有 token 是同时读进来的，而加权求和不管各项的先后。${lossZh(result)}剩下的只有一点痕迹：有因果掩码时，第 p 位的 token 看得到 p + 1 个键，层数多了，模型多少能借此估出位置。`
	},
	numbers: {
		en: (result: PositionalEncoding) => kindTextEn.numbers(result),
		zh: (result: PositionalEncoding) => kindTextZh.numbers(result)
	},
	know: {
		en: ({ context, d_model, own }: PositionalEncoding) =>
			`Sinusoids cost no parameter and are defined at every place; whether a model copes with places it never met in training is another matter. A learned table costs context × d_{model}, here **${context} × ${d_model}** = **${context * d_model}** numbers, fits what it has seen, and ends where it ends. Rotary positions turn q and k in every block instead of adding anything, so that a score depends on the distance; Llama, GPT-NeoX and most models since have them, and so does ${own === 'rotary' ? 'this one' : 'the storyteller; this one learned its table'}. ALiBi subtracts a slope × distance from the scores. Even a decoder trained with no positions at all learns some order from its mask.`,
		zh: ({ context, d_model, own }: PositionalEncoding) =>
			`正弦编码不花参数，任何位置都有定义；至于模型能不能应付训练里没见过的位置，是另一回事。学出来的表要 context × d_{model} 个参数，这里是 **${context} × ${d_model}** = **${context * d_model}** 个；见过的位置贴合得好，表到哪里，能用的长度就到哪里。旋转位置编码什么都不加，在每一层里转 q 和 k，分数于是只跟距离有关：Llama、GPT-NeoX 和之后的大多数模型都用它，${own === 'rotary' ? '眼前这个也是' : 'storyteller 也是；眼前这个用的是学出来的表'}。ALiBi 则是从分数里减去“斜率 × 距离”。就算完全不给位置，从头训练的解码器也能从掩码里学到一点顺序。`
	},
	view
} satisfies PointText<PositionalEncoding> & { view: unknown };

function lossEn({ effect }: PositionalEncoding): string {
	if (!effect?.loss) return 'The text is too short for a loss: it takes two tokens.';
	return `Without its positions, this model’s loss on your text goes from **${two(effect.loss.before)}** to **${two(effect.loss.after)}** nats per token.`;
}

function lossZh({ effect }: PositionalEncoding): string {
	if (!effect?.loss) return '文字太短，至少要两个 token 才有损失。';
	return `拿掉位置，这个模型在你这段文字上的损失从每个 token **${two(effect.loss.before)}** 奈特变成 **${two(effect.loss.after)}**。`;
}
