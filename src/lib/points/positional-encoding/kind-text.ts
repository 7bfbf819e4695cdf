/** What is said of each kind of positions: what to look at, and its formula with numbers. */
import { formatNumber } from '#num/format.ts';
import type { PositionalEncoding, Table } from './compute.ts';

const three = (value: number) => formatNumber(value, 3);

const absentEn =
	'This model has no learned positions: it turns its queries and keys instead. “storyteller-gpt2” has a table: it is the second thing to try.';
const absentZh = '这个模型没有学出来的位置：它旋转的是查询和键。“storyteller-gpt2”有这样一张表：动手的第二条就是它。';

/** The sentences in English. */
export const kindTextEn = { look: lookEn, numbers: numbersEn };

/** The sentences in Chinese. */
export const kindTextZh = { look: lookZh, numbers: numbersZh };

function lookEn({ kind, table, order }: PositionalEncoding): string {
	switch (kind) {
		case 'sinusoidal':
			return `A row of the table is what would be added to the token at that place: **${table?.dims ?? 0}** numbers, waves that run fast on the left and slowly on the right. Beside it, how alike two places are by their distance: the curves of different places lie on one another (they differ by **${small(table)}** at most), so the distance is all that counts.`;
		case 'learned':
			return table
				? `A row of the table is what is added to the token at that place; nobody wrote these numbers, training did. The curves of different places are no longer one: at the same distance they differ by up to **${small(table)}**.`
				: absentEn;
		case 'rotary':
			return `One head has **${table?.dims ?? 0}** dimensions that turn, in pairs; a row holds the sine and cosine of each pair’s angle at that place. Nothing of it is added: q and k are turned by these angles, and their score keeps the difference.`;
		case 'none':
			return `No positions, and every mask off. The text is shuffled, and each token’s prediction compared with its own prediction in the right order: it moves by **${three(order?.most.blind ?? 0)}** at most without positions, by up to **${three(order?.most.seeing ?? 0)}** with them.`;
		default:
			return kind satisfies never;
	}
}

function lookZh({ kind, table, order }: PositionalEncoding): string {
	switch (kind) {
		case 'sinusoidal':
			return `表里的一行，就是要加给那个位置上的 token 的 **${table?.dims ?? 0}** 个数：左边的波变得快，右边的变得慢。旁边是两个位置隔多远、有多像：不同位置出发的曲线完全重合（最多相差 **${small(table)}**），可见只有距离起作用。`;
		case 'learned':
			return table
				? `表里的一行，就是加给那个位置上的 token 的向量；这些数没有人写，是训练出来的。不同位置出发的曲线不再是同一条：同样的距离，最多相差 **${small(table)}**。`
				: absentZh;
		case 'rotary':
			return `一个头里有 **${table?.dims ?? 0}** 维两两成对地转；一行是各对在这个位置上转角的正弦和余弦。它们并不加到哪里去：q 和 k 各转过这些角度，点积里只剩角度之差。`;
		case 'none':
			return `不给位置，掩码也全部拿掉。把文字打乱，看每个 token 的预测和原来顺序下它自己的预测差多少：没有位置，最多差 **${three(order?.most.blind ?? 0)}**；有位置，最多差 **${three(order?.most.seeing ?? 0)}**。`;
		default:
			return kind satisfies never;
	}
}

function numbersEn(result: PositionalEncoding): string {
	const { kind, table, order } = result;
	if (kind === 'none')
		return `token ${order?.order[0] ?? 0} read first, … : max_{token} ½ Σ|p − p′| = **${three(order?.most.blind ?? 0)}**, over **${order?.blind.length ?? 0}** tokens`;
	if (!table) return `W_{pos} would be [**${result.context}** × **${result.d_model}**]; this model has none`;
	if (kind === 'learned')
		return `x_{p} = W_{E}[token] + W_{pos}[p], W_{pos}: [**${table.all ?? 0}** × **${table.dims}**]`;
	return `${waveNumbers(result, table)}; table [place × **${table.dims}**], R_{${result.turn?.shift ?? 0}}: **${table.dims / 2}** blocks of 2 × 2`;
}

function numbersZh(result: PositionalEncoding): string {
	const { kind, table, order } = result;
	if (kind === 'none')
		return `第 ${order?.order[0] ?? 0} 个 token 第一个读入，…… ：max_{token} ½ Σ|p − p′| = **${three(order?.most.blind ?? 0)}**，共 **${order?.blind.length ?? 0}** 个 token`;
	if (!table) return `W_{pos} 若有，会是 [**${result.context}** × **${result.d_model}**]；这个模型没有`;
	if (kind === 'learned')
		return `x_{p} = W_{E}[token] + W_{pos}[p]，W_{pos}：[**${table.all ?? 0}** × **${table.dims}**]`;
	return `${waveNumbers(result, table)}；表 [位置 × **${table.dims}**]，R_{${result.turn?.shift ?? 0}}：**${table.dims / 2}** 个 2 × 2 的块`;
}

/** The second pair of the query's place: the first has frequency 1 and shows no formula. */
function waveNumbers({ turn }: PositionalEncoding, { dims, theta }: Table): string {
	const pair = dims > 3 ? 1 : 0;
	const [sine, cosine] = [turn?.start[2 * pair] ?? NaN, turn?.start[2 * pair + 1] ?? NaN];
	const angle = `**${turn?.from ?? 0}** · ${theta}^{−${2 * pair}/${dims}}`;
	return `sin(${angle}) = **${three(sine)}**, cos(${angle}) = **${three(cosine)}**`;
}

function small(table: Table | undefined): string {
	return formatNumber(table?.apart ?? 0, 3);
}
