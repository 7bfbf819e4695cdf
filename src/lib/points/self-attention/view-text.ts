/** The words inside the drawing: titles, and what each number is. */
import { formatNumber } from '#num/format.ts';
import type { Both } from '#points/define.ts';
import type { SelfAttention } from './compute.ts';
import { shuffleText } from './shuffle-text.ts';
import { sumText } from './sum-text.ts';

/** The four squares, in the order of their making. */
export type Step = 'raw' | 'scaled' | 'masked' | 'pattern';

/** One number of a square and where it stands. */
export interface Place {
	readonly query: number;
	readonly key: number;
}

const CAPTURES = {
	raw: 'attn_scores_raw',
	scaled: 'attn_scores_scaled',
	masked: 'attn_scores',
	pattern: 'pattern'
} as const satisfies Record<Step, string>;

/** The words of the drawing in both languages. */
export const view = {
	title: {
		raw: { en: '{q:Q}{k:K}^{T}', zh: '{q:Q}{k:K}^{T}' },
		scaled: { en: '÷ √d_{k}', zh: '÷ √d_{k}' },
		masked: { en: '+ mask', zh: '+ 掩码' },
		pattern: { en: 'softmax', zh: 'softmax' }
	},
	subtitle: {
		raw: { en: () => 'raw scores', zh: () => '原始分数' },
		scaled: {
			en: ({ cell }: SelfAttention) => `scaled by ${formatNumber(cell.root, 2)}`,
			zh: ({ cell }: SelfAttention) => `除以 ${formatNumber(cell.root, 2)}`
		},
		masked: { en: () => 'the future is closed', zh: () => '未来被遮住' },
		pattern: { en: () => 'each row sums to 1', zh: () => '每行之和为 1' }
	},
	label: {
		raw: { en: 'Raw scores, queries down, keys across', zh: '原始分数，查询在行，键在列' },
		scaled: { en: 'Scaled scores, queries down, keys across', zh: '缩放后的分数，查询在行，键在列' },
		masked: { en: 'Masked scores, queries down, keys across', zh: '加掩码后的分数，查询在行，键在列' },
		pattern: { en: 'Attention pattern, queries down, keys across', zh: '注意力权重，查询在行，键在列' }
	},
	axis: { query: { en: 'query', zh: '查询' }, key: { en: 'key', zh: '键' } },
	hint: {
		en: 'Point at a cell to read it, click to follow it through all four.',
		zh: '指着一格看它是什么；点一下，四张图里一起跟着它走。'
	},
	describe: {
		en: (result: SelfAttention, step: Step, place: Place) =>
			`${address(result, step, place)}, query ${quoted(result, place.query)}, key ${quoted(result, place.key)}: ${formula(result, step, place, 'closed: the query may not see its future')}`,
		zh: (result: SelfAttention, step: Step, place: Place) =>
			`${address(result, step, place)}，查询 ${quoted(result, place.query)}，键 ${quoted(result, place.key)}：${formula(result, step, place, '被遮住：查询看不到它后面的词')}`
	},
	row: {
		en: (result: SelfAttention, query: number) => {
			const { best, weight } = strongest(result, query);
			return `${quoted(result, query)} puts ${formatNumber(weight)} of its attention on ${quoted(result, best)}, more than on any other token.`;
		},
		zh: (result: SelfAttention, query: number) => {
			const { best, weight } = strongest(result, query);
			return `${quoted(result, query)}把最多的注意力（${formatNumber(weight)}）给了 ${quoted(result, best)}。`;
		}
	},
	cell: {
		title: { en: 'The framed cell: how one weight comes about', zh: '方框里的那一格：一个权重怎么来的' },
		query: { en: 'query of', zh: '查询，来自' },
		key: { en: 'key of', zh: '键，来自' },
		products: { en: 'multiplied, dimension by dimension', zh: '逐维相乘' },
		product: {
			en: ({ cell }: SelfAttention, i: number) => `dimension ${i}: ${product(cell, i)}`,
			zh: ({ cell }: SelfAttention, i: number) => `第 ${i} 维：${product(cell, i)}`
		},
		component: {
			en: (name: string, value: number, i: number) => `${name}[${i}] = ${formatNumber(value)}`,
			zh: (name: string, value: number, i: number) => `${name}[${i}] = ${formatNumber(value)}`
		},
		carrying: {
			en: ({ carrying, sizes, cell }: SelfAttention) =>
				`**${sizes.d_head}** products, one for each dimension, add up to **${formatNumber(cell.sum, 2)}**. ${carrying === 1 ? 'One of them carries' : `**${carrying}** of them carry`} two thirds of all that they move, up or down.`,
			zh: ({ carrying, sizes, cell }: SelfAttention) =>
				`**${sizes.d_head}** 个乘积，一维一个，加起来是 **${formatNumber(cell.sum, 2)}**。不论正负，其中 **${carrying}** 个就占了全部大小的三分之二。`
		},
		closed: {
			en: 'The mask adds −∞, and e^{−∞} is 0: this query may not look at that key, however well they match.',
			zh: '掩码加上 −∞，而 e^{−∞} 就是 0：不管多匹配，这个查询都不能看那个键。'
		},
		peak: {
			en: 'Each score first loses the row’s largest, so that no e^{x} overflows; the weights stay the same.',
			zh: '每个分数先减去本行最大值，e^{x} 就不会溢出，而权重不变。'
		},
		edited: {
			en: 'An edit is in force on this head: the steps show what the model used.',
			zh: '这个头上有改动在生效：每一步显示的是模型真正用到的数。'
		}
	},
	sum: sumText,
	shuffle: shuffleText
} as const satisfies { readonly [part: string]: Both<unknown> | { readonly [key: string]: unknown } };

const quoted = ({ labels }: SelfAttention, index: number) => `“${labels[index] ?? ''}”`;

function address({ focus }: SelfAttention, step: Step, { query, key }: Place): string {
	return `blocks.${focus.layer}.attn.${CAPTURES[step]}[${focus.head}, ${query}, ${key}]`;
}

function valueOf(result: SelfAttention, step: Step, { query, key }: Place): number {
	return result[step].data[query * result[step].columns + key] ?? NaN;
}

/** How the number of one step came from the one before. */
function formula(result: SelfAttention, step: Step, place: Place, closed: string): string {
	const value = valueOf(result, step, place);
	const at = `${place.query}·k${place.key}`;
	switch (step) {
		case 'raw':
			return `q${at} = ${formatNumber(value)}`;
		case 'scaled':
			return `${formatNumber(valueOf(result, 'raw', place))} ÷ √${result.sizes.d_head} = ${formatNumber(value)}`;
		case 'masked':
			if (value === -Infinity) return `${formatNumber(valueOf(result, 'scaled', place))} − ∞ = −∞, ${closed}`;
			return `${formatNumber(valueOf(result, 'scaled', place))} + 0 = ${formatNumber(value)}`;
		case 'pattern':
			return `e^${formatNumber(valueOf(result, 'masked', place))} ÷ Σ = ${formatNumber(value)}`;
		default:
			return step satisfies never;
	}
}

function product({ q, k, products }: SelfAttention['cell'], i: number): string {
	return `${formatNumber(q[i] ?? NaN)} × ${formatNumber(k[i] ?? NaN)} = ${formatNumber(products[i] ?? NaN)}`;
}

function strongest({ pattern }: SelfAttention, query: number): { readonly best: number; readonly weight: number } {
	let best = 0;
	const at = (key: number) => pattern.data[query * pattern.columns + key] ?? 0;
	for (let key = 1; key < pattern.columns; key++) if (at(key) > at(best)) best = key;
	return { best, weight: at(best) };
}
