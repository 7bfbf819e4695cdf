/** The words inside the drawing. */
import { formatNumber } from '#num/format.ts';
import type { CausalMask } from './compute.ts';
import type { Leak } from './leak.ts';
import { touchText } from './touch-text.ts';

/** The three squares, in the order of their making. */
export type Step = 'scaled' | 'masked' | 'pattern';

const CAPTURES = {
	scaled: 'attn_scores_scaled',
	masked: 'attn_scores',
	pattern: 'pattern'
} as const satisfies Record<Step, string>;

const name = ({ labels }: CausalMask, index: number) => labels[index] ?? '';
const quoted = (result: CausalMask, index: number) => `“${name(result, index)}”`;

/** The words of the drawing in both languages. */
export const view = {
	title: {
		scaled: { en: '{q:Q}{k:K}^{T} ÷ √d_{k}', zh: '{q:Q}{k:K}^{T} ÷ √d_{k}' },
		masked: { en: '+ mask', zh: '+ 掩码' },
		pattern: { en: 'softmax', zh: 'softmax' }
	},
	subtitle: {
		scaled: { en: () => 'nothing hidden yet', zh: () => '还什么都没遮' },
		masked: {
			en: ({ closed }: CausalMask) => `${closed} cells at −∞ · paint here`,
			zh: ({ closed }: CausalMask) => `${closed} 格为 −∞ · 可以涂`
		},
		pattern: {
			en: ({ blind }: CausalMask) => (blind === 0 ? 'each row sums to 1' : `${blind} empty: nothing to see`),
			zh: ({ blind }: CausalMask) => (blind === 0 ? '每行之和为 1' : `${blind} 行是空的：什么都看不见`)
		}
	},
	label: {
		scaled: { en: 'Scores before the mask, queries down, keys across', zh: '加掩码之前的分数，查询在行，键在列' },
		masked: { en: 'Masked scores; space opens or closes a cell', zh: '加掩码之后的分数；按空格开关一格' },
		pattern: { en: 'Attention pattern, queries down, keys across', zh: '注意力权重，查询在行，键在列' }
	},
	axis: { query: { en: 'query', zh: '查询' }, key: { en: 'key', zh: '键' } },
	mask: { en: 'Mask', zh: '掩码' },
	kinds: {
		causal: { en: 'causal', zh: '因果' },
		none: { en: 'none', zh: '不遮' },
		window: { en: 'window', zh: '滑动窗口' },
		prefix: { en: 'prefix', zh: '前缀' },
		padding: { en: 'padding', zh: '填充' }
	},
	size: {
		window: { en: 'Keys in sight', zh: '能看见几个键' },
		prefix: { en: 'Tokens that see each other', zh: '开头几个互相可见' },
		padding: { en: 'First tokens hidden', zh: '遮住开头几个' }
	},
	clear: {
		en: ({ painted }: CausalMask) => `Clear painted cells (${painted})`,
		zh: ({ painted }: CausalMask) => `清除涂改（${painted} 格）`
	},
	describe: {
		en: (result: CausalMask, step: Step, query: number, key: number) =>
			`${address(result, step, query, key)}, query ${quoted(result, query)}, key ${quoted(result, key)}: ${formula(result, step, query, key)}`,
		zh: (result: CausalMask, step: Step, query: number, key: number) =>
			`${address(result, step, query, key)}，查询 ${quoted(result, query)}，键 ${quoted(result, key)}：${formula(result, step, query, key)}`
	},
	row: {
		en: (result: CausalMask, query: number) => {
			const { keys, ahead } = openTo(result, query);
			return `${quoted(result, query)} sees ${keys} of ${result.masked.length} keys${ahead > 0 ? `, ${ahead} of them ahead of it` : ''}.`;
		},
		zh: (result: CausalMask, query: number) => {
			const { keys, ahead } = openTo(result, query);
			return `${quoted(result, query)}能看见 ${result.masked.length} 个键中的 ${keys} 个${ahead > 0 ? `，其中 ${ahead} 个在它后面` : ''}。`;
		}
	},
	hint: {
		en: 'Point at a cell to read it. Drag over the middle square to open or close cells.',
		zh: '指着一格看它是什么；在中间那张图上拖动，可以把格子打开或关上。'
	},
	safe: {
		en: () => 'No query sees its future.',
		zh: () => '没有查询能看到自己的未来。'
	},
	alarm: {
		en: (result: CausalMask, { queries, cells, farthest, heaviest }: Leak) =>
			`**${queries}** ${queries === 1 ? 'query sees its' : 'queries see their'} future, through ${cells} ${cells === 1 ? 'cell' : 'cells'}. Farthest: {q:“${name(result, farthest.query)}”} (${farthest.query}) sees {k:“${name(result, farthest.key)}”} (${farthest.key}), **${farthest.ahead}** ${farthest.ahead === 1 ? 'token' : 'tokens'} ahead. Most in this head: {q:“${name(result, heaviest.query)}”} (${heaviest.query}) gives **${formatNumber(heaviest.weight)}** of its attention to {k:“${name(result, heaviest.key)}”} (${heaviest.key}).`,
		zh: (result: CausalMask, { queries, cells, farthest, heaviest }: Leak) =>
			`**${queries}** 个查询看到了未来，一共 ${cells} 格。看得最远的：{q:“${name(result, farthest.query)}”}（${farthest.query}）看到了后面第 **${farthest.ahead}** 个 token {k:“${name(result, farthest.key)}”}（${farthest.key}）。这个头里看得最重的：{q:“${name(result, heaviest.query)}”}（${heaviest.query}）把 **${formatNumber(heaviest.weight)}** 的注意力给了{k:“${name(result, heaviest.key)}”}（${heaviest.key}）。`
	},
	touch: touchText,
	next: {
		original: { en: 'Next token, causal as trained', zh: '下一个 token：训练时的因果掩码' },
		changed: { en: 'Next token, this mask', zh: '下一个 token：现在的掩码' },
		other: { en: 'as trained', zh: '训练时的掩码' }
	},
	loss: {
		en: (value: number) => `loss on the text **${formatNumber(value)}** nats per token`,
		zh: (value: number) => `这段文字上的损失：每个 token **${formatNumber(value)}** 奈特`
	},
	verdict: {
		en: (result: CausalMask) => verdictEn(result),
		zh: (result: CausalMask) => verdictZh(result)
	},
	each: {
		title: { en: 'Surprise at each next token, −ln p', zh: '对每个下一个 token 的意外程度，−ln p' },
		x: { en: 'position that predicts', zh: '做预测的位置' },
		y: { en: 'nats', zh: '奈特' },
		before: { en: 'as trained', zh: '训练时的掩码' },
		after: { en: 'this mask', zh: '现在的掩码' }
	}
} as const;

function address({ focus }: CausalMask, step: Step, query: number, key: number): string {
	return `blocks.${focus.layer}.attn.${CAPTURES[step]}[${focus.head}, ${query}, ${key}]`;
}

function formula(result: CausalMask, step: Step, query: number, key: number): string {
	const at = (of: Step) => formatNumber(result[of].data[query * result[of].length + key] ?? NaN);
	switch (step) {
		case 'scaled':
			return `q${query}·k${key} ÷ √${result.d_head} = ${at('scaled')}`;
		case 'masked':
			return at('masked') === '−∞' ? `${at('scaled')} − ∞ = −∞` : `${at('scaled')} + 0 = ${at('masked')}`;
		case 'pattern':
			return `e^${at('masked')} ÷ Σ = ${at('pattern')}`;
		default:
			return step satisfies never;
	}
}

function openTo({ masked }: CausalMask, query: number): { readonly keys: number; readonly ahead: number } {
	const row = Array.from(masked.data).slice(query * masked.length, (query + 1) * masked.length);
	return {
		keys: row.filter((score) => score !== -Infinity).length,
		ahead: row.filter((score, key) => score !== -Infinity && key > query).length
	};
}

function verdictEn(result: CausalMask): string {
	const { isCausal, hidesPast, loss, cheats, predictions } = result;
	if (!loss) return 'Too short a text for a loss: it takes two tokens.';
	if (isCausal)
		return 'This is the mask that the model was trained with, so nothing differs. Choose another one above, and the two are compared here.';
	const change = `The loss ${loss.after > loss.before ? 'rises' : 'falls'} by **${formatNumber(Math.abs(loss.after - loss.before))}**.`;
	if (cheats === 0) return `${change} Nobody can cheat: what changed is how much of the past each token sees.`;
	const could = `${change} **${cheats}** of ${predictions} predictions could have read their answer, so this loss no longer measures prediction.`;
	if (hidesPast) return `${could} Part of the past is closed as well: two effects in one number.`;
	return loss.after > loss.before
		? `${could} It rises all the same: these weights never learned to look ahead, and what they find there is noise to them. A model trained without the mask would drive it towards 0 and generate nonsense.`
		: `${could} It looks better and means nothing: when generating, there is no future to copy from.`;
}

function verdictZh(result: CausalMask): string {
	const { isCausal, hidesPast, loss, cheats, predictions } = result;
	if (!loss) return '文字太短，至少要两个 token 才有损失。';
	if (isCausal) return '这就是训练时用的掩码，没有差别。在上面换一种，这里就会把两者放在一起比。';
	const change = `损失${loss.after > loss.before ? '升了' : '降了'} **${formatNumber(Math.abs(loss.after - loss.before))}**。`;
	if (cheats === 0) return `${change}没有谁能作弊，变的只是每个 token 能看到多少过去。`;
	const could = `${change}${predictions} 次预测里有 **${cheats}** 次能偷看到答案，所以这个损失已经不是在衡量预测了。`;
	if (hidesPast) return `${could}同时还有一部分过去被遮住了：两种影响混在一个数里。`;
	return loss.after > loss.before
		? `${could}能偷看，损失却反而升了：这些权重从没学过往后看，后面的内容对它们只是噪声。换成一个从头就不加掩码训练的模型，损失会被压到接近 0，生成时却一塌糊涂。`
		: `${could}数字好看了，却没有意义：生成的时候，可没有未来给它抄。`;
}
