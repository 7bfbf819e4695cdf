import { formatCount, formatNumber } from '#num/format.ts';
import type { PointText } from '#points/define.ts';
import type { SelfAttention } from './compute.ts';
import { numbers } from './numbers.ts';
import { view } from './view-text.ts';

const two = (value: number) => formatNumber(value, 2);
const names = ({ labels, focus }: SelfAttention) => ({
	asks: labels[focus.query] ?? '',
	asked: labels[focus.key] ?? ''
});

/** What the page says of one query on its way from scores to z. */
export const text = {
	title: { en: 'Whose query, whose key?', zh: '谁的查询，谁的键？' },
	summary: {
		en: 'A token’s query meets the key of every token it may see; the scores become weights, and the weights add up values.',
		zh: '一个 token 的查询去碰每个看得见的键：分数变成权重，权重再把值加起来。'
	},
	look: {
		en: (result: SelfAttention) => {
			const { asks, asked } = names(result);
			const { cell, row, labels } = result;
			const meeting = `Read the framed row: {q:“${asks}” asks}. It compares its query with the key of every token it may see. With {k:“${asked}”} the dot product is **${two(cell.raw)}**; `;
			const end = cell.isClosed
				? 'but that token lies behind the mask, so it gets a weight of exactly 0.'
				: `scaled it is **${two(cell.scaled)}**, and softmax makes a weight of **${formatNumber(cell.weight)}** of it.`;
			return `${meeting}${end} Of its ${row.open} open ${row.open === 1 ? 'cell' : 'cells'} the heaviest is {k:“${labels[row.best] ?? ''}”} (**${formatNumber(row.bestWeight)}**). Then every {v:value} is taken that much, and the arrows, laid head to tail, end at z: what “${asks}” takes away.`;
		},
		zh: (result: SelfAttention) => {
			const { asks, asked } = names(result);
			const { cell, row, labels } = result;
			const meeting = `横着看方框所在的这一行：{q:“${asks}”在问}，拿自己的查询去和每个看得见的 token 的键比。碰上 {k:“${asked}”}，点积是 **${two(cell.raw)}**`;
			const end = cell.isClosed
				? '，但它在掩码后面，权重只能是 0。'
				: `，缩放后 **${two(cell.scaled)}**，经过 softmax 得到权重 **${formatNumber(cell.weight)}**。`;
			return `${meeting}${end}这一行有 ${row.open} 个格子开着，权重最大的是 {k:“${labels[row.best] ?? ''}”}（**${formatNumber(row.bestWeight)}**）。接着，每个{v:值}按权重取一份，箭头首尾相接，终点就是 z：“${asks}”最后拿到的东西。`;
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
	numbers,
	know: {
		en: ({ sizes, row, sum }: SelfAttention) =>
			[
				`One product joins any two of the ${sizes.tokens} tokens; a recurrent network would need up to ${Math.max(0, sizes.tokens - 1)} steps, and may lose something at each.`,
				`The price is the square: each head makes ${sizes.tokens}^{2} = **${sizes.tokens ** 2}** scores here, ${formatCount(sizes.layers * sizes.heads * sizes.tokens ** 2)} in all ${sizes.layers * sizes.heads} heads; at ${sizes.context} tokens it would be ${formatCount(sizes.layers * sizes.heads * sizes.context ** 2)}. Twice the text, four times the table: that is what long contexts fight with.`,
				`Softmax runs along a row, over keys: a query has one unit of attention to spend, here spread over **${two(row.bits)}** bits. Along the columns it would be the keys that spend.`,
				`What a key adds is weight times value, and values differ in length: from **${two(sum.lengths.shortest)}** to **${two(sum.lengths.longest)}** in this row. A large weight on a short value moves little.`
			].join(' '),
		zh: ({ sizes, row, sum }: SelfAttention) =>
			[
				`${sizes.tokens} 个 token 里任意两个，一次点积就碰面；换成循环网络，最多要传 ${Math.max(0, sizes.tokens - 1)} 步，每一步都可能丢掉一点。`,
				`代价是平方：这里每个头有 ${sizes.tokens}^{2} = **${sizes.tokens ** 2}** 个分数，${sizes.layers * sizes.heads} 个头一共 ${formatCount(sizes.layers * sizes.heads * sizes.tokens ** 2)} 个；到 ${sizes.context} 个 token 就是 ${formatCount(sizes.layers * sizes.heads * sizes.context ** 2)} 个。文字长一倍，表格变四倍：长上下文要对付的就是它。`,
				`softmax 沿着行、对所有键做：一个查询只有一份注意力可分，这一行的分布有 **${two(row.bits)}** 比特。要是沿着列做，就成了键在分。`,
				`权重不是全部：一个键的贡献是权重乘以值，而值有长有短：这一行里从 **${two(sum.lengths.shortest)}** 到 **${two(sum.lengths.longest)}**。权重大、值却短，影响也不大。`
			].join('')
	},
	view
} satisfies PointText<SelfAttention> & { view: unknown };
