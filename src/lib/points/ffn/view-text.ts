/** The words inside the drawing. */
import { formatCount, formatNumber } from '#num/format.ts';
import type { Ffn, Shuffled } from './compute.ts';
import { percent, whole } from './figures.ts';
import type { Share } from './parameters.ts';
import type { Prediction } from './prediction.ts';

const two = (value: number) => formatNumber(value, 2);
const three = (value: number) => formatNumber(value, 3);
const quoted = ({ labels }: Ffn, pos: number) => `“${labels[pos] ?? ''}”`;

/** The words of the drawing in both languages. */
export const view = {
	sort: {
		label: { en: 'Neurons by', zh: '神经元排序' },
		token: { en: 'this token', zh: '按这个 token' },
		text: { en: 'peak in the text', zh: '按全文最高' },
		index: { en: 'number', zh: '按编号' }
	},
	shuffle: { en: 'Shuffle the tokens', zh: '打乱 token' },
	heat: {
		label: { en: 'Activations, tokens down, neurons across', zh: '激活值，token 在行，神经元在列' },
		rows: { en: 'token', zh: 'token' },
		columns: { en: 'neuron', zh: '神经元' },
		cell: {
			en: (result: Ffn, row: number, column: number) => cellOf(result, row, column),
			zh: (result: Ffn, row: number, column: number) => cellOf(result, row, column)
		},
		hint: {
			en: 'Point at a cell to read it; click it to choose its neuron and its token.',
			zh: '指着一格看它是什么；点一下，选中这个神经元和这个 token。'
		},
		shuffled: {
			en: ({ count, off }: Shuffled) =>
				`The first **${count}**, worked out again in this order: every output is what the model gave that token, to within **${formatNumber(off, 6)}**. No token asks who stands beside it.`,
			zh: ({ count, off }: Shuffled) =>
				`前 **${count}** 个按这个次序重新算了一遍：每个 token 得到的输出都和模型给它的一样，相差不超过 **${formatNumber(off, 6)}**。没有谁在意旁边站着谁。`
		}
	},
	curve: {
		title: {
			en: ({ activation }: Ffn) => `${activation}, and where this token’s neurons lie on it`,
			zh: ({ activation }: Ffn) => `${activation}，以及这个 token 的神经元落在哪里`
		},
		label: {
			en: (result: Ffn) =>
				`${result.activation} from ${result.curve.low} to ${result.curve.high}, over a histogram of the ${result.sizes.d_mlp} pre-activations of ${quoted(result, result.focus.query)}`,
			zh: (result: Ffn) =>
				`${result.activation} 从 ${result.curve.low} 到 ${result.curve.high}，下面是${quoted(result, result.focus.query)}的 ${result.sizes.d_mlp} 个激活前数值的直方图`
		},
		neuron: {
			en: ({ neuron }: Ffn) => `neuron ${neuron.index}`,
			zh: ({ neuron }: Ffn) => `神经元 ${neuron.index}`
		},
		says: {
			en: (result: Ffn) =>
				`At ${quoted(result, result.focus.query)} **${percent(result.spread.negative)}** of the neurons are pushed below zero. **${percent(result.spread.quiet)}** end up quiet, at less than a tenth of the strongest (**${two(peak(result))}**); over the whole text, **${percent(result.quiet)}**.`,
			zh: (result: Ffn) =>
				`在${quoted(result, result.focus.query)}处，**${percent(result.spread.negative)}** 的神经元被压到零以下；**${percent(result.spread.quiet)}** 几乎不出声，不到最强者（**${two(peak(result))}**）的十分之一。全文平均 **${percent(result.quiet)}**。`
		}
	},
	neuron: {
		title: { en: 'One neuron', zh: '一个神经元' },
		field: { en: 'Neuron', zh: '编号' },
		strongest: { en: 'Strongest here', zh: '这里最强的' },
		here: {
			en: (result: Ffn) => `At ${quoted(result, result.focus.query)} it stands at **${three(result.neuron.post)}**.`,
			zh: (result: Ffn) => `在${quoted(result, result.focus.query)}处，它的激活是 **${three(result.neuron.post)}**。`
		},
		wakes: { en: 'Tokens that wake it', zh: '唤醒它的 token' },
		raises: { en: 'It raises', zh: '它抬高' },
		lowers: { en: 'It lowers', zh: '它压低' },
		unit: {
			en: 'Logits for one unit of activation, by the direct way: its row of W_{out} through the last norm and W_{U}, against the mean of all tokens.',
			zh: '激活每有一个单位，logit 直接改变多少：W_{out} 的那一行经过最后的归一化和 W_{U}，减去全词表的平均。'
		}
	},
	off: {
		title: { en: 'Switch it off', zh: '关掉它' },
		label: { en: 'Off', zh: '关掉' },
		none: { en: 'nothing', zh: '什么都不关' },
		neuron: { en: 'this neuron', zh: '这个神经元' },
		all: { en: 'all neurons of this block', zh: '这一层的全部神经元' },
		ranking: { en: 'Next token with the part switched off, and as it was', zh: '下一个 token：关掉之后与原来' },
		other: { en: 'as it was', zh: '原来' },
		ask: {
			en: 'One neuron of hundreds: would the prediction miss it?',
			zh: '几百个神经元里的一个：少了它，预测会变吗？'
		},
		says: {
			en: (prediction: Prediction, direct: number | undefined) => saysEn(prediction, direct),
			zh: (prediction: Prediction, direct: number | undefined) => saysZh(prediction, direct)
		}
	},
	share: {
		title: {
			en: ({ parameters, focus }: Ffn) =>
				`Where the ${formatCount(parameters.total)} parameters of block ${focus.layer} are`,
			zh: ({ parameters, focus }: Ffn) => `第 ${focus.layer} 层的 ${formatCount(parameters.total)} 个参数在哪里`
		},
		group: {
			attention: { en: 'attention', zh: '注意力' },
			ffn: { en: 'FFN', zh: 'FFN' },
			norms: { en: 'norms', zh: '归一化' }
		},
		part: {
			en: ({ name, count }: Share, total: number) =>
				`${name}: ${whole(count)} parameters with its bias, ${percent(count / total)}`,
			zh: ({ name, count }: Share, total: number) => `${name}：连偏置 ${whole(count)} 个参数，${percent(count / total)}`
		},
		says: {
			en: ({ parameters: { matrices, ffn, total } }: Ffn) =>
				`Matrices alone: **${whole(matrices.ffn)}** of **${whole(matrices.ffn + matrices.attention)}**, **${percent(matrices.ffn / (matrices.ffn + matrices.attention))}**. With biases and norms, **${percent(ffn / total)}**.`,
			zh: ({ parameters: { matrices, ffn, total } }: Ffn) =>
				`只算矩阵：**${whole(matrices.ffn + matrices.attention)}** 个里的 **${whole(matrices.ffn)}** 个，**${percent(matrices.ffn / (matrices.ffn + matrices.attention))}**；加上偏置和归一化，**${percent(ffn / total)}**。`
		}
	}
} as const;

function cellOf(result: Ffn, row: number, column: number): string {
	const [pos, neuron] = [result.heat.tokens[row] ?? 0, result.heat.neurons[column] ?? 0];
	const value = result.heat.data[row * result.heat.columns + column] ?? NaN;
	return `blocks.${result.focus.layer}.mlp.post[${pos}, ${neuron}] ${quoted(result, pos)} = ${three(value)}`;
}

function peak({ spread }: Ffn): number {
	return spread.post[spread.strongest] ?? NaN;
}

function saysEn({ before, after, kept, loss, gave }: Prediction, direct: number | undefined): string {
	const next =
		before.token === after.token
			? `Still “${before.token}”: **${three(before.probability)}** becomes **${three(kept)}**.`
			: `“${before.token}” (**${three(before.probability)}**) gives way to “${after.token}” (**${three(after.probability)}**) and keeps **${three(kept)}**.`;
	const cost = loss
		? ` The loss on the text goes from **${three(loss.before)}** to **${three(loss.after)}** nats per token.`
		: '';
	const way =
		direct === undefined
			? ` What was switched off gave “${before.token}” **${three(gave)}** in logits.`
			: ` By the direct way it gave “${before.token}” **${three(direct)}** in logits; with all that other tokens, later blocks and the norms made of it, **${three(gave)}**.`;
	return next + cost + way;
}

function saysZh({ before, after, kept, loss, gave }: Prediction, direct: number | undefined): string {
	const next =
		before.token === after.token
			? `还是“${before.token}”：**${three(before.probability)}** 变成 **${three(kept)}**。`
			: `“${before.token}”（**${three(before.probability)}**）让位给“${after.token}”（**${three(after.probability)}**），自己剩下 **${three(kept)}**。`;
	const cost = loss ? `这段文字上的损失从每个 token **${three(loss.before)}** 奈特变成 **${three(loss.after)}**。` : '';
	const way =
		direct === undefined
			? `关掉的部分本来给“${before.token}”的 logit 加了 **${three(gave)}**。`
			: `它直接写给“${before.token}”的 logit 是 **${three(direct)}**；加上别的 token、后面的层和归一化由此带来的变化，一共 **${three(gave)}**。`;
	return next + cost + way;
}
