/** The formula with this run's numbers in it: one score divided, what softmax makes of both, and the measured variance. */
import { formatNumber } from '#num/format.ts';
import type { Scaling } from './compute.ts';
import { notable } from './view-text.ts';

const two = (value: number) => formatNumber(value, 2);
const three = (value: number) => formatNumber(value);

/** The formula's numbers in both languages. */
export const numbers = {
	en: (result: Scaling) => {
		const { own } = notable(result);
		return `${divided(result)}. Softmax over ${result.open} open ${result.open === 1 ? 'score' : 'scores'}: **${three(result.scaled.bestWeight)}** divided, **${three(result.unscaled.bestWeight)}** undivided. Shapes: q and k [${result.d_head}] each; scores [${shape(result)}], all divided by the same √${result.d_head}. Measured with random vectors at d_{k} = ${own.width}: Var(q·k) = **${two(own.variance)} ± ${two(own.error)}**, Var(q·k ÷ √d_{k}) = **${two(own.scaledVariance)} ± ${two(own.error / own.width)}**.`;
	},
	zh: (result: Scaling) => {
		const { own } = notable(result);
		return `${divided(result)}。对 ${result.open} 个看得见的分数做 softmax：除了是 **${three(result.scaled.bestWeight)}**，不除是 **${three(result.unscaled.bestWeight)}**。形状：q、k 各 [${result.d_head}]；分数 [${shape(result)}]，全都除以同一个 √${result.d_head}。用随机向量在 d_{k} = ${own.width} 处测得：Var(q·k) = **${two(own.variance)} ± ${two(own.error)}**，Var(q·k ÷ √d_{k}) = **${two(own.scaledVariance)} ± ${two(own.error / own.width)}**。`;
	}
};

/** The row's strongest score, which is always open. */
function divided({ scaled, unscaled, labels, focus, d_head, root }: Scaling): string {
	const { best } = scaled;
	return `{q:q_{${labels[focus.query] ?? ''}}}·{k:k_{${labels[best] ?? ''}}} = **${two(unscaled.scores[best] ?? 0)}**, ÷ √${d_head} = ÷ ${two(root)} = **${two(scaled.scores[best] ?? 0)}**`;
}

function shape({ heads, labels }: Scaling): string {
	return `${heads} × ${labels.length} × ${labels.length}`;
}
