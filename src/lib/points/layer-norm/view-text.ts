/** The words inside the drawing. */
import { formatNumber } from '#num/format.ts';
import type { Method, Normed } from './batch.ts';
import type { LayerNorm, Stage, Whole } from './compute.ts';
import type { Before, Sublayer } from './stream.ts';

const two = (value: number) => formatNumber(value, 2);
const three = (value: number) => formatNumber(value, 3);
const token = ({ labels, focus }: LayerNorm) => labels[focus.query] ?? '';
const neighbour = ({ labels, neighbour: index }: LayerNorm) => labels[index ?? -1] ?? '';

const METHODS = { layer: 'LayerNorm', rms: 'RMSNorm', batch: 'BatchNorm' } as const satisfies Record<Method, string>;
const SUBLAYERS = {
	en: { attention: 'attention', ffn: 'FFN' },
	zh: { attention: '注意力', ffn: 'FFN' }
} as const;

/** The words of the drawing in both languages. */
export const view = {
	norm: { en: 'Norm', zh: '归一化' },
	norms: {
		ln1: { en: 'before attention', zh: '注意力之前' },
		ln2: { en: 'before the FFN', zh: 'FFN 之前' },
		final: { en: 'the last one', zh: '最后一个' }
	},
	scale: { en: 'Multiply x by', zh: '把 x 乘以' },
	stage: {
		before: {
			en: (result: LayerNorm) => (result.scaling.by === 1 ? 'x' : `${formatNumber(result.scaling.by, 1)} · x`),
			zh: (result: LayerNorm) => (result.scaling.by === 1 ? 'x' : `${formatNumber(result.scaling.by, 1)} · x`)
		},
		plain: { en: () => 'x̂', zh: () => 'x̂' },
		after: {
			en: ({ kind }: LayerNorm) => (kind === 'rms' ? 'γ·x̂' : 'γ·x̂ + β'),
			zh: ({ kind }: LayerNorm) => (kind === 'rms' ? 'γ·x̂' : 'γ·x̂ + β')
		}
	},
	note: {
		before: {
			en: (result: LayerNorm) => `the stream of “${token(result)}”, ${result.d_model} numbers`,
			zh: (result: LayerNorm) => `“${token(result)}”的残差流，${result.d_model} 个数`
		},
		plain: {
			en: ({ kind }: LayerNorm) =>
				kind === 'rms' ? 'divided by its root mean square' : 'centred, and divided by its σ',
			zh: ({ kind }: LayerNorm) => (kind === 'rms' ? '除以自己的均方根' : '减去均值，除以自己的 σ')
		},
		after: {
			en: ({ at }: LayerNorm) => `${at}.normalized: what is read next`,
			zh: ({ at }: LayerNorm) => `${at}.normalized：接下来读的就是它`
		}
	},
	moments: {
		en: ({ mean, variance }: Stage) => `mean **${rounded(mean)}** · variance **${three(variance)}**`,
		zh: ({ mean, variance }: Stage) => `均值 **${rounded(mean)}** · 方差 **${three(variance)}**`
	},
	number: {
		en: (result: LayerNorm, which: 'before' | 'plain' | 'after', dim: number) =>
			`${which === 'before' ? 'x' : which === 'plain' ? 'x̂' : 'out'}[${result.focus.query}, ${dim}] = ${three(result[which].values[dim] ?? NaN)}`,
		zh: (result: LayerNorm, which: 'before' | 'plain' | 'after', dim: number) =>
			`${which === 'before' ? 'x' : which === 'plain' ? 'x̂' : '输出'}[${result.focus.query}, ${dim}] = ${three(result[which].values[dim] ?? NaN)}`
	},
	cut: {
		en: (shown: number, all: number) => `The first ${shown} of ${all} features are drawn; the numbers are of all.`,
		zh: (shown: number, all: number) => `只画出 ${all} 个特征中的前 ${shown} 个；数字是按全部特征算的。`
	},
	scaling: {
		en: ({ scaling, epsilon, before }: LayerNorm) =>
			scaling.by === 1
				? `Drag the slider: x grows and shrinks, x̂ stands still. Anywhere from 0.1 to 10 it moves by at most **${three(scaling.worst)}**.`
				: `x times **${formatNumber(scaling.by, 1)}**, its variance times **${formatNumber(scaling.by ** 2, 2)}** (now ${three(before.variance)}); x̂ moves by at most **${three(scaling.change)}**. That is ε = ${formatNumber(epsilon, 3)} beside the variance; with ε = 0: **${three(scaling.exact)}**.`,
		zh: ({ scaling, epsilon, before }: LayerNorm) =>
			scaling.by === 1
				? `拖动滑块：x 变大变小，x̂ 纹丝不动。从 0.1 到 10，它最多变 **${three(scaling.worst)}**。`
				: `x 乘以 **${formatNumber(scaling.by, 1)}**，方差就乘以 **${formatNumber(scaling.by ** 2, 2)}**（现在是 ${three(before.variance)}）；x̂ 最多变 **${three(scaling.change)}**。那是因为方差旁边还有个 ε = ${formatNumber(epsilon, 3)}；ε = 0 时：**${three(scaling.exact)}**。`
	},
	differs: {
		en: ({ differs }: LayerNorm) =>
			`Computed here from x, γ and β; differs from the model’s own by at most ${three(differs)}.`,
		zh: ({ differs }: LayerNorm) => `这里由 x、γ、β 重新算出，与模型自己的值最多差 ${three(differs)}。`
	},
	whole: {
		en: ({ change, largestLogit, before, after }: Whole, by: number) =>
			`The whole model with its last stream × ${formatNumber(by, 1)}: no logit moves by more than **${three(change)}** (the largest is ${two(largestLogit)} in size); it said “${before}” and says “${after}”.`,
		zh: ({ change, largestLogit, before, after }: Whole, by: number) =>
			`让整个模型最后的残差流 × ${formatNumber(by, 1)}：没有一个 logit 变得超过 **${three(change)}**（最大的有 ${two(largestLogit)}）；原来说“${before}”，现在说“${after}”。`
	},
	batch: {
		title: { en: 'Averaged over what? One batch, three norms', zh: '在什么上面取平均？同一批，三种归一化' },
		subtitle: {
			en: ({ labels, d_model }: LayerNorm) => `${labels.length} tokens ↓ × ${d_model} features →`,
			zh: ({ labels, d_model }: LayerNorm) => `${labels.length} 个 token ↓ × ${d_model} 个特征 →`
		},
		neighbour: {
			en: (result: LayerNorm) => `“${neighbour(result)}”`,
			zh: (result: LayerNorm) => `“${neighbour(result)}”`
		},
		changes: {
			without: { en: 'leaves the batch', zh: '离开这一批' },
			copy: { en: 'becomes a copy of the token', zh: '换成这个 token 的副本' }
		},
		dim: { en: 'Feature', zh: '特征' },
		name: {
			layer: { en: METHODS.layer, zh: METHODS.layer },
			rms: { en: METHODS.rms, zh: METHODS.rms },
			batch: { en: METHODS.batch, zh: METHODS.batch }
		},
		own: { en: ' · this model’s', zh: ' · 这个模型用的' },
		over: {
			layer: { en: 'over the features of one token', zh: '在一个 token 的特征上' },
			rms: { en: 'the same, without the mean', zh: '同样，但不减均值' },
			batch: { en: 'over the tokens, feature by feature', zh: '在各个 token 上，逐个特征' }
		},
		label: {
			en: (result: LayerNorm, { method }: Normed) =>
				`${METHODS[method]} of the batch, tokens down and features across; framed is what number ${result.dim} of “${token(result)}” is averaged with`,
			zh: (result: LayerNorm, { method }: Normed) =>
				`这一批做 ${METHODS[method]}，token 在行，特征在列；框出的是“${token(result)}”的第 ${result.dim} 个数和谁一起取平均`
		},
		formula: {
			en: (result: LayerNorm, normed: Normed) => formulaOf(result, normed),
			zh: (result: LayerNorm, normed: Normed) => formulaOf(result, normed)
		},
		moved: {
			en: (result: LayerNorm, { largest }: Normed) =>
				largest === undefined
					? 'alone in its batch'
					: largest === 0
						? `“${token(result)}” moves by exactly **0**`
						: `“${token(result)}” moves by up to **${three(largest)}**`,
			zh: (result: LayerNorm, { largest }: Normed) =>
				largest === undefined
					? '这一批只有它自己'
					: largest === 0
						? `“${token(result)}”的变化正好是 **0**`
						: `“${token(result)}”最多变 **${three(largest)}**`
		},
		alone: {
			en: 'A batch of one: every feature is at its own mean, and BatchNorm leaves 0 of it.',
			zh: '一批只有一个：每个特征都等于自己的均值，BatchNorm 之后只剩 0。'
		}
	},
	where: {
		title: { en: 'Before the sublayer, or after the sum?', zh: '放在子层之前，还是相加之后？' },
		pre: {
			en: ({ parallel }: LayerNorm) => `Pre-norm: this model${parallel ? ', attention and FFN side by side' : ''}`,
			zh: ({ parallel }: LayerNorm) => `Pre-norm：这个模型${parallel ? '，注意力和 FFN 并排' : ''}`
		},
		post: {
			en: 'Post-norm: the Transformer of 2017, on the same numbers',
			zh: 'Post-norm：2017 年的 Transformer，用同样的数'
		},
		chain: {
			x: { en: 'x', zh: 'x' },
			norm: { en: 'norm', zh: '归一化' },
			gain: { en: 'γ, β', zh: 'γ、β' },
			sublayer: {
				en: ({ name }: Sublayer) => SUBLAYERS.en[name],
				zh: ({ name }: Sublayer) => SUBLAYERS.zh[name]
			},
			sum: { en: '+ x', zh: '+ x' }
		},
		free: {
			en: 'x itself passes by the norm: the sum has any size',
			zh: 'x 自己绕过归一化：和可大可小'
		},
		bound: {
			en: 'the sum goes through the norm: x too, every time',
			zh: '和整个经过归一化：x 每次也要过'
		},
		last: {
			en: 'Nothing is added after this norm: it stands between the finished stream and the unembedding, since no norm has held the sum.',
			zh: '这个归一化之后不再相加：它站在最终的残差流和解嵌入之间，因为前面没有哪个归一化管过这个和。'
		},
		curve: {
			title: {
				en: 'How large the stream of this token is before each norm',
				zh: '这个 token 的残差流在每个归一化之前有多大'
			},
			describe: {
				en: ({ stream }: LayerNorm, index: number) =>
					`${nameOf(stream[index])}: σ = ${three(stream[index]?.scale ?? NaN)} before it, 1 behind it (before γ)`,
				zh: ({ stream }: LayerNorm, index: number) =>
					`${nameOf(stream[index])}：之前 σ = ${three(stream[index]?.scale ?? NaN)}，之后是 1（乘 γ 之前）`
			},
			says: {
				en: (result: LayerNorm) =>
					`From **${two(result.stream[0]?.scale ?? NaN)}** to **${two(result.stream.at(-1)?.scale ?? NaN)}** over ${result.stream.length} norms; what each hands on, before γ, is **1.00**.`,
				zh: (result: LayerNorm) =>
					`经过 ${result.stream.length} 个归一化，从 **${two(result.stream[0]?.scale ?? NaN)}** 到 **${two(result.stream.at(-1)?.scale ?? NaN)}**；每个归一化交出来的，在乘 γ 之前都是 **1.00**。`
			}
		}
	}
} as const;

/** What is left of a mean that was subtracted is rounding, and reads as 0. */
function rounded(mean: number): string {
	return Math.abs(mean) < 1e-12 ? '0.000' : three(mean);
}

function formulaOf({ before, scaling, dim, epsilon }: LayerNorm, { method, moments, value }: Normed): string {
	const x = three((before.values[dim] ?? NaN) / scaling.by);
	const top = method === 'rms' ? x : `(${x} − (${three(moments.mean)}))`;
	return `${top} ÷ √(${three(moments.square)} + ${formatNumber(epsilon, 3)}) = **${three(value)}**`;
}

/** A norm's name, short enough to stand under a bar. */
export function nameOf(before: Before | undefined): string {
	if (!before) return '';
	return before.norm === 'final' ? 'ln_final' : `${before.layer}.${before.norm}`;
}
