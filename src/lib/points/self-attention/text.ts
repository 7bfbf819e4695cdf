import { formatNumber } from '#num/format.ts';
import type { PointText } from '#points/define.ts';
import type { SelfAttention } from './compute.ts';
import { view } from './view-text.ts';

const two = (value: number) => formatNumber(value, 2);
const names = ({ labels, focus }: SelfAttention) => ({
	asks: labels[focus.query] ?? '',
	asked: labels[focus.key] ?? ''
});

/** What the page says of the scores. */
export const text = {
	title: { en: 'Whose query, whose key?', zh: '谁的查询，谁的键？' },
	summary: {
		en: 'Every cell of attention is one token’s query meeting another token’s key.',
		zh: '注意力的每一格，都是一个 token 的查询碰上另一个 token 的键。'
	},
	look: {
		en: (result: SelfAttention) => {
			const { asks, asked } = names(result);
			const { cell, row, labels } = result;
			const meeting = `Read the framed row: {q:“${asks}” asks}. It compares its query with the key of every token it may see. With {k:“${asked}”} the dot product is **${two(cell.raw)}**; `;
			const end = cell.isClosed
				? 'but that token lies behind the mask, so it gets a weight of exactly 0.'
				: `scaled it is **${two(cell.scaled)}**, and softmax makes a weight of **${formatNumber(cell.weight)}** of it.`;
			return `${meeting}${end} Across its ${row.open} open cells this row looks hardest at {k:“${labels[row.best] ?? ''}”} (**${formatNumber(row.bestWeight)}**).`;
		},
		zh: (result: SelfAttention) => {
			const { asks, asked } = names(result);
			const { cell, row, labels } = result;
			const meeting = `横着看方框所在的这一行：{q:“${asks}”在问}，拿自己的查询去和每个看得见的 token 的键比。碰上 {k:“${asked}”}，点积是 **${two(cell.raw)}**`;
			const end = cell.isClosed
				? '，但它在掩码后面，权重只能是 0。'
				: `，缩放后 **${two(cell.scaled)}**，经过 softmax 得到权重 **${formatNumber(cell.weight)}**。`;
			return `${meeting}${end}这一行有 ${row.open} 个格子开着，看得最重的是 {k:“${labels[row.best] ?? ''}”}（**${formatNumber(row.bestWeight)}**）。`;
		}
	},
	wrong: {
		en: '“Q, K and V are the same thing: copies of the input.” Or: “attention measures how similar two tokens are.”',
		zh: '“Q、K、V 其实是一回事，都是输入的拷贝。”或者：“注意力就是算两个 token 有多像。”'
	},
	right: {
		en: (result: SelfAttention) => {
			const { asks, asked } = names(result);
			const { query, key } = result.focus;
			const opening =
				'They come from the same vector through three different matrices. The {q:query} says what a token looks for, the {k:key} what it can be found by, the {v:value} what it hands over. ';
			return query === key
				? `${opening}Even with itself “${asks}” scores **${two(result.cell.raw)}**, not the length of a vector squared: its query and its key differ. Similarity would be symmetric; these scores miss that by **${two(result.asymmetry)}** (0 is a mirror image, 1.41 no relation).`
				: `${opening}“${asks}” asking “${asked}” scores **${two(result.cell.raw)}**; “${asked}” asking “${asks}” scores **${two(result.across)}**. Similarity would be symmetric; these scores miss that by **${two(result.asymmetry)}** (0 is a mirror image, 1.41 no relation).`;
		},
		zh: (result: SelfAttention) => {
			const { asks, asked } = names(result);
			const { query, key } = result.focus;
			const opening =
				'输入是同一个向量，乘的却是三个不同的矩阵：{q:查询}说“我在找什么”，{k:键}说“我能凭什么被找到”，{v:值}才是“我要交出去的内容”。';
			const end = `相似度是对称的，这张表不是：离对称差 **${two(result.asymmetry)}**（0 是完全对称，1.41 是毫无关系）。`;
			return query === key
				? `${opening}“${asks}”问自己得 **${two(result.cell.raw)}**，并不是某个向量的长度平方，因为它的查询和键不是同一个向量。${end}`
				: `${opening}“${asks}”问“${asked}”得 **${two(result.cell.raw)}**，反过来“${asked}”问“${asks}”得 **${two(result.across)}**。${end}`;
		}
	},
	know: {
		en: ({ sizes, row }: SelfAttention) =>
			[
				`Shapes, for one head: x is ${sizes.tokens} × ${sizes.d_model}; {q:W_{Q}}, {k:W_{K}} and {v:W_{V}} are each ${sizes.d_model} × ${sizes.d_head}, because ${sizes.heads} heads share the width; so {q:Q}, {k:K}, {v:V} are ${sizes.tokens} × ${sizes.d_head} and {q:Q}{k:K}^{T} is ${sizes.tokens} × ${sizes.tokens}.`,
				sizes.kvHeads < sizes.heads
					? `${sizes.heads} query heads share ${sizes.kvHeads} key and value heads here: this one reads number ${sizes.kvHead}.`
					: '',
				sizes.isRotated ? 'Q and K are shown after the rotation that carries position (RoPE); V is never rotated.' : '',
				`The table grows with the square of the text: ${sizes.tokens}^{2} = **${sizes.tokens ** 2}** scores per head. Softmax runs along a row, over keys: a query has one unit of attention to spend, here spread over **${two(row.bits)}** bits.`
			]
				.filter(Boolean)
				.join(' '),
		zh: ({ sizes, row }: SelfAttention) =>
			[
				`一个头的形状：x 是 ${sizes.tokens} × ${sizes.d_model}；{q:W_{Q}}、{k:W_{K}}、{v:W_{V}} 各是 ${sizes.d_model} × ${sizes.d_head}，因为 ${sizes.heads} 个头分摊宽度；于是 {q:Q}、{k:K}、{v:V} 是 ${sizes.tokens} × ${sizes.d_head}，{q:Q}{k:K}^{T} 是 ${sizes.tokens} × ${sizes.tokens}。`,
				sizes.kvHeads < sizes.heads
					? `这个模型里 ${sizes.heads} 个查询头共用 ${sizes.kvHeads} 组键和值，这个头用的是第 ${sizes.kvHead} 组。`
					: '',
				sizes.isRotated ? '图中的 Q 和 K 已经做过带位置信息的旋转（RoPE），V 从不旋转。' : '',
				`表格随文本长度平方增长：每个头 ${sizes.tokens}^{2} = **${sizes.tokens ** 2}** 个分数。softmax 沿着行、对所有键做：一个查询只有一份注意力可分，这一行的分布有 **${two(row.bits)}** 比特。`
			]
				.filter(Boolean)
				.join('')
	},
	view
} satisfies PointText<SelfAttention> & { view: unknown };
