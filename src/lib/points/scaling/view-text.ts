/** The words inside the drawing. */
import { formatNumber } from '#num/format.ts';
import type { Prediction, Scaling } from './compute.ts';
import type { Softened } from './softened.ts';
import type { Swept } from './sweep.ts';

const two = (value: number) => formatNumber(value, 2);
const three = (value: number) => formatNumber(value, 3);
/** The two ways through softmax. */
export type Side = 'scaled' | 'unscaled';

const widest = (swept: readonly Swept[]) => swept.at(-1);

/** The words of the drawing in both languages. */
export const view = {
	with: { en: 'with ÷ √dₖ', zh: '除以 √dₖ' },
	without: { en: 'without', zh: '不除' },
	measures: {
		en: ({ bits, bestWeight, gradient }: Softened) =>
			`**${two(bits)}** bit · largest weight **${three(bestWeight)}** · gradient **${three(gradient)}**`,
		zh: ({ bits, bestWeight, gradient }: Softened) =>
			`**${two(bits)}** 比特 · 最大权重 **${three(bestWeight)}** · 梯度 **${three(gradient)}**`
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
			en: ({ slope, sweep }: Scaling) =>
				`Slope **${two(slope)}** (1: in step with d_{k}). At ${widest(sweep)?.width ?? 0} dimensions sixteen random keys leave a largest weight of **${two(widest(sweep)?.unscaled.bestWeight ?? NaN)}** and a gradient of **${three(widest(sweep)?.unscaled.gradient ?? NaN)}**; divided, **${two(widest(sweep)?.scaled.bestWeight ?? NaN)}** and **${three(widest(sweep)?.scaled.gradient ?? NaN)}**.`,
			zh: ({ slope, sweep }: Scaling) =>
				`斜率 **${two(slope)}**（1 表示与 d_{k} 同步增长）。${widest(sweep)?.width ?? 0} 维时，面对十六个随机的键，不除：最大权重平均 **${two(widest(sweep)?.unscaled.bestWeight ?? NaN)}**、梯度 **${three(widest(sweep)?.unscaled.gradient ?? NaN)}**；除了：**${two(widest(sweep)?.scaled.bestWeight ?? NaN)}** 和 **${three(widest(sweep)?.scaled.gradient ?? NaN)}**。`
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

/** Which weight: of which head, query and key. */
function place({ focus, labels }: Scaling, key: number): string {
	return `softmax[${focus.head}, ${focus.query}, ${key}] “${labels[key] ?? ''}”`;
}

function formula({ scores, weights }: Softened, key: number): string {
	return `e^${three(scores[key] ?? NaN)} ÷ Σ = ${three(weights[key] ?? NaN)}`;
}
