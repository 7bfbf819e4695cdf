/** The words inside the drawing. */
import { formatCount, formatNumber } from '#num/format.ts';
import { agrees } from './agreement.ts';
import type { HeldLayer, KvCache } from './compute.ts';
import type { Parabola } from './growth.ts';
import type { KnownCache } from './known-models.ts';

/** Which of the two is meant. */
export type Part = keyof HeldLayer;

/** A place in what is held: a token's column and a dimension of it. */
export interface Place {
	readonly token: number;
	readonly dimension?: number;
}

const amount = (value: number) => (value === 0 ? '0' : formatNumber(value));

/** The words of the drawing in both languages. */
export const view = {
	query: {
		en: ({ newest, focus, queries }: KvCache) =>
			`This step reads {q:“${newest.label}”} at place ${newest.index}: **${queries}** new query in layer ${focus.layer}, head ${focus.head}, and it meets **${newest.index + 1}** ${newest.index === 0 ? 'key, its own' : 'keys, its own among them'}.`,
		zh: ({ newest, focus, queries }: KvCache) =>
			`这一步读的是位置 ${newest.index} 的{q:“${newest.label}”}：第 ${focus.layer} 层第 ${focus.head} 头只算 **${queries}** 个新查询，它要见 **${newest.index + 1}** 个键，包括自己的。`
	},
	start: {
		en: 'Press Step to generate a token and watch the next row arrive.',
		zh: '按“单步”生成一个 token，看下一行怎么来。'
	},
	empty: { en: 'Type a text first: an empty one has no keys to hold.', zh: '先输入一点文字：空文本没有键可存。' },
	caption: {
		keys: {
			en: ({ focus, newest, rotary }: KvCache) =>
				`{k:K} of layer ${focus.layer}: ${newest.index + 1} rows, drawn upright${rotary ? ', held as rotated' : ''}`,
			zh: ({ focus, newest, rotary }: KvCache) =>
				`第 ${focus.layer} 层的 {k:K}：${newest.index + 1} 行，竖着画${rotary ? '，存的是旋转之后的' : ''}`
		},
		values: {
			en: ({ focus, newest }: KvCache) => `{v:V} of layer ${focus.layer}: ${newest.index + 1} rows, drawn upright`,
			zh: ({ focus, newest }: KvCache) => `第 ${focus.layer} 层的 {v:V}：${newest.index + 1} 行，竖着画`
		}
	},
	label: {
		keys: { en: 'Keys held, one column for each token', zh: '存下的键，每列一个 token' },
		values: { en: 'Values held, one column for each token', zh: '存下的值，每列一个 token' }
	},
	place: {
		en: (result: KvCache, part: Part, place: Place) =>
			`${address(result, part, place)} “${result.labels[place.token] ?? ''}”: ${reading(result, part, place) ?? `${result.d_head} numbers`}${isNewest(result, place) ? ', new in this step' : ', held from before'}`,
		zh: (result: KvCache, part: Part, place: Place) =>
			`${address(result, part, place)}“${result.labels[place.token] ?? ''}”：${reading(result, part, place) ?? `${result.d_head} 个数`}${isNewest(result, place) ? '，这一步新添' : '，早先存下'}`
	},
	weights: {
		title: { en: 'How the new query weighs the keys', zh: '新查询给各个键的权重' },
		describe: {
			en: ({ newest, labels, weights }: KvCache, key: number) =>
				`“${newest.label}” asks “${labels[key] ?? ''}” at ${key}: weight ${formatNumber(weights[key] ?? NaN)}`,
			zh: ({ newest, labels, weights }: KvCache, key: number) =>
				`“${newest.label}”问位置 ${key} 的“${labels[key] ?? ''}”：权重 ${formatNumber(weights[key] ?? NaN)}`
		}
	},
	every: {
		title: {
			en: ({ kvHead, kvHeads, heads }: KvCache) =>
				`Every layer gets its own new row (${kvHeads === heads ? 'head' : 'KV head'} ${kvHead} of ${kvHeads})`,
			zh: ({ layers, kvHead, kvHeads, heads }: KvCache) =>
				`${layers.length} 层各添一行（${kvHeads === heads ? '' : 'KV '}头 ${kvHead}，共 ${kvHeads} 个）`
		},
		layer: {
			en: (layer: number, { newest, d_head }: KvCache) =>
				`Layer ${layer}: K and V, ${newest.index + 1} × ${d_head} each`,
			zh: (layer: number, { newest, d_head }: KvCache) => `第 ${layer} 层：K 和 V，各 ${newest.index + 1} × ${d_head}`
		},
		short: { en: (layer: number) => `layer ${layer}`, zh: (layer: number) => `第 ${layer} 层` }
	},
	compare: {
		label: { en: 'With the cache and without', zh: '用缓存与不用' },
		with: { en: 'with the cache', zh: '用缓存' },
		without: { en: 'without', zh: '不用' },
		times: { en: 'without ÷ with', zh: '不用 ÷ 用' },
		step: { en: 'multiply-adds, this step', zh: '这一步的乘加' },
		total: {
			en: ({ steps }: KvCache) => `multiply-adds, prompt and ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`,
			zh: ({ steps }: KvCache) => `乘加总数：提示加 ${steps.length} 步`
		},
		bytes: { en: 'bytes of K and V held', zh: '存下的 K 和 V' },
		next: { en: 'next token', zh: '下一个 token' },
		agree: {
			en: ({ agreement }: KvCache) =>
				`${agrees(agreement) ? 'Same result' : 'Not the same result'}: over **${formatCount(agreement.count)}** logits the largest difference is **${amount(agreement.logits)}** (their sizes reach ${formatNumber(agreement.largest, 1)}), over all keys and values **${amount(agreement.held)}**.`,
			zh: ({ agreement }: KvCache) =>
				`${agrees(agreement) ? '结果相同' : '结果不同'}：**${formatCount(agreement.count)}** 个 logit 中最大相差 **${amount(agreement.logits)}**（logit 最大到 ${formatNumber(agreement.largest, 1)}），所有键和值中最大相差 **${amount(agreement.held)}**。`
		}
	},
	curve: {
		title: { en: 'Multiply-adds of one step, by the length of the text', zh: '文本越长，一步要多少次乘加' },
		x: { en: 'n, tokens in the text', zh: 'n，文本的 token 数' },
		y: { en: 'multiply-adds', zh: '乘加次数' },
		says: {
			en: ({ growth: { fitted }, steps }: KvCache) =>
				fitted
					? `Fitted to the **${steps.length}** steps that ran: with the cache **${parabola(fitted.with)}**; without **${parabola(fitted.without)}**. One grows with n, the other with n^{2}: whatever one new query costs, all n of them cost n times.`
					: 'Counted from the shapes of every product. Generate two tokens or more, and the steps that ran are fitted here.',
			zh: ({ growth: { fitted }, steps }: KvCache) =>
				fitted
					? `拟合跑过的 **${steps.length}** 步：用缓存 **${parabola(fitted.with)}**；不用 **${parabola(fitted.without)}**。一个随 n 增长，一个随 n^{2} 增长：一个新查询要多少，n 个全算就是它的 n 倍。`
					: '按每个矩阵乘法的形状数出来的。再生成两个以上的 token，这里就会给出对实际各步的拟合。'
		}
	},
	known: {
		title: { en: 'The same arithmetic for well-known models (fp16)', zh: '同样的算术，换成知名模型（fp16）' },
		tokens: { en: 'Tokens of context', zh: '上下文 token 数' },
		columns: {
			model: { en: 'model', zh: '模型' },
			bytes: { en: 'one text’s cache', zh: '一条文本的缓存' },
			perToken: { en: 'per token', zh: '每个 token' },
			held: { en: 'tokens held', zh: '存下的 token' },
			heads: { en: 'KV heads / heads', zh: 'KV 头 / 头' },
			step: { en: 'a step with → without', zh: '一步：用 → 不用' }
		},
		note: {
			en: (known: readonly KnownCache[]) => {
				const [full, shared] = groupedPair(known);
				return `By their published configurations; a model stops at the context it was made for, Mistral’s window keeps only the latest keys. At the same width and depth, ${shared?.kvHeads ?? 0} KV heads instead of ${full?.kvHeads ?? 0} make a token **${formatNumber(ratio(full, shared), 0)}×** lighter (grouped-query attention).`;
			},
			zh: (known: readonly KnownCache[]) => {
				const [full, shared] = groupedPair(known);
				return `按它们公开的配置计算；超过各自的上下文长度就止步，Mistral 的滑动窗口只留最近的键。同样的宽度和层数，KV 头从 ${full?.kvHeads ?? 0} 个减到 ${shared?.kvHeads ?? 0} 个（GQA），每个 token 就轻到原来的 **1/${formatNumber(ratio(full, shared), 0)}**。`;
			}
		}
	}
} as const;

/** "a + b·n + c·n²" without the parts that are nothing but rounding. */
function parabola({ constant, linear, quadratic }: Parabola): string {
	const parts = [
		[constant, ''],
		[linear, '·n'],
		[quadratic, '·n²']
	] as const;
	return parts
		.filter(([factor]) => Math.abs(factor) >= 0.5)
		.map(([factor, power]) => formatCount(Math.round(factor)) + power)
		.join(' + ');
}

function isNewest({ newest }: KvCache, { token }: Place): boolean {
	return token === newest.index;
}

function address({ focus, kvHead, rotary }: KvCache, part: Part, { token, dimension }: Place): string {
	const name = part === 'values' ? 'v' : rotary ? 'rot_k' : 'k';
	return `blocks.${focus.layer}.attn.${name}[${[kvHead, token, dimension].filter((i) => i !== undefined).join(', ')}]`;
}

function reading({ layers, focus }: KvCache, part: Part, { token, dimension }: Place): string | undefined {
	const held = layers[focus.layer]?.[part];
	if (!held || dimension === undefined) return undefined;
	return formatNumber(held.data[dimension * held.columns + token] ?? NaN);
}

/** The heaviest model for a token, in which every head has its own keys, and the lightest of those that share them. */
function groupedPair(known: readonly KnownCache[]) {
	const full = known.filter(({ heads, kvHeads }) => heads === kvHeads).toSorted((a, b) => b.perToken - a.perToken)[0];
	return [full, known.find(({ heads, kvHeads }) => heads === full?.heads && kvHeads < heads)] as const;
}

function ratio(full: KnownCache | undefined, shared: KnownCache | undefined): number {
	return full && shared ? full.perToken / shared.perToken : NaN;
}
