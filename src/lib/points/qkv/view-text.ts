/** The words inside the drawing. */
import { formatNumber } from '#num/format.ts';
import type { Likeness, Qkv } from './compute.ts';
import type { Part } from './project.ts';
import type { Look } from './swap.ts';

/** The three tables of the exchange. */
export type Table = 'raw' | 'swapped' | 'difference';

const CAPITAL = { q: 'Q', k: 'K', v: 'V' } as const satisfies Record<Part, string>;

const two = (value: number) => formatNumber(value, 2);
const three = (value: number) => formatNumber(value, 3);
const quoted = ({ labels }: Qkv, pos: number) => `“${labels[pos] ?? ''}”`;
const hued = (part: Part, text: string) => `{${part}:${text}}`;

/** The words of the drawing in both languages. */
export const view = {
	follow: {
		label: { en: 'Follow', zh: '跟着谁' },
		query: { en: 'the query’s token', zh: '查询的 token' },
		key: { en: 'the key’s token', zh: '键的 token' }
	},
	input: {
		en: (result: Qkv) => `x of ${quoted(result, result.pos)}, normed`,
		zh: (result: Qkv) => `${quoted(result, result.pos)}的 x，已归一化`
	},
	matrix: {
		q: { en: 'what it looks for', zh: '在找什么' },
		k: { en: 'what it is found by', zh: '凭什么被找到' },
		v: { en: 'what it hands over', zh: '交出什么' }
	},
	vector: {
		en: (result: Qkv, part: Part) => `${part} of ${quoted(result, result.pos)}`,
		zh: (result: Qkv, part: Part) => `${quoted(result, result.pos)}的 ${part}`
	},
	all: { en: 'The same matrices for every token', zh: '每个 token 都过同样的矩阵' },
	weightsOf: {
		en: (result: Qkv, part: Part) =>
			`W_${CAPITAL[part]} of head ${result.projections[part].head}: ${result.sizes.d_model} inputs down, ${result.sizes.d_head} outputs across`,
		zh: (result: Qkv, part: Part) =>
			`第 ${result.projections[part].head} 个头的 W_${CAPITAL[part]}：输入 ${result.sizes.d_model} 维在行，输出 ${result.sizes.d_head} 维在列`
	},
	tokensOf: {
		en: (part: Part) => `${CAPITAL[part]} of every token: tokens down, dimensions across`,
		zh: (part: Part) => `所有 token 的 ${CAPITAL[part]}：token 在行，维度在列`
	},
	describe: {
		x: {
			en: (result: Qkv, i: number) =>
				`blocks.${result.focus.layer}.ln1.normalized[${result.pos}, ${i}] = ${three(result.x[i] ?? NaN)}`,
			zh: (result: Qkv, i: number) =>
				`blocks.${result.focus.layer}.ln1.normalized[${result.pos}, ${i}] = ${three(result.x[i] ?? NaN)}`
		},
		weight: {
			en: (result: Qkv, part: Part, i: number, j: number) =>
				`${weightAt(result, part, i, j)}: what one unit of x${i} adds to ${part}${j}. Here ${termAt(result, part, i, j)}`,
			zh: (result: Qkv, part: Part, i: number, j: number) =>
				`${weightAt(result, part, i, j)}：x${i} 每有一个单位，就给 ${part}${j} 加这么多。这里 ${termAt(result, part, i, j)}`
		},
		vector: {
			en: (result: Qkv, part: Part, pos: number, j: number) => vectorAt(result, part, pos, j),
			zh: (result: Qkv, part: Part, pos: number, j: number) => vectorAt(result, part, pos, j)
		}
	},
	hint: {
		en: 'Point at a cell to read it; click a column to add it up.',
		zh: '指着一格看它是什么；点一列，看它怎么加出来。'
	},
	output: {
		title: { en: 'One column, added up', zh: '把一列加起来' },
		which: { en: 'Matrix', zh: '矩阵' },
		dim: { en: 'Column', zh: '第几列' },
		x: { en: 'x, the same for all three', zh: 'x，三个矩阵都读它' },
		column: {
			en: ({ output }: Qkv) => `column ${output.dim} of W_${CAPITAL[output.part]}`,
			zh: ({ output }: Qkv) => `W_${CAPITAL[output.part]} 的第 ${output.dim} 列`
		},
		products: { en: 'multiplied, input by input', zh: '逐项相乘' },
		weight: {
			en: (result: Qkv, i: number) => weightAt(result, result.output.part, i, result.output.dim),
			zh: (result: Qkv, i: number) => weightAt(result, result.output.part, i, result.output.dim)
		},
		term: {
			en: (result: Qkv, i: number) => termAt(result, result.output.part, i, result.output.dim),
			zh: (result: Qkv, i: number) => termAt(result, result.output.part, i, result.output.dim)
		},
		sum: {
			en: (result: Qkv) => sumOf(result),
			zh: (result: Qkv) => sumOf(result)
		},
		check: {
			en: ({ projections, output }: Qkv) =>
				`The model has **${three(output.model)}**. Over all of q, k and v, what is multiplied here lies within **${formatNumber(farthest(projections), 6)}** of what it captured.`,
			zh: ({ projections, output }: Qkv) =>
				`模型里是 **${three(output.model)}**。q、k、v 的每个数都在这里重新乘过，与模型的相差不超过 **${formatNumber(farthest(projections), 6)}**。`
		},
		shared: {
			en: ({ sizes, focus, projections }: Qkv) =>
				`${sizes.heads} heads of queries share ${sizes.kvHeads} of keys and values: head ${focus.head} reads number ${projections.k.head}.`,
			zh: ({ sizes, focus, projections }: Qkv) =>
				`${sizes.heads} 个查询头共用 ${sizes.kvHeads} 组键和值：第 ${focus.head} 个头读第 ${projections.k.head} 组。`
		}
	},
	likeness: {
		title: { en: 'The same thing three times?', zh: '三个是一回事吗？' },
		axis: { en: 'cosine: 1 for a copy, 0 for nothing in common', zh: '余弦：拷贝为 1，毫无共同之处为 0' },
		pair: {
			en: ({ parts: [a, b] }: Likeness) => `${hued(a, a)} and ${hued(b, b)}`,
			zh: ({ parts: [a, b] }: Likeness) => `${hued(a, a)} 与 ${hued(b, b)}`
		},
		vectors: { en: 'this token', zh: '这个 token' },
		average: { en: 'all tokens, mean', zh: '所有 token 平均' },
		matrices: { en: 'the matrices', zh: '两个矩阵' }
	},
	swap: {
		title: { en: 'Exchange Q and K', zh: '把 Q 和 K 对调' },
		toggle: { en: 'Ask with the key, answer with the query', zh: '拿键去问，用查询应答' },
		table: {
			raw: { en: '{q:Q}{k:K}^{T}', zh: '{q:Q}{k:K}^{T}' },
			swapped: { en: '{k:K}{q:Q}^{T}', zh: '{k:K}{q:Q}^{T}' },
			difference: { en: 'difference', zh: '差' }
		},
		subtitle: {
			raw: { en: 'the model’s own', zh: '模型自己的' },
			swapped: { en: 'roles exchanged', zh: '角色对调' },
			difference: { en: 'second − first', zh: '第二张 − 第一张' }
		},
		label: {
			raw: { en: 'Raw scores, queries down, keys across', zh: '原始分数，查询在行，键在列' },
			swapped: { en: 'Scores with Q and K exchanged', zh: 'Q 和 K 对调后的分数' },
			difference: { en: 'What the exchange changes', zh: '对调改变了多少' }
		},
		axis: {
			asks: { en: 'asks', zh: '在问' },
			answers: { en: 'is asked', zh: '被问' }
		},
		cell: {
			en: (result: Qkv, table: Table, i: number, j: number) =>
				`${quoted(result, i)} asking ${quoted(result, j)}: ${cellOf(result, table, i, j)}`,
			zh: (result: Qkv, table: Table, i: number, j: number) =>
				`${quoted(result, i)}问${quoted(result, j)}：${cellOf(result, table, i, j)}`
		},
		ask: {
			en: 'What becomes of this table when the two change places? Say it first, then switch.',
			zh: '两个对调，这张表会变成什么样？先想好，再打开开关。'
		},
		says: {
			en: (result: Qkv) =>
				`Mirror images, to within **${formatNumber(result.swap.offMirror, 6)}**; cell by cell they differ by up to **${two(result.swap.moved)}**. ${quoted(result, result.focus.query)} asking ${quoted(result, result.focus.key)}: **${two(result.cell.raw)}** becomes **${two(result.cell.swapped)}**, which was the score of ${quoted(result, result.focus.key)} asking ${quoted(result, result.focus.query)}. Under the causal mask this head would now read, off the diagonal, only numbers that it never read: they lay in the future. ${looksEn(result, result.swap.looks)}`,
			zh: (result: Qkv) =>
				`两张表互为转置，误差不超过 **${formatNumber(result.swap.offMirror, 6)}**；逐格相比，最多差 **${two(result.swap.moved)}**。${quoted(result, result.focus.query)}问${quoted(result, result.focus.key)}，**${two(result.cell.raw)}** 变成 **${two(result.cell.swapped)}**，正是原来${quoted(result, result.focus.key)}问${quoted(result, result.focus.query)}的分数。加上因果掩码，除了对角线，这个头读到的全是从前没读过的数：它们本来在未来那一边。${looksZh(result, result.swap.looks)}`
		}
	},
	edited: {
		en: 'An edit is in force in this block: what is drawn is what the model used, and the products here may not meet it.',
		zh: '这一层有改动在生效：画的是模型真正用到的数，和这里乘出来的不一定对得上。'
	}
} as const;

function weightAt(result: Qkv, part: Part, i: number, j: number): string {
	const { head, weights } = result.projections[part];
	const address = `blocks.${result.focus.layer}.attn.W_${CAPITAL[part]}[${head}, ${i}, ${j}]`;
	return `${address} = ${three(weights.data[i * weights.columns + j] ?? NaN)}`;
}

function termAt({ x, projections }: Qkv, part: Part, i: number, j: number): string {
	const { data, columns } = projections[part].weights;
	const [input, weight] = [x[i] ?? NaN, data[i * columns + j] ?? NaN];
	return `${three(input)} × ${three(weight)} = ${three(input * weight)}`;
}

function vectorAt(result: Qkv, part: Part, pos: number, j: number): string {
	const { head, tokens } = result.projections[part];
	const address = `blocks.${result.focus.layer}.attn.${part}[${head}, ${pos}, ${j}]`;
	return `${address} ${quoted(result, pos)} = ${three(tokens.data[pos * tokens.columns + j] ?? NaN)}`;
}

function sumOf({ output, x }: Qkv): string {
	const { part, dim } = output;
	return `{${part}:${part}_{${dim}}} = Σ_{${x.length}} x·W + b = **${three(output.sum)}** + **${three(output.bias)}** = **${three(output.value)}**`;
}

function farthest(projections: Qkv['projections']): number {
	return Math.max(...Object.values(projections).map(({ off }) => off));
}

function cellOf({ swap, sizes }: Qkv, table: Table, i: number, j: number): string {
	const value = two(swap[table].data[i * sizes.tokens + j] ?? NaN);
	switch (table) {
		case 'raw':
			return `q${i}·k${j} = ${value}`;
		case 'swapped':
			return `k${i}·q${j} = ${value}`;
		case 'difference':
			return `k${i}·q${j} − q${i}·k${j} = ${value}`;
		default:
			return table satisfies never;
	}
}

function looksEn(result: Qkv, { before, after }: { readonly before: Look; readonly after: Look }): string {
	const most = `${quoted(result, result.focus.query)} would look most at {k:${quoted(result, after.key)}} (**${two(after.weight)}**)`;
	return before.key === after.key
		? `${most}, as before (**${two(before.weight)}**).`
		: `${most}, and no longer at {k:${quoted(result, before.key)}} (**${two(before.weight)}**).`;
}

function looksZh(result: Qkv, { before, after }: { readonly before: Look; readonly after: Look }): string {
	const most = `${quoted(result, result.focus.query)}会最看重{k:${quoted(result, after.key)}}（**${two(after.weight)}**）`;
	return before.key === after.key
		? `${most}，和原来一样（原来 **${two(before.weight)}**）。`
		: `${most}，而不再是{k:${quoted(result, before.key)}}（原来 **${two(before.weight)}**）。`;
}
