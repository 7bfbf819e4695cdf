import { formatNumber } from '#num/format.ts';
import type { PointText } from '#points/define.ts';
import type { Autoregressive } from './compute.ts';
import { power } from './power.ts';
import { view } from './view-text.ts';

const two = (value: number) => formatNumber(value, 2);
const three = (value: number) => formatNumber(value);

/** What the page says of generation. */
export const text = {
	title: { en: 'Autoregressive generation', zh: '自回归生成' },
	summary: {
		en: 'Predict one token, append it, read it as input: the output becomes the prompt.',
		zh: '预测一个 token，接到后面，再读进去：输出成为下一步的输入。'
	},
	look: {
		en: (result: Autoregressive) =>
			`Each column is one place in the text, with the tokens that could stand there given all to its left. The thick way is the one taken. ${nextEn(result)} Choose another token: in the written part it rewrites the text from there (Back restores it); past the end you look along that branch first.`,
		zh: (result: Autoregressive) =>
			`每一列是文字里的一个位置，列出在左边那些 token 之后可能出现的 token，粗线是实际走的那条路。${nextZh(result)}点另一个 token 试试：在已写的部分，文字会从那里改写（后退即可还原）；在文字末尾之后，则先沿着这条岔路往前看。`
	},
	wrong: {
		en: '“The model works out its whole answer and then prints it a word at a time”, or “taking the likeliest token at every step gives the likeliest text.”',
		zh: '“模型先想好整段回答，再一个词一个词打印出来。”或者：“每一步都取最可能的 token，得到的就是最可能的文字。”'
	},
	right: {
		en: ({ sentence, vocabulary, labels }: Autoregressive) =>
			`A pass gives one distribution over **${vocabulary}** tokens for the next place, and nothing beyond it. A token is drawn, appended, and read by the next pass like any other: a way once taken is not taken back. What is likeliest step by step need not be likeliest as a whole: a poor step can open good ones. In this text of ${labels.length} tokens **${sentence.surprises}** of ${sentence.factors.length} were not the likeliest of their step.`,
		zh: ({ sentence, vocabulary, labels }: Autoregressive) =>
			`跑一遍模型，只得到下一个位置上 **${vocabulary}** 个 token 的概率分布，再往后什么也没有。抽出一个，接上去，下一遍就把它当成普通的输入来读：走过的路不会回头。每一步最可能，合起来却未必最可能：这一步吃点亏，后面也许一路顺畅。这段文字有 ${labels.length} 个 token，预测的 ${sentence.factors.length} 个里有 **${sentence.surprises}** 个并不是那一步最可能的。`
	},
	numbers: {
		en: (result: Autoregressive) => numbersOf(result, 'logits of [position, vocabulary]'),
		zh: (result: Autoregressive) => numbersOf(result, 'logits 的形状 [位置, 词表]')
	},
	know: {
		en: (result: Autoregressive) =>
			`Temperature, top-k, top-p and the seed are not in the model: they act on its logits. ${samplingEn(result)} The same seed draws the same text again, on any backend whose logits agree. Training reads all tokens at once, since the text is known; generation cannot: each input is the last output, one pass per token (a KV cache makes a pass cheap, not fewer). ${productEn(result)}`,
		zh: (result: Autoregressive) =>
			`温度、top-k、top-p、种子都不属于模型，它们只作用在 logit 上。${samplingZh(result)}种子相同，抽出的文字就相同，换一个后端也一样，只要 logit 一致。训练时整段文字是已知的，所有 token 一遍读完；生成做不到：每次的输入就是上一次的输出，一个 token 一遍（KV cache 让一遍变便宜，并不减少遍数）。${productZh(result)}`
	},
	view
} satisfies PointText<Autoregressive> & { view: unknown };

function nextEn({ step, vocabulary }: Autoregressive): string {
	if (!step) return '';
	const { column } = step;
	const [best] = column.alternatives;
	return `After “${column.after.trim() || '␣'}” the model finds “${best?.label.trim() || '␣'}” likeliest, at **${three(best?.probability ?? 0)}**; as things are drawn now, **${column.kept}** of ${vocabulary} tokens can come next.`;
}

function nextZh({ step, vocabulary }: Autoregressive): string {
	if (!step) return '';
	const { column } = step;
	const [best] = column.alternatives;
	return `在“${column.after.trim() || '␣'}”之后，模型认为最可能的是“${best?.label.trim() || '␣'}”，概率 **${three(best?.probability ?? 0)}**；按现在的抽法，${vocabulary} 个 token 里有 **${column.kept}** 个抽得到。`;
}

function samplingEn({ sampling, step, vocabulary }: Autoregressive): string {
	if (!step) return '';
	const { bits, column } = step;
	return `At temperature **${two(sampling.temperature)}** the ${two(bits.model)} bits of this step become **${two(bits.drawn)}**, and **${column.kept}** of ${vocabulary} tokens stay in the draw.`;
}

function samplingZh({ sampling, step, vocabulary }: Autoregressive): string {
	if (!step) return '';
	const { bits, column } = step;
	return `温度 **${two(sampling.temperature)}** 时，这一步的熵从 ${two(bits.model)} 比特变成 **${two(bits.drawn)}** 比特，${vocabulary} 个 token 里还剩 **${column.kept}** 个可抽。`;
}

function productEn({ sentence }: Autoregressive): string {
	const { sum, perplexity, factors } = sentence;
	if (factors.length === 0) return 'A single token has nothing before it to be predicted from.';
	return `Multiplied, ${factors.length} probabilities make **${power(sum)}**; one adds logarithms instead (**${two(sum)}**), since a few hundred factors underflow. Per token that is a perplexity of **${two(perplexity)}**.`;
}

function productZh({ sentence }: Autoregressive): string {
	const { sum, perplexity, factors } = sentence;
	if (factors.length === 0) return '只有一个 token，前面没有东西可以用来预测它。';
	return `${factors.length} 个概率乘起来是 **${power(sum)}**；实际计算时把对数相加（**${two(sum)}**），因为几百个因子连乘会下溢。摊到每个 token，困惑度是 **${two(perplexity)}**。`;
}

/** The product with its first factors and its value. */
function numbersOf({ sentence, labels, vocabulary }: Autoregressive, shape: string): string {
	const { factors, sum, perplexity } = sentence;
	const size = `${shape} = [${labels.length}, ${vocabulary}]`;
	if (factors.length === 0) return size;
	const first = factors
		.slice(0, 3)
		.map(({ pos, probability }) => `p(${labels[pos] ?? ''} | …${labels[pos - 1] ?? ''}) = **${three(probability)}**`);
	const more = factors.length > first.length ? ' · …' : '';
	return `${first.join(' · ')}${more} ⇒ ∏ = **${power(sum)}** = e^{${two(sum)}}; e^{${formatNumber(-sum, 2)} / ${factors.length}} = **${two(perplexity)}**; ${size}`;
}
