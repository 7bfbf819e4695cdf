/** The words inside the drawing. */
import { formatCount, formatNumber } from '#num/format.ts';
import type { Rope, Rotary } from './compute.ts';
import type { Hand, Pair } from './pairs.ts';

const two = (value: number) => formatNumber(value, 2);
const three = (value: number) => formatNumber(value, 3);
const small = (value: number) => formatNumber(value, 4);
const name = ({ labels }: Rope, index: number) => labels[index] ?? '';
const length = (wavelength: number) => (wavelength < 100 ? formatNumber(wavelength, 1) : formatCount(wavelength));

/** The words of the drawing in both languages. */
export const view = {
	learned: {
		en: ({ context }: Rope) =>
			`Nothing turns in this model. It has **learned positions**: one vector for each of its ${context} places, added to the embedding before the first block. Choose a model with rotary positions to see the dials.`,
		zh: ({ context }: Rope) =>
			`这个模型里没有旋转。它的**位置是学出来的**：${context} 个位置各有一个向量，在第一层之前加到词嵌入上。换一个用旋转位置的模型，就能看到表盘。`
	},
	dials: { en: 'Dials show', zh: '表盘显示' },
	shown: {
		own: { en: 'their own places', zh: '原来的位置' },
		shifted: { en: 'both moved', zh: '一起挪' },
		moved: { en: 'the key moved', zh: '只挪键' }
	},
	places: {
		own: {
			en: (result: Rope) => placesEn(result, result.focus.query, result.focus.key),
			zh: (result: Rope) => placesZh(result, result.focus.query, result.focus.key)
		},
		shifted: {
			en: (result: Rope, { shift }: Rotary) =>
				placesEn(result, result.focus.query + shift.by, result.focus.key + shift.by),
			zh: (result: Rope, { shift }: Rotary) =>
				placesZh(result, result.focus.query + shift.by, result.focus.key + shift.by)
		},
		moved: {
			en: (result: Rope, { move }: Rotary) => placesEn(result, result.focus.query, result.focus.key - move.by),
			zh: (result: Rope, { move }: Rotary) => placesZh(result, result.focus.query, result.focus.key - move.by)
		}
	},
	legend: {
		en: 'Dashed: before rotation. Solid: after. A hand is as long as the root of its pair’s length. Beneath: radians per token, tokens per turn, and what the pair adds to the score.',
		zh: '虚线：转之前；实线：转之后；指针长短是这一对长度的平方根。下面三行：每个 token 转多少弧度、几个 token 转一圈、给分数加了多少。'
	},
	dial: {
		en: (pair: Pair) =>
			`Pair ${pair.index}: query ${handEn(pair.query)}; key ${handEn(pair.key)}. Adds ${two(pair.adds)} to the score.`,
		zh: (pair: Pair) =>
			`第 ${pair.index} 对：查询 ${handZh(pair.query)}；键 ${handZh(pair.key)}。给分数加上 ${two(pair.adds)}。`
	},
	speed: {
		en: ({ theta, dims }: Rotary, { index, frequency }: Pair) =>
			`${theta}^{−${2 * index}/${dims}} = ${three(frequency)}`,
		zh: ({ theta, dims }: Rotary, { index, frequency }: Pair) =>
			`${theta}^{−${2 * index}/${dims}} = ${three(frequency)}`
	},
	pace: {
		en: ({ frequency }: Pair) => `turns **${three(frequency)}**`,
		zh: ({ frequency }: Pair) => `转 **${three(frequency)}**`
	},
	turn: {
		en: ({ wavelength }: Pair) => `once in **${length(wavelength)}**`,
		zh: ({ wavelength }: Pair) => `**${length(wavelength)}** 个一圈`
	},
	adds: {
		en: ({ adds }: Pair) => `adds **${two(adds)}**`,
		zh: ({ adds }: Pair) => `贡献 **${two(adds)}**`
	},
	shift: {
		label: { en: 'Move both by', zh: '一起往后挪' },
		says: {
			en: ({ shift, score }: Rotary) =>
				`Both moved by **+${shift.by}**: the score goes from ${three(score)} to ${three(shift.score)}, a change of **${small(shift.change)}** (rotated in 64 bits: ${small(shift.exactChange)}). Of all ${shift.cells} scores of this head, none changes by more than **${small(shift.largest)}**.`,
			zh: ({ shift, score }: Rotary) =>
				`一起挪 **+${shift.by}**：分数从 ${three(score)} 到 ${three(shift.score)}，变化 **${small(shift.change)}**（用 64 位来转：${small(shift.exactChange)}）。这个头的 ${shift.cells} 个分数里，变化最大的也不过 **${small(shift.largest)}**。`
		}
	},
	move: {
		label: { en: 'Move only the key, back by', zh: '只把键往回挪' },
		says: {
			en: (result: Rope, { move, distance, score }: Rotary) =>
				`Only {k:“${name(result, result.focus.key)}”} moved back by **${move.by}**: the distance goes from ${distance} to ${distance + move.by}, the score from ${three(score)} to ${three(move.score)}, a change of **${two(move.change)}**.`,
			zh: (result: Rope, { move, distance, score }: Rotary) =>
				`只把{k:“${name(result, result.focus.key)}”}往回挪 **${move.by}**：距离从 ${distance} 变成 ${distance + move.by}，分数从 ${three(score)} 变成 ${three(move.score)}，变化 **${two(move.change)}**。`
		}
	},
	curve: {
		title: {
			en: 'Move both: the score stands. Move one: it changes.',
			zh: '一起挪，分数不动；只挪一个，分数就变'
		},
		together: { en: 'both moved', zh: '一起挪' },
		within: { en: 'only the key moved back', zh: '只把键往回挪' },
		past: { en: 'the same, past the trained length', zh: '同上，超出训练长度' },
		x: { en: 'places moved', zh: '挪了几位' },
		y: { en: 'score', zh: '分数' }
	},
	waves: {
		title: { en: 'How many tokens one turn takes', zh: '转一圈要多少个 token' },
		wave: { en: 'wavelength', zh: '波长' },
		trained: { en: 'trained length', zh: '训练长度' },
		x: { en: 'pair', zh: '第几对' },
		y: { en: 'tokens', zh: 'token 数' },
		says: {
			en: ({ context }: Rope, { pairs, unfinished, still }: Rotary) =>
				`**${unfinished}** of ${pairs.length} pairs never complete a turn within ${context} tokens, the trained length: at greater distances they meet angles that training never showed.${still.dims > 0 ? ` ${still.dims} dimensions do not turn at all; they add ${two(still.adds)} at any distance.` : ''}`,
			zh: ({ context }: Rope, { pairs, unfinished, still }: Rotary) =>
				`${pairs.length} 对里有 **${unfinished}** 对在训练长度 ${context} 以内转不满一圈：距离再大，就会转到训练中没见过的角度。${still.dims > 0 ? `另有 ${still.dims} 维完全不转，不管多远都贡献 ${two(still.adds)}。` : ''}`
		}
	},
	table: {
		pair: { en: 'Pair', zh: '对' },
		dims: { en: 'Dimensions', zh: '维度' },
		frequency: { en: 'Radians per token', zh: '每 token 弧度' },
		wavelength: { en: 'Tokens per turn', zh: '转一圈的 token 数' },
		turns: { en: 'Turns in the trained length', zh: '训练长度内的圈数' },
		adds: { en: 'Adds to the score', zh: '给分数的贡献' }
	}
} as const;

/** A wavelength as the panel writes it. */
export { length as lengthText };

function placesEn(result: Rope, query: number, key: number): string {
	return `{q:“${name(result, result.focus.query)}”} at place **${signed(query)}**, {k:“${name(result, result.focus.key)}”} at place **${signed(key)}**`;
}

function placesZh(result: Rope, query: number, key: number): string {
	return `{q:“${name(result, result.focus.query)}”}在第 **${signed(query)}** 位，{k:“${name(result, result.focus.key)}”}在第 **${signed(key)}** 位`;
}

function signed(place: number): string {
	return formatNumber(place, 0);
}

function handEn({ before, after }: Hand): string {
	return `from ${degrees(before)} to ${degrees(after)}`;
}

function handZh({ before, after }: Hand): string {
	return `从 ${degrees(before)} 到 ${degrees(after)}`;
}

function degrees(angle: number): string {
	return `${formatNumber((angle * 180) / Math.PI, 0)}°`;
}
