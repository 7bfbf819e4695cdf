import { formatNumber } from '#num/format.ts';
import type { PointText } from '#points/define.ts';
import type { CausalMask } from './compute.ts';
import { numbers } from './numbers.ts';
import { view } from './view-text.ts';

const two = (value: number) => formatNumber(value, 2);
const name = ({ labels }: CausalMask, index: number) => labels[index] ?? '';

/** What the page says of the mask. */
export const text = {
	title: { en: 'Causal mask', zh: '因果掩码' },
	summary: {
		en: 'A query may look at itself and at what came before. The future is closed before the softmax.',
		zh: '每个查询只能看自己和前面的 token；未来在 softmax 之前就被关上了。'
	},
	look: {
		en: (result: CausalMask) =>
			`First the scores as q·k ÷ √${result.d_head} left them: nothing is hidden, every token has a score for every other. ${closedEn(result)} {q:“${name(result, result.focus.query)}”} sees **${result.open}** of **${result.masked.length}** keys. Change the mask, or paint on the middle square.`,
		zh: (result: CausalMask) =>
			`第一张图是 q·k ÷ √${result.d_head} 的分数：什么都没遮，每个 token 对每个 token 都有分数。${closedZh(result)}{q:“${name(result, result.focus.query)}”}能看见 **${result.masked.length}** 个键中的 **${result.open}** 个。换一种掩码试试，或者直接在中间那张图上涂。`
	},
	wrong: {
		en: '“The mask sets the future’s attention weights to zero after the softmax.”',
		zh: '“因果掩码就是在 softmax 之后，把未来的注意力权重改成 0。”'
	},
	right: {
		en: ({ struck }: CausalMask) =>
			`It adds −∞ to the scores before the softmax, so that closed keys never enter the row’s sum. Struck out afterwards, the causal rows of this head would sum to **${two(struck.mean)}** on average instead of 1, and the first to **${two(struck.first)}**; what is missing would still tell each token something about its future.`,
		zh: ({ struck }: CausalMask) =>
			`−∞ 是在 softmax 之前加到分数上的，被遮住的键根本不进分母。要是之后才划掉，这个头按因果划完，各行加起来平均只有 **${two(struck.mean)}**，第一行只有 **${two(struck.first)}**，不再是 1；而且少掉的那一份，仍然向每个 token 透露了它的未来。`
	},
	numbers,
	know: {
		en: (result: CausalMask) =>
			`The mask is what lets training learn from all **${result.predictions}** next tokens of this text in a single pass: a causal position cannot read the answer it is asked for. ${cheatsEn(result)} It is also why a past can be kept: keys and values that depend on no later token never go stale, so no causal mask, no KV cache. A window of w reaches farther than w: through ${result.layers} blocks it carries news from up to ${result.layers} × (w − 1) tokens back. In 16-bit floats −∞ is written as the lowest number there is, and a row with nothing open must not come to 0 ÷ 0: here it weighs nothing.`,
		zh: (result: CausalMask) =>
			`正因为有掩码，训练时一遍就能同时学这段文字的 **${result.predictions}** 个“下一个 token”：谁都看不到要它猜的答案。${cheatsZh(result)}过去之所以能存下来，也是因为它：键和值不依赖后面的 token，就不会过时；没有因果掩码，就没有 KV cache。宽为 w 的滑动窗口其实看得比 w 远：经过 ${result.layers} 层，消息最多能从 ${result.layers} × (w − 1) 个 token 之前传过来。用 16 位浮点时，−∞ 常写成能表示的最小数；一行全被遮住时不能算成 0 ÷ 0，这里让它的权重全是 0。`
	},
	view
} satisfies PointText<CausalMask> & { view: unknown };

function closedEn({ closed, masked }: CausalMask): string {
	if (closed === 0) return `The mask chosen now closes none of the **${masked.length ** 2}** cells.`;
	return `Then the mask adds −∞ to **${closed}** of **${masked.length ** 2}** cells. Since e^{−∞} = 0, each of those weighs exactly 0 after the softmax.`;
}

function closedZh({ closed, masked }: CausalMask): string {
	if (closed === 0) return `现在的掩码在 **${masked.length ** 2}** 格里一格也没遮。`;
	return `第二张图里，掩码给 **${masked.length ** 2}** 格中的 **${closed}** 格加上了 −∞。因为 e^{−∞} = 0，softmax 之后这些格子的权重正好是 0。`;
}

function cheatsEn({ cheats, predictions }: CausalMask): string {
	if (cheats === 0) return 'Under the mask chosen now, none can.';
	return `Under the mask chosen now, **${cheats}** of ${predictions} can, directly or through the blocks between.`;
}

function cheatsZh({ cheats, predictions }: CausalMask): string {
	if (cheats === 0) return '在现在这个掩码下，没有一个看得到。';
	return `在现在这个掩码下，${predictions} 个里有 **${cheats}** 个看得到：直接看到，或者一层层传过去。`;
}
