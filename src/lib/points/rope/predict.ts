import { formatNumber } from '#num/format.ts';
import type { Predict } from '#points/define.ts';
import type { Rope } from './compute.ts';

// What 32-bit rounding makes of a score that should not change stays far below this.
const SAME = 1e-2;

const NONE = {
	en: 'This model has learned positions, so there is nothing to turn. With rotation the score would stay.',
	zh: '这个模型的位置是学出来的，没有旋转可看。换成旋转的话，分数不会变。'
};

function changed({ rotary }: Rope): string {
	return formatNumber(rotary?.shift.change ?? 0, 4);
}

/** Asks what a rotation by the same angle does to the angle between. */
export const predict: Predict<Rope> = {
	question: {
		en: 'The query and the key both move on by the same number of places. Their score will',
		zh: '查询和键一起往后挪同样多的位置，它们的分数会'
	},
	options: [
		{
			label: { en: 'stay the same', zh: '不变' },
			why: {
				en: (result) =>
					result.rotary
						? `Both hands of every dial turn by the same angle, so the angle between them stands still, and so does the dot product: after ${result.rotary.shift.by} places it has changed by **${changed(result)}**. What little there is comes from 32-bit rounding.`
						: NONE.en,
				zh: (result) =>
					result.rotary
						? `每个表盘上的两根指针转过同样的角度，夹角不变，点积也就不变：挪了 ${result.rotary.shift.by} 位，分数只变了 **${changed(result)}**。剩下的这一点，是 32 位浮点的舍入。`
						: NONE.zh
			}
		},
		{
			label: { en: 'fall: they are farther from the start', zh: '变小：离开头更远了' },
			why: {
				en: (result) =>
					result.rotary
						? `The start plays no part. The score changes by **${changed(result)}**: only the distance between the two counts, and that is ${result.rotary.distance} before and after.`
						: NONE.en,
				zh: (result) =>
					result.rotary
						? `和开头没有关系。分数的变化是 **${changed(result)}**：要紧的只有两者的距离，挪之前是 ${result.rotary.distance}，挪之后还是 ${result.rotary.distance}。`
						: NONE.zh
			}
		},
		{
			label: { en: 'change: each pair turns at its own speed', zh: '会变：每一对转得快慢不同' },
			why: {
				en: (result) =>
					result.rotary
						? `Each of the ${result.rotary.pairs.length} pairs has its own speed, but inside a pair the query and the key share it. So no pair’s angle between the two changes, and their sum moves by **${changed(result)}**.`
						: NONE.en,
				zh: (result) =>
					result.rotary
						? `${result.rotary.pairs.length} 对维度确实各转各的，可同一对里，查询和键的速度一样。每一对的夹角都没变，加起来自然也没变：**${changed(result)}**。`
						: NONE.zh
			}
		}
	],
	right: ({ rotary }) => (Math.abs(rotary?.shift.change ?? 0) < SAME ? 0 : 2)
};
