/** The words inside the drawing. */
import { formatNumber } from '#num/format.ts';
import type { Prediction, Scaling } from './compute.ts';
import type { Softened } from './softened.ts';
import type { Swept } from './sweep.ts';

const two = (value: number) => formatNumber(value, 2);
const three = (value: number) => formatNumber(value, 3);
/** The two ways through softmax. */
export type Side = 'scaled' | 'unscaled';

/** The words of the drawing in both languages. */
export const view = {
	name: {
		unscaled: { en: 'Weights without ÷ √dₖ', zh: '不除以 √dₖ 的权重' },
		scaled: { en: 'Weights with ÷ √dₖ', zh: '除以 √dₖ 的权重' }
	},
	side: {
		unscaled: { en: () => 'softmax(q·k), undivided', zh: () => 'softmax(q·k)，不除' },
		scaled: {
			en: ({ d_head }: Scaling) => `softmax(q·k ÷ √${d_head})`,
			zh: ({ d_head }: Scaling) => `softmax(q·k ÷ √${d_head})`
		}
	},
	measures: {
		bits: { en: 'entropy, bits', zh: '熵（比特）' },
		largest: { en: 'largest weight', zh: '最大权重' },
		gradient: { en: 'gradient', zh: '梯度' }
	},
	head: {
		en: ({ head: { rows, scaled, unscaled } }: Scaling) =>
			rows === 0
				? 'No row of this head has a choice yet: it takes two open keys.'
				: `All ${rows} ${rows === 1 ? 'row' : 'rows'} of this head that ${rows === 1 ? 'has' : 'have'} a choice, on the mean: undivided **${two(unscaled.bits)}** bits and a gradient of **${three(unscaled.gradient)}**, divided **${two(scaled.bits)}** bits and **${three(scaled.gradient)}**.`,
		zh: ({ head: { rows, scaled, unscaled } }: Scaling) =>
			rows === 0
				? '这个头还没有一行有得选：至少要有两个看得见的键。'
				: `这个头里有得选的 ${rows} 行，平均下来：不除，**${two(unscaled.bits)}** 比特、梯度 **${three(unscaled.gradient)}**；除了，**${two(scaled.bits)}** 比特、梯度 **${three(scaled.gradient)}**。`
	},
	gradient: {
		en: 'Gradient: the Frobenius norm of softmax’s Jacobian, diag(p) − p p^{T}; 0.5 at most.',
		zh: '梯度：softmax 雅可比矩阵 diag(p) − p p^{T} 的 Frobenius 范数，最大 0.5。'
	},
	weight: {
		en: (result: Scaling, side: Side, key: number) => `${place(result, key)}: ${formula(result[side], key)}`,
		zh: (result: Scaling, side: Side, key: number) => `${place(result, key)}：${formula(result[side], key)}`
	},
	sweep: {
		title: { en: 'Fresh random vectors, d_{k} from 4 to 512', zh: '随机向量，d_{k} 从 4 到 512' },
		variance: { en: 'variance of q·k', zh: 'q·k 的方差' },
		scaledVariance: { en: 'variance of q·k ÷ √dₖ', zh: 'q·k ÷ √dₖ 的方差' },
		axis: { en: 'dₖ', zh: 'dₖ' },
		height: { en: 'variance', zh: '方差' },
		label: { en: 'Variance of dot products as dₖ grows', zh: 'dₖ 增大时点积的方差' },
		seed: { en: 'Seed', zh: '随机种子' },
		says: {
			en: (result: Scaling) => {
				const { own, last } = notable(result);
				return `At d_{k} = ${own.width} the variance of q·k comes out as **${formatNumber(own.variance, 1)} ± ${formatNumber(own.error, 1)}** (standard error); **${result.near}** of ${result.sweep.length} widths lie within two of them of d_{k}. Slope **${two(result.slope)}** (1: in step with d_{k}). At ${last.width} dimensions sixteen random keys leave a largest weight of **${two(last.unscaled.bestWeight)}** and a gradient of **${three(last.unscaled.gradient)}**; divided, **${two(last.scaled.bestWeight)}** and **${three(last.scaled.gradient)}**.`;
			},
			zh: (result: Scaling) => {
				const { own, last } = notable(result);
				return `d_{k} = ${own.width} 时，q·k 的方差量出来是 **${formatNumber(own.variance, 1)} ± ${formatNumber(own.error, 1)}**（标准误）；${result.sweep.length} 个宽度里有 **${result.near}** 个和 d_{k} 相差不到两个标准误。斜率 **${two(result.slope)}**（1 表示与 d_{k} 同步增长）。${last.width} 维时，面对十六个随机的键，不除：最大权重平均 **${two(last.unscaled.bestWeight)}**、梯度 **${three(last.unscaled.gradient)}**；除了：**${two(last.scaled.bestWeight)}** 和 **${three(last.scaled.gradient)}**。`;
			}
		}
	},
	whole: {
		toggle: { en: 'Run the whole model unscaled', zh: '整个模型都不缩放' },
		label: { en: 'Next token, unscaled and scaled', zh: '下一个 token：不缩放与缩放' },
		other: { en: 'with ÷ √dₖ', zh: '除以 √dₖ' },
		says: {
			en: ({ before, after, kept, loss }: Prediction) =>
				`With the division the model says “${before.token}” (**${three(before.probability)}**); without, “${after.token}” (**${three(after.probability)}**)${before.token === after.token ? '' : `, and “${before.token}” is left with **${three(kept)}**`}. Its loss on this text goes from **${two(loss.before)}** to **${two(loss.after)}** nats per token. The weights were trained with the division: this is what they lose without it, not what a model trained without it would do.`,
			zh: ({ before, after, kept, loss }: Prediction) =>
				`缩放时模型说“${before.token}”（**${three(before.probability)}**）；不缩放，说“${after.token}”（**${three(after.probability)}**）${before.token === after.token ? '' : `，“${before.token}”只剩 **${three(kept)}**`}。它在这段文字上的损失从每个 token **${two(loss.before)}** 奈特变成 **${two(loss.after)}**。这些权重是带着缩放训练的：这里看到的是突然拿掉它会怎样，不是一个从头就不缩放的模型会怎样。`
		}
	}
} as const;

/** The widest of the sweep, and the one that is nearest to this model's own d_k. */
export function notable({ sweep, d_head }: Scaling): { readonly own: Swept; readonly last: Swept } {
	const apart = ({ width }: Swept) => Math.abs(Math.log(width / d_head));
	const own = sweep.reduce((best, one) => (apart(one) < apart(best) ? one : best));
	return { own, last: sweep.at(-1) ?? own };
}

/** Which weight: of which head, query and key. */
function place({ focus, labels }: Scaling, key: number): string {
	return `softmax[${focus.head}, ${focus.query}, ${key}] “${labels[key] ?? ''}”`;
}

function formula({ scores, weights }: Softened, key: number): string {
	return `e^${three(scores[key] ?? NaN)} ÷ Σ = ${three(weights[key] ?? NaN)}`;
}
