import { formatNumber } from '#num/format.ts';
import type { PointText } from '#points/define.ts';
import type { Residual, Step } from './compute.ts';
import { nameOf, view } from './view-text.ts';

const two = (value: number) => formatNumber(value, 2);
const signed = (value: number) => (value < 0 ? two(value) : `+${two(value)}`);
const asks = ({ labels, focus }: Residual) => labels[focus.query] ?? '';

/** The largest push for the target and the largest against it. */
function extremes({ steps }: Residual): { readonly best: Step | undefined; readonly worst: Step | undefined } {
	const ordered = steps.toSorted((one, other) => one.contribution - other.contribution);
	return { best: ordered.at(-1), worst: ordered[0] };
}

const told = (step: Step | undefined) => (step ? `${nameOf(step.source)} **${signed(step.contribution)}**` : '');

/** What the page says of the stream. */
export const text = {
	title: { en: 'Residual connections', zh: '残差连接' },
	summary: {
		en: 'No layer replaces what was there: each adds a vector to a stream that runs through the whole model.',
		zh: '没有哪一层改写前面的结果：每层只往一条贯穿整个模型的流里加一个向量。'
	},
	look: {
		en: (result: Residual) => {
			const { best, worst } = extremes(result);
			return `Downwards: the stream of {q:“${asks(result)}”} through the model. Each row adds one vector, and each moves the logit of “${result.target.token}”: most for it ${told(best)}, most against it ${told(worst)}. On the right the stream is read as if the model ended there: from **${nameOf(at(result))}** on it says what the whole model says.`;
		},
		zh: (result: Residual) => {
			const { best, worst } = extremes(result);
			return `从上往下，是{q:“${asks(result)}”}的残差流穿过整个模型。每一行加进一个向量，每个向量都把“${result.target.token}”的 logit 推一推：最帮它的是 ${told(best)}，最压它的是 ${told(worst)}。右边是就在这里停下来读，会读到什么：从 **${nameOf(at(result))}** 起，它说的就和整个模型一样了。`;
		}
	},
	wrong: {
		en: '“Each layer turns its input into a new, better representation.” Or: “skips are a trick for training; a trained model could do without.”',
		zh: '“每一层都把输入变成一个新的、更好的表示。”或者：“跳连只是训练时的技巧，训练好了就用不着了。”'
	},
	right: {
		en: (result: Residual) =>
			`What a layer computes is **added**. So the logit of “${result.target.token}” is a plain sum of ${result.steps.length} parts and a constant: **${two(result.sum)}**, and the model’s own number differs by **${formatNumber(result.apart)}**. And the trained model rests on it: ${lostEn(result)}`,
		zh: (result: Residual) =>
			`每层算出来的东西是**加**上去的。所以“${result.target.token}”的 logit 就是 ${result.steps.length} 个部分加一个常数：**${two(result.sum)}**，和模型自己的数相差 **${formatNumber(result.apart)}**。训练好的模型也离不开它：${lostZh(result)}`
	},
	numbers: {
		en: (result: Residual) =>
			`${sum(result)}; the model’s own: **${two(result.logit)}**. Each part is [1 × ${result.sizes.d_model}]${result.hasMean ? ', less its mean' : ''}, ÷ σ, ⊙ w, times one column of W_{U} of [${result.sizes.d_model} × ${result.sizes.d_vocab}].`,
		zh: (result: Residual) =>
			`${sum(result)}；模型自己的：**${two(result.logit)}**。每个部分都是 [1 × ${result.sizes.d_model}]${result.hasMean ? '，减去均值' : ''}，÷ σ，⊙ w，再乘 W_{U}（[${result.sizes.d_model} × ${result.sizes.d_vocab}]）的一列。`
	},
	know: {
		en: (result: Residual) =>
			`The derivative of x + f(x) is **1** + f′(x): however small f′ is, the gradient comes back through the 1, and ${result.sizes.layers} layers or a hundred can be trained. For the same reason a layer may start by adding almost nothing. The stream grows: from **${two(first(result)?.length ?? 0)}** to **${two(last(result)?.length ?? 0)}** in length here, which is why every part reads it through a norm (Pre-LN: the skip itself passes no norm). Reading it early is the logit lens (nostalgebraist, 2020); the bars hold the final norm’s scale fixed, so that they add up.`,
		zh: (result: Residual) =>
			`x + f(x) 的导数是 **1** + f′(x)：不管 f′ 多小，梯度总能从那个 1 传回来，${result.sizes.layers} 层也好，上百层也好，都训练得动。也因此，一层可以从“几乎什么都不加”学起。残差流会越来越长：这里从 **${two(first(result)?.length ?? 0)}** 长到 **${two(last(result)?.length ?? 0)}**，所以每个部分读它之前都要先归一化（Pre-LN：跳连本身不经过归一化）。提前读残差流的做法叫 logit lens（nostalgebraist，2020）；图上的条固定用最后那次归一化的 σ，所以加得起来。`
	},
	view
} satisfies PointText<Residual> & { view: unknown };

function at({ steps, settled }: Residual): Step['source'] {
	return steps[settled]?.source ?? { kind: 'embed' };
}

const first = ({ steps }: Residual) => steps.find(({ reading }) => reading)?.reading;
const last = ({ steps }: Residual) => steps.findLast(({ reading }) => reading)?.reading;

function sum({ steps, constant, sum: total, target }: Residual): string {
	const parts = steps.map(({ source, contribution }) => `${signed(contribution)} (${nameOf(source)})`).join(' ');
	return `logit(“${target.token}”) = ${parts} ${signed(constant)} (b) = **${two(total)}**`;
}

function lostEn({ effect, target }: Residual): string {
	if (!effect) return 'take the skip away and see what is left.';
	const { before, after } = effect.probability;
	return `without the skip “${target.token}” goes from **${formatNumber(before)}** to **${formatNumber(after)}**.`;
}

function lostZh({ effect, target }: Residual): string {
	if (!effect) return '把跳连拿掉，看看还剩什么。';
	const { before, after } = effect.probability;
	return `没有跳连，“${target.token}”的概率从 **${formatNumber(before)}** 变成 **${formatNumber(after)}**。`;
}
