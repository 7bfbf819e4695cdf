import { formatNumber } from '#num/format.ts';
import type { PointText } from '#points/define.ts';
import type { Likeness, Qkv } from './compute.ts';
import { view } from './view-text.ts';

const two = (value: number) => formatNumber(value, 2);
const name = ({ labels, focus }: Qkv, role: 'query' | 'key') => labels[focus[role]] ?? '';
const followed = ({ labels, pos }: Qkv) => labels[pos] ?? '';
const cosines = ({ likeness }: Qkv, of: keyof Omit<Likeness, 'parts'>) => likeness.map((one) => `**${two(one[of])}**`);

/** What the page says of the three projections. */
export const text = {
	title: { en: 'Where Q, K and V come from', zh: 'Q、K、V 从哪里来' },
	summary: {
		en: 'One input, three matrices: what I look for, what I am found by, what I give.',
		zh: '同一个输入，乘三个矩阵：我找什么、凭什么找到我、我给出什么。'
	},
	look: {
		en: (result: Qkv) =>
			`On the left stands one vector: the **${result.sizes.d_model}** numbers of “${followed(result)}”, after the norm. Every matrix reads the same numbers, row by row, and each column adds up to one number beneath it: {q:a query} of **${result.sizes.d_head}**, {k:a key} of ${result.sizes.d_head}, {v:a value} of ${result.sizes.d_head}. The framed column makes number ${result.output.dim} of {${result.output.part}:${result.output.part}}: **${two(result.output.value)}**. Click another column, or follow another token.`,
		zh: (result: Qkv) =>
			`最左边竖着一个向量：“${followed(result)}”归一化之后的 **${result.sizes.d_model}** 个数。三个矩阵读的是同一批数，每一列加权求和，在下面得到一个数：{q:查询} **${result.sizes.d_head}** 个，{k:键} ${result.sizes.d_head} 个，{v:值} ${result.sizes.d_head} 个。方框里的那一列算出的是 {${result.output.part}:${result.output.part}} 的第 ${result.output.dim} 个数：**${two(result.output.value)}**。点别的列，或者换一个 token 跟着看。`
	},
	wrong: {
		en: '“Q, K and V are the same thing, copies of the input.” Or: “a dot product is symmetric, so Q and K may as well be exchanged.”',
		zh: '“Q、K、V 是一回事，都是输入的拷贝。”或者：“点积是对称的，Q 和 K 换一下也没关系。”'
	},
	right: {
		en: (result: Qkv) =>
			`One input, three learned matrices, three vectors with little in common. For “${followed(result)}” the cosines of {q:q} and {k:k}, {q:q} and {v:v}, {k:k} and {v:v} are ${cosines(result, 'vectors').join(', ')} (a copy would have 1); of the matrices, ${cosines(result, 'matrices').join(', ')}. And the roles are not interchangeable: {q:“${name(result, 'query')}”} asking {k:“${name(result, 'key')}”} scores **${two(result.cell.raw)}**; with Q and K exchanged, **${two(result.cell.swapped)}**: the whole table turns into its mirror image.`,
		zh: (result: Qkv) =>
			`输入只有一个，学出来的矩阵有三个，得到的三个向量彼此没什么共同之处。对“${followed(result)}”来说，{q:q} 与 {k:k}、{q:q} 与 {v:v}、{k:k} 与 {v:v} 的余弦是 ${cosines(result, 'vectors').join('、')}（真要是拷贝，就该是 1）；三个矩阵之间是 ${cosines(result, 'matrices').join('、')}。角色也不能互换：{q:“${name(result, 'query')}”}问{k:“${name(result, 'key')}”}得 **${two(result.cell.raw)}**，Q 和 K 对调以后是 **${two(result.cell.swapped)}**：整张表沿对角线翻了过来。`
	},
	numbers: {
		en: (result: Qkv) => `${shapes(result)}; for the whole text, ${wholeShapes(result)}. ${terms(result)}`,
		zh: (result: Qkv) => `${shapes(result)}；整段文字一起算，${wholeShapes(result)}。${terms(result)}`
	},
	know: {
		en: (result: Qkv) =>
			[
				`Why ${result.sizes.d_model} × ${result.sizes.d_head}? It has to read a token’s ${result.sizes.d_model} numbers, and **${result.sizes.heads}** heads share the work, each with a width of its own.`,
				result.sizes.kvHeads < result.sizes.heads
					? `Here ${result.sizes.heads} heads of queries share **${result.sizes.kvHeads}** heads of keys and values (grouped-query attention): fewer keys and values to hold in a cache.`
					: `Side by side the heads’ {q:W_{Q}} are one matrix of ${result.sizes.d_model} × ${result.sizes.heads * result.sizes.d_head}; code often multiplies by Q, K and V in a single product of ${result.sizes.d_model} × ${3 * result.sizes.heads * result.sizes.d_head}. Models with grouped-query attention keep fewer heads of {k:K} and {v:V}, since those fill the KV cache.`,
				'In cross-attention {q:Q} reads the decoder and {k:K}, {v:V} read the encoder: two inputs even. In training, ∂q_{j}/∂W_{ij} = x_{i}: what a column learns is written in multiples of x, and so ∂L/∂W_{Q} = X^{T} ∂L/∂Q.',
				result.sizes.isRotated
					? 'The vectors here are those before the rotation by position (RoPE); the scores use q and k after it.'
					: ''
			]
				.filter(Boolean)
				.join(' '),
		zh: (result: Qkv) =>
			[
				`为什么是 ${result.sizes.d_model} × ${result.sizes.d_head}？它要读一个 token 的 ${result.sizes.d_model} 个数，而 **${result.sizes.heads}** 个头分工，各有各的一小份宽度。`,
				result.sizes.kvHeads < result.sizes.heads
					? `这个模型里 ${result.sizes.heads} 个查询头共用 **${result.sizes.kvHeads}** 组键和值（GQA，分组查询注意力），缓存里要存的 K、V 就少了。`
					: `各个头的 {q:W_{Q}} 并排放，就是一个 ${result.sizes.d_model} × ${result.sizes.heads * result.sizes.d_head} 的矩阵；代码里常把 Q、K、V 拼成一次乘法，${result.sizes.d_model} × ${3 * result.sizes.heads * result.sizes.d_head}。用 GQA 的模型只留几组 {k:K} 和 {v:V}，因为占满 KV cache 的正是它们。`,
				'交叉注意力里，{q:Q} 读解码器，{k:K}、{v:V} 读编码器：连输入都不是同一个。训练时 ∂q_{j}/∂W_{ij} = x_{i}：一列权重学到的东西，都是 x 的倍数，于是 ∂L/∂W_{Q} = X^{T} ∂L/∂Q。',
				result.sizes.isRotated ? '这里画的是按位置旋转（RoPE）之前的向量；算分数用的是旋转之后的 q 和 k。' : ''
			]
				.filter(Boolean)
				.join('')
	},
	view
} satisfies PointText<Qkv> & { view: unknown };

/** x W = q, with its shapes. */
function shapes({ output, sizes }: Qkv): string {
	const { part } = output;
	return `x [1 × **${sizes.d_model}**] · {${part}:W_{${part.toUpperCase()}}} [**${sizes.d_model}** × **${sizes.d_head}**] = {${part}:${part}} [1 × **${sizes.d_head}**]`;
}

function wholeShapes({ output, sizes }: Qkv): string {
	const upper = output.part.toUpperCase();
	return `X [**${sizes.tokens}** × ${sizes.d_model}] · {${output.part}:W_{${upper}}} = {${output.part}:${upper}} [**${sizes.tokens}** × ${sizes.d_head}]`;
}

/** The sum behind one output: its largest terms, and what the others come to. */
function terms({ x, output }: Qkv): string {
	const { part, dim, column, products, strongest } = output;
	const shown = strongest.map((i) => `**${two(x[i] ?? NaN)}**·**${two(column[i] ?? NaN)}**`);
	const others = output.sum - strongest.reduce((all, i) => all + (products[i] ?? 0), 0);
	const rest = x.length > strongest.length ? ` + … (${x.length - strongest.length}: **${two(others)}**)` : '';
	return `{${part}:${part}_{${dim}}} = Σ_{i} x_{i}·W_{i,${dim}} + b_{${dim}} = ${shown.join(' + ')}${rest} + **${two(output.bias)}** = **${two(output.value)}**`;
}
