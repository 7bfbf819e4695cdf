import { formatCount, formatNumber } from '#num/format.ts';
import type { PointText } from '#points/define.ts';
import type { Rope, Rotary } from './compute.ts';
import { numbers } from './numbers.ts';
import { view } from './view-text.ts';

const two = (value: number) => formatNumber(value, 2);
const small = (value: number) => formatNumber(value, 4);
const name = ({ labels }: Rope, index: number) => labels[index] ?? '';
const slowest = ({ pairs }: Rotary) => pairs.at(-1);

/** What the page says of the rotation. */
export const text = {
	title: { en: 'Rotary positions (RoPE)', zh: '旋转位置编码（RoPE）' },
	summary: {
		en: 'Queries and keys are turned by their place, so that their score knows the distance and nothing else of it.',
		zh: '查询和键按各自的位置旋转，于是分数里只剩下两者的距离。'
	},
	look: {
		en: (result: Rope) => (result.rotary ? lookEn(result, result.rotary) : learnedEn(result)),
		zh: (result: Rope) => (result.rotary ? lookZh(result, result.rotary) : learnedZh(result))
	},
	wrong: {
		en: '“RoPE adds a position to each token’s vector, so a score depends on where in the text the two tokens stand.”',
		zh: '“RoPE 就是给每个 token 的向量加上一个位置，所以分数取决于它们在文中的第几位。”'
	},
	right: {
		en: ({ rotary }: Rope) =>
			rotary
				? `Nothing is added, and the residual stream is not touched: in every block q and k are turned, and v is not. Lengths stay: |q| is **${two(rotary.norms.before)}** before and **${two(rotary.norms.after)}** after. Turned by the same angle, two vectors keep their dot product, so only the distance counts. The whole model run ${rotary.shift.by} places further on changes none of this head’s ${rotary.shift.cells} scores by more than **${small(rotary.shift.largest)}**.`
				: 'RoPE adds nothing: in every block it turns q and k by their place, and only the distance between the two remains in their score. What you describe is what this model does: its learned vectors are added to the embeddings, and its scores do depend on the place.',
		zh: ({ rotary }: Rope) =>
			rotary
				? `什么都没加，残差流也没动：每一层里被旋转的是 q 和 k，v 不转。长度不变：|q| 转之前是 **${two(rotary.norms.before)}**，转之后是 **${two(rotary.norms.after)}**。两个向量转过同样的角度，点积不变，所以起作用的只有距离。把整个模型往后挪 ${rotary.shift.by} 位再跑一遍，这个头的 ${rotary.shift.cells} 个分数里，变得最多的也只变了 **${small(rotary.shift.largest)}**。`
				: 'RoPE 什么都不加：每一层里按位置旋转 q 和 k，分数里只剩两者的距离。你说的倒正是现在这个模型的做法：学出来的位置向量加在词嵌入上，分数确实和第几位有关。'
	},
	numbers,
	know: {
		en: (result: Rope) =>
			result.rotary
				? `${pastEn(result, result.rotary)} It must run in every block, on q and k alone: turning v would put the place into what is handed over. A cache keeps keys as turned, so a key’s place is fixed once it is stored. Dimension i turns with i + ${result.rotary.dims / 2} here (GPT-NeoX, Llama); the paper pairs neighbours. Weights moved from one layout to the other without reordering are the classic bug.`
				: 'Learned positions are one table [context, d_model], added once at the bottom. A place beyond the table has no vector at all; a place seen rarely in training has a poor one. A rotation is defined at every place, is applied in every block, and costs no parameters.',
		zh: (result: Rope) =>
			result.rotary
				? `${pastZh(result, result.rotary)}每一层都要做，而且只对 q 和 k：转了 v，位置就混进交出去的内容里了。缓存里存的是转过的键，所以键一旦存下，位置就定了。这里第 i 维和第 i + ${result.rotary.dims / 2} 维一对（GPT-NeoX、Llama），论文里是相邻两维一对：换权重时忘了重排，是经典的 bug。`
				: '学出来的位置是一张 [context, d_model] 的表，只在最底下加一次。超出表的位置根本没有向量；训练里少见的位置，向量也学不好。旋转则在任何位置都有定义，每一层都做，而且不花参数。'
	},
	view
} satisfies PointText<Rope> & { view: unknown };

function lookEn(result: Rope, { shift, move, score }: Rotary): string {
	const { query, key } = result.focus;
	return `Each dial is one pair of dimensions: {q:“${name(result, query)}”} at place ${query} asks, {k:“${name(result, key)}”} at place ${key} is asked. Dashed hands are before rotation, solid ones after. The score is **${two(score)}**. Both moved by ${shift.by}: it changes by **${small(shift.change)}**. Only the key moved back by ${move.by}: by **${two(move.change)}**.`;
}

function lookZh(result: Rope, { shift, move, score }: Rotary): string {
	const { query, key } = result.focus;
	return `一个表盘是一对维度：第 ${query} 位的{q:“${name(result, query)}”}在问，第 ${key} 位的{k:“${name(result, key)}”}被问。虚线是转之前，实线是转之后。分数是 **${two(score)}**。两个一起挪 ${shift.by} 位，分数变化 **${small(shift.change)}**；只把键往回挪 ${move.by} 位，变化 **${two(move.change)}**。`;
}

function learnedEn({ context }: Rope): string {
	return `This model has learned positions: one vector for each of its **${context}** places, added to the embedding of the token that stands there. Its queries and keys are not turned, so there are no dials to show. Choose a model with rotary positions, and the same sentence will have them.`;
}

function learnedZh({ context }: Rope): string {
	return `这个模型的位置是学出来的：**${context}** 个位置各有一个向量，加在该处 token 的词嵌入上。它的查询和键不旋转，所以没有表盘可看。换一个用旋转位置的模型，同一句话就有了。`;
}

function pastEn({ context }: Rope, rotary: Rotary): string {
	const last = slowest(rotary);
	return `A place past the trained ${context} is nothing new, since only distance counts; a distance past it is. **${rotary.unfinished}** of ${rotary.pairs.length} pairs never complete a turn in ${context} tokens; the slowest needs **${formatCount(last?.wavelength ?? NaN)}** and gets **${two(100 * (last?.turns ?? 0))}%** of the way. Farther apart, those pairs meet angles no training step has shown them. A larger theta, or positions squeezed to fit (interpolation, NTK, YaRN), slow them down for longer texts.`;
}

function pastZh({ context }: Rope, rotary: Rotary): string {
	const last = slowest(rotary);
	return `超出训练长度 ${context} 的位置不新鲜，反正只看距离；超出它的距离才是新的。${rotary.pairs.length} 对里有 **${rotary.unfinished}** 对在 ${context} 个 token 内转不满一圈；最慢的一对要 **${formatCount(last?.wavelength ?? NaN)}** 个 token 才转一圈，训练时只走了 **${two(100 * (last?.turns ?? 0))}%**。再远，这些对就会转到训练中从没见过的角度。加大 theta，或把位置压缩回来（位置插值、NTK、YaRN），就是让它们转慢些，好用在更长的文本上。`;
}
