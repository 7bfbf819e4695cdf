/** The words of the weighted sum. */
import { formatNumber } from '#num/format.ts';
import type { SelfAttention } from './compute.ts';
import type { Term } from './sum.ts';

// Past this it is no rounding: an edit has put another z in the sum's place.
const ROUNDING = 1e-3;

const three = (value: number) => formatNumber(value);
const two = (value: number) => formatNumber(value, 2);
const name = ({ labels }: SelfAttention, index: number) => labels[index] ?? '';
const asking = (result: SelfAttention) => name(result, result.focus.query);

/** The words of the sum in both languages. */
export const sumText = {
	title: { en: 'Then the values: what the query takes away', zh: '再看值：这个查询最后拿到什么' },
	label: { en: 'Weighted values added head to tail, ending at z', zh: '加权后的值首尾相接，终点就是 z' },
	rows: { en: 'Each value times its weight, dimension by dimension', zh: '每个值乘上权重，逐维列出' },
	total: { en: 'z, the sum of the rows above', zh: 'z，上面各行之和' },
	weighed: { en: 'weight · {v:v}', zh: '权重 · {v:v}' },
	dimensions: {
		en: ({ sizes }: SelfAttention) => `${sizes.d_head} dimensions`,
		zh: ({ sizes }: SelfAttention) => `${sizes.d_head} 维`
	},
	rest: { en: (count: number) => `${count} more`, zh: (count: number) => `其余 ${count}` },
	says: {
		en: (result: SelfAttention) => {
			const { off } = result.sum;
			const end =
				off < ROUNDING
					? `Added up here, they miss the model’s own z by at most **${three(off)}**.`
					: `The model’s own z lies **${two(off)}** away: an edit has put something else in its place.`;
			return `z_{${asking(result)}} = Σ weight · {v:v}, over ${result.row.open} open ${result.row.open === 1 ? 'key' : 'keys'}. ${end}`;
		},
		zh: (result: SelfAttention) => {
			const { off } = result.sum;
			const end =
				off < ROUNDING
					? `在这里重新加一遍，和模型自己的 z 最多差 **${three(off)}**。`
					: `模型自己的 z 却差了 **${two(off)}**：有一处改动换掉了它。`;
			return `z_{${asking(result)}} = Σ 权重 · {v:v}，一共 ${result.row.open} 个看得见的键。${end}`;
		}
	},
	plane: {
		en: ({ sum }: SelfAttention) =>
			`Rightwards is along z (length ${two(sum.lengths.z)}); upwards is where the vectors differ most besides. What points aside cancels out. The plane shows ${two(100 * sum.share)}% of their squared length.`,
		zh: ({ sum }: SelfAttention) =>
			`向右是 z 的方向（长 ${two(sum.lengths.z)}），向上是其余差别最大的方向；偏到旁边的部分互相抵消。这个平面画出了这些向量平方长度的 ${two(100 * sum.share)}%。`
	},
	part: {
		en: (result: SelfAttention, term: Term | undefined, i: number) =>
			term ? `${partName(result, term, ' + ')}, dimension ${i}: ${partOf(term, i)}` : '',
		zh: (result: SelfAttention, term: Term | undefined, i: number) =>
			term ? `${partName(result, term, '、')}，第 ${i} 维：${partOf(term, i)}` : ''
	},
	whole: {
		en: (result: SelfAttention, i: number) => `${wholeAt(result)}, ${i}] = Σ = ${three(result.sum.z[i] ?? NaN)}`,
		zh: (result: SelfAttention, i: number) => `${wholeAt(result)}, ${i}] = Σ = ${three(result.sum.z[i] ?? NaN)}`
	}
} as const;

function partName(result: SelfAttention, { keys }: Term, joined: string): string {
	const few = keys.slice(0, 3).map((key) => `“${name(result, key)}”`);
	return few.join(joined) + (keys.length > few.length ? ` … (${keys.length})` : '');
}

/** Weight times component where a key stands alone; where several are drawn together, their sum. */
function partOf({ keys, weight, vector }: Term, i: number): string {
	const value = vector[i] ?? NaN;
	return keys.length === 1
		? `${three(weight)} × ${three(weight > 0 ? value / weight : 0)} = ${three(value)}`
		: `Σ = ${three(value)}`;
}

function wholeAt({ focus }: SelfAttention): string {
	return `blocks.${focus.layer}.attn.z[${focus.head}, ${focus.query}`;
}
