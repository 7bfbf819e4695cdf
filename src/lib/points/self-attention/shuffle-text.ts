/** The words of the experiment with another order of the same tokens. */
import { formatNumber } from '#num/format.ts';
import type { SelfAttention } from './compute.ts';
import type { Shuffled } from './shuffle.ts';

const three = (value: number) => formatNumber(value);
const asking = ({ labels, focus }: SelfAttention) => `{q:“${labels[focus.query] ?? ''}”}`;

/** The words of the experiment in both languages. */
export const shuffleText = {
	title: { en: 'The same tokens in another order', zh: '同样的 token，换个顺序' },
	label: { en: 'Shuffle', zh: '打乱顺序' },
	options: {
		no: { en: 'as written', zh: '原样' },
		placed: { en: 'shuffled', zh: '打乱' },
		placeless: { en: 'shuffled, no positions, no mask', zh: '打乱，并去掉位置与掩码' }
	},
	order: { en: 'Which order', zh: '第几种打乱法' },
	before: { en: 'as written', zh: '原来的顺序' },
	after: { en: 'shuffled', zh: '打乱之后' },
	weight: {
		en: ({ labels }: SelfAttention, token: number, weight: number) =>
			`“${labels[token] ?? ''}” (${token} as written): weight ${three(weight)}`,
		zh: ({ labels }: SelfAttention, token: number, weight: number) =>
			`“${labels[token] ?? ''}”（原来在第 ${token} 位）：权重 ${three(weight)}`
	},
	hint: {
		en: 'Take positions and mask out of the whole model and shuffle the tokens: does a query take away anything else?',
		zh: '把整个模型的位置信息和掩码都去掉，再把 token 打乱：一个查询拿到的东西会变吗？'
	},
	says: {
		en: (result: SelfAttention, { isPlaceless, weights, z, length }: Shuffled) =>
			isPlaceless
				? `${asking(result)} gives every token the weight it gave it before, wherever it stands now: no weight differs by more than **${three(weights)}**, no component of z by more than **${three(z)}** (its length is ${three(length)}). Attention by itself sees a set; only positions and the mask make it a sequence.`
				: `With positions and mask at work, the order counts: a weight that ${asking(result)} gives changes by up to **${three(weights)}**, a component of z by up to **${three(z)}** (its length was ${three(length)}).`,
		zh: (result: SelfAttention, { isPlaceless, weights, z, length }: Shuffled) =>
			isPlaceless
				? `不管 token 挪到哪里，${asking(result)}给它的权重都和原来一样：权重最多差 **${three(weights)}**，z 的各维最多差 **${three(z)}**（z 长 ${three(length)}）。注意力本身看到的是一个集合；让它变成序列的，是位置和掩码。`
				: `位置和掩码都在，顺序就要紧了：${asking(result)}给出的权重最多变了 **${three(weights)}**，z 的各维最多变了 **${three(z)}**（z 原来长 ${three(length)}）。`
	}
} as const;
