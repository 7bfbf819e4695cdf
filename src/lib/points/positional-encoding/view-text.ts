/** The words inside the drawing. */
import { formatNumber } from '#num/format.ts';
import type { PositionalEncoding, Table, Turn } from './compute.ts';
import type { Effect } from './prediction.ts';

const two = (value: number) => formatNumber(value, 2);
const three = (value: number) => formatNumber(value, 3);

/** The words of the drawing in both languages. */
export const view = {
	kind: { en: 'Positions', zh: '位置' },
	kinds: {
		sinusoidal: { en: 'sinusoidal', zh: '正弦' },
		learned: { en: 'learned', zh: '学出来的' },
		rotary: { en: 'rotary', zh: '旋转' },
		none: { en: 'none', zh: '不给' }
	},
	is: {
		sinusoidal: {
			en: (result: PositionalEncoding) =>
				`A formula, added to the embeddings. Nothing to learn, and no last place. ${usesEn(result)}`,
			zh: (result: PositionalEncoding) => `一个公式，加到词嵌入上；没有要学的参数，也没有“最后一位”。${usesZh(result)}`
		},
		learned: {
			en: (result: PositionalEncoding) =>
				result.table
					? 'One trained vector for each place, added to the embeddings. This is what this model does.'
					: 'One trained vector for each place, added to the embeddings. This model has no such table.',
			zh: (result: PositionalEncoding) =>
				result.table
					? '每个位置一个训练出来的向量，加到词嵌入上。现在这个模型就是这么做的。'
					: '每个位置一个训练出来的向量，加到词嵌入上。现在这个模型没有这样的表。'
		},
		rotary: {
			en: (result: PositionalEncoding) =>
				result.own === 'rotary'
					? 'The same waves, one head wide. q and k are turned by them in every block. This is what this model does.'
					: 'The same waves, one head wide; q and k are turned by them in every block. This model adds a learned table instead.',
			zh: (result: PositionalEncoding) =>
				result.own === 'rotary'
					? '同样的波，一个头那么宽；每一层里，q 和 k 按它旋转。现在这个模型就是这么做的。'
					: '同样的波，一个头那么宽；每一层里，q 和 k 按它旋转。现在这个模型不是这样，它加一张学出来的表。'
		},
		none: {
			en: () => 'Nothing says where a token stands. A text is then a bag of tokens.',
			zh: () => '没有什么说明 token 在第几位。这时一段文字就只是一袋 token。'
		}
	},
	table: {
		title: {
			sinusoidal: { en: 'PE', zh: 'PE' },
			learned: { en: 'W_{pos}', zh: 'W_{pos}' },
			rotary: { en: 'φ: sin and cos of the angles', zh: 'φ：转角的 sin 与 cos' },
			none: { en: 'no table', zh: '没有表' }
		},
		subtitle: {
			en: ({ places, all, dims }: Table) =>
				`places 0 … ${places - 1}${all === undefined ? ', and on' : all > places ? ` of ${all}` : ''} × ${dims} dimensions`,
			zh: ({ places, all, dims }: Table) =>
				`位置 0 … ${places - 1}${all === undefined ? '，还可以继续' : all > places ? `，共 ${all} 个` : ''} × ${dims} 维`
		},
		label: { en: 'Positions down, dimensions across', zh: '位置在行，维度在列' },
		place: { en: 'place', zh: '位置' },
		dim: { en: 'dimension', zh: '维度' },
		describe: {
			en: (result: PositionalEncoding, table: Table, place: number, dim: number) => cell(result, table, place, dim),
			zh: (result: PositionalEncoding, table: Table, place: number, dim: number) => cell(result, table, place, dim)
		},
		row: {
			en: (result: PositionalEncoding, place: number) =>
				result.labels[place] === undefined
					? `No token of this text stands at place ${place}.`
					: `“${result.labels[place]}” stands at place ${place}.`,
			zh: (result: PositionalEncoding, place: number) =>
				result.labels[place] === undefined
					? `这段文字没有第 ${place} 位。`
					: `“${result.labels[place]}”在第 ${place} 位。`
		}
	},
	likeness: {
		title: { en: 'How alike are places p and p + k?', zh: '位置 p 和 p + k 有多像？' },
		curve: { en: (place: number) => `p = ${place}`, zh: (place: number) => `p = ${place}` },
		x: { en: 'distance k', zh: '距离 k' },
		y: { en: 'cosine', zh: '余弦' },
		says: {
			en: ({ apart, curves }: Table) =>
				curves.length < 2
					? 'One place alone: nothing to compare.'
					: `${curves.length} curves, apart by at most **${three(apart)}**: ${apart < 1e-6 ? 'one and the same. The distance is all that counts.' : 'the place counts too, not the distance alone.'}`,
			zh: ({ apart, curves }: Table) =>
				curves.length < 2
					? '只有一个位置，没有可比的。'
					: `${curves.length} 条曲线最多相差 **${three(apart)}**：${apart < 1e-6 ? '其实是同一条，只有距离起作用。' : '不光看距离，也看在第几位。'}`
		}
	},
	turn: {
		title: {
			en: 'k places further on: the same rotation for every p',
			zh: '往后 k 位：不管从哪个 p 出发，都是同一个旋转'
		},
		shift: { en: 'k', zh: 'k' },
		vector: {
			start: {
				en: ({ symbol, from }: Turn) => `${symbol}_{${from}}`,
				zh: ({ symbol, from }: Turn) => `${symbol}_{${from}}`
			},
			turned: {
				en: ({ symbol, from, shift }: Turn) => `R_{${shift}} ${symbol}_{${from}}`,
				zh: ({ symbol, from, shift }: Turn) => `R_{${shift}} ${symbol}_{${from}}`
			},
			there: {
				en: ({ symbol, from, shift }: Turn) => `${symbol}_{${from + shift}}`,
				zh: ({ symbol, from, shift }: Turn) => `${symbol}_{${from + shift}}`
			}
		},
		says: {
			en: ({ symbol, shift, error, compared }: Turn, context: number, from: number) =>
				`R_{${shift}} is made from k = ${shift} alone. Applied to every place of the table, it misses ${symbol}_{p+${shift}} by at most **${three(error)}** in ${compared} numbers.${from + shift >= context ? ` Place **${from + shift}** lies past the ${context} that this model was trained on: the formula still gives a vector, a learned table would have no row.` : ''}`,
			zh: ({ symbol, shift, error, compared }: Turn, context: number, from: number) =>
				`R_{${shift}} 只由 k = ${shift} 造出来。把它用在表里的每个位置上，和 ${symbol}_{p+${shift}} 相比，${compared} 个数里最多差 **${three(error)}**。${from + shift >= context ? `第 **${from + shift}** 位已经超出这个模型训练时的 ${context} 位：公式照样给得出向量，学出来的表却没有这一行。` : ''}`
		}
	},
	order: {
		title: {
			en: 'The same tokens, shuffled: how far does each prediction move?',
			zh: '同样的 token，打乱：每个预测变了多少？'
		},
		seed: { en: 'Shuffle', zh: '换一种打乱' },
		shuffled: {
			en: ({ labels, order }: PositionalEncoding) => `read as: ${readAs({ labels, order })}`,
			zh: ({ labels, order }: PositionalEncoding) => `读入的顺序：${readAs({ labels, order })}`
		},
		seeing: { en: 'with its positions', zh: '有位置' },
		blind: { en: 'without', zh: '没有位置' },
		most: {
			en: (value: number) => `at most **${three(value)}**`,
			zh: (value: number) => `最多 **${three(value)}**`
		},
		moved: {
			en: (label: string, value: number) => `“${label}”: ½ Σ|p − p′| = ${three(value)}`,
			zh: (label: string, value: number) => `“${label}”：½ Σ|p − p′| = ${three(value)}`
		},
		says: {
			en: 'Total variation between a token’s two predictions: 0 is the same, 1 is nothing in common. The mask is off in all four runs, since a causal mask tells order too.',
			zh: '同一个 token 两次预测的总变差：0 是一样，1 是毫无共同之处。四遍都没有加掩码，因为因果掩码本身也会透露顺序。'
		}
	},
	effect: {
		title: { en: 'This model, its own positions taken out', zh: '把这个模型自己的位置拿掉' },
		how: {
			rotary: { en: 'q and k pass unrotated in every block', zh: '每一层的 q 和 k 都不旋转' },
			learned: { en: 'the learned table is replaced by zeros', zh: '学出来的表全部换成 0' }
		},
		label: { en: 'Next token, without positions and with them', zh: '下一个 token：没有位置与有位置' },
		other: { en: 'with positions', zh: '有位置' },
		says: {
			en: (effect: Effect) => effectEn(effect),
			zh: (effect: Effect) => effectZh(effect)
		},
		each: {
			title: { en: 'Surprise at each next token, −ln p', zh: '对每个下一个 token 的意外程度，−ln p' },
			x: { en: 'place', zh: '位置' },
			y: { en: 'nats', zh: '奈特' },
			before: { en: 'with positions', zh: '有位置' },
			after: { en: 'without', zh: '没有位置' }
		}
	}
} as const;

function usesEn({ own }: PositionalEncoding): string {
	return own === 'rotary'
		? 'The Transformer of 2017 had it; this model turns its queries and keys instead.'
		: 'The Transformer of 2017 had it; this model adds a learned table instead.';
}

function usesZh({ own }: PositionalEncoding): string {
	return own === 'rotary'
		? '2017 年的 Transformer 用的就是它；现在这个模型改为旋转 q 和 k。'
		: '2017 年的 Transformer 用的就是它；现在这个模型加的是一张学出来的表。';
}

function cell({ kind }: PositionalEncoding, { data, dims, theta }: Table, place: number, dim: number): string {
	const value = three(data[place * dims + dim] ?? NaN);
	if (kind === 'learned') return `W_pos[${place}, ${dim}] = ${value}`;
	const pair = dim - (dim % 2);
	return `[${place}, ${dim}] = ${dim % 2 === 0 ? 'sin' : 'cos'}(${place} · ${theta}^(−${pair}/${dims})) = ${value}`;
}

function readAs({ labels, order }: Pick<PositionalEncoding, 'labels' | 'order'>): string {
	const read = (order?.order ?? []).map((token) => labels[token] ?? '');
	return read.length > 16 ? `${read.slice(0, 16).join(' ')} …` : read.join(' ');
}

function effectEn({ before, after, kept, loss }: Effect): string {
	const next = `With its positions the model says “${before.token}” (**${three(before.probability)}**); without, “${after.token}” (**${three(after.probability)}**)${before.token === after.token ? '' : `, and “${before.token}” is left with **${three(kept)}**`}.`;
	if (!loss) return next;
	return `${next} Loss on this text: **${two(loss.before)}** → **${two(loss.after)}** nats per token. The weights were trained with positions: this is what they lose, not what a model trained without would do.`;
}

function effectZh({ before, after, kept, loss }: Effect): string {
	const next = `有位置时模型说“${before.token}”（**${three(before.probability)}**）；没有时说“${after.token}”（**${three(after.probability)}**）${before.token === after.token ? '' : `，“${before.token}”只剩 **${three(kept)}**`}。`;
	if (!loss) return next;
	return `${next}这段文字上的损失：每个 token **${two(loss.before)}** → **${two(loss.after)}** 奈特。这些权重是带着位置训练的：这里看到的是拿掉之后的损失，不是一个从头就没有位置的模型会怎样。`;
}
