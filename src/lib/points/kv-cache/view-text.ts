/** The words inside the drawing. */
import { formatCount, formatNumber } from '#num/format.ts';
import { agrees, type HeldLayer, type KvCache } from './compute.ts';
import type { KnownCache } from './known-models.ts';

/** Which of the two is meant. */
export type Part = keyof HeldLayer;

/** A place in what is held: a token's column and a dimension of it. */
export interface Place {
	readonly token: number;
	readonly dimension?: number;
}

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
				`{k:K}, layer ${focus.layer}: each row of K upright, ${newest.index + 1} of them${rotary ? ', held after rotation' : ''}`,
			zh: ({ focus, newest, rotary }: KvCache) =>
				`{k:K}，第 ${focus.layer} 层：${newest.index + 1} 行，竖着画${rotary ? '，存的是旋转之后的' : ''}`
		},
		values: {
			en: ({ focus, newest }: KvCache) =>
				`{v:V}, layer ${focus.layer}: each row of V upright, ${newest.index + 1} of them`,
			zh: ({ focus, newest }: KvCache) => `{v:V}，第 ${focus.layer} 层：${newest.index + 1} 行，竖着画`
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
		step: { en: 'multiply-adds, this step', zh: '这一步的乘加' },
		total: { en: 'multiply-adds, prompt and all steps', zh: '提示和各步的乘加总数' },
		bytes: { en: 'bytes of K and V held', zh: '存下的 K 和 V' },
		next: { en: 'next token', zh: '下一个 token' },
		agree: {
			en: ({ agreement }: KvCache) =>
				`${agrees(agreement) ? 'Same result' : 'Not the same result'}: over **${formatCount(agreement.count)}** logits the largest difference is **${formatNumber(agreement.logits)}**, over all keys and values **${formatNumber(agreement.held)}**.`,
			zh: ({ agreement }: KvCache) =>
				`${agrees(agreement) ? '结果相同' : '结果不同'}：**${formatCount(agreement.count)}** 个 logit 中最大相差 **${formatNumber(agreement.logits)}**，所有键和值中最大相差 **${formatNumber(agreement.held)}**。`
		}
	},
	curve: {
		title: { en: 'Multiply-adds of each step', zh: '每一步的乘加次数' },
		x: { en: 'tokens in the text', zh: '文本的 token 数' },
		y: { en: 'multiply-adds', zh: '乘加次数' }
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
