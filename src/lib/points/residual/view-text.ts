/** The words inside the drawing. */
import { formatNumber } from '#num/format.ts';
import type { Source } from './additions.ts';
import type { Residual } from './compute.ts';
import type { Effect } from './effect.ts';

const two = (value: number) => formatNumber(value, 2);
const three = (value: number) => formatNumber(value, 3);

/** What a part is called, in both languages: as people of the field write it. */
export function nameOf(source: Source): string {
	switch (source.kind) {
		case 'embed':
			return 'embed';
		case 'position':
			return 'pos_embed';
		case 'attention':
			return `attn ${source.layer}`;
		case 'ffn':
			return `FFN ${source.layer}`;
		default:
			return source satisfies never;
	}
}

/** The words of the drawing in both languages. */
export const view = {
	target: { en: 'Logit of', zh: '看谁的 logit' },
	stream: {
		caption: {
			en: (result: Residual) => `The stream of “${result.labels[result.focus.query] ?? ''}”, addition by addition`,
			zh: (result: Residual) => `“${result.labels[result.focus.query] ?? ''}”的残差流，一笔一笔`
		},
		part: { en: 'added', zh: '加上' },
		moves: {
			en: ({ target }: Residual) => `to the logit of “${target.token}”`,
			zh: ({ target }: Residual) => `给“${target.token}”的 logit`
		},
		length: { en: 'length', zh: '长度' },
		read: { en: 'read here', zh: '此处读出' },
		probability: {
			en: ({ target }: Residual) => `p(“${target.token}”)`,
			zh: ({ target }: Residual) => `p(“${target.token}”)`
		},
		constant: { en: 'bias b', zh: '偏置 b' },
		sum: { en: 'sum', zh: '合计' },
		checked: {
			en: ({ logit, apart }: Residual) => `the model: **${two(logit)}**, apart by **${three(apart)}**`,
			zh: ({ logit, apart }: Residual) => `模型：**${two(logit)}**，相差 **${three(apart)}**`
		}
	},
	lengths: {
		title: { en: 'How long every token’s stream grows', zh: '每个 token 的残差流有多长' },
		label: { en: 'Length of the stream, additions down, tokens across', zh: '残差流的长度：每加一笔一行，token 在列' },
		note: {
			en: 'Length √Σx² of each stream after each addition; equal steps of shade are equal factors, not differences.',
			zh: '每加一笔之后各条流的长度 √Σx²；颜色每差一级是差若干倍，不是差若干。'
		},
		depth: { en: 'after', zh: '加完' },
		token: { en: 'token', zh: 'token' },
		cell: {
			en: (result: Residual, row: number, column: number) =>
				`${address(result, row, column)}, “${result.labels[column] ?? ''}” after ${after(result, row)}: length ${two(lengthAt(result, row, column))}`,
			zh: (result: Residual, row: number, column: number) =>
				`${address(result, row, column)}，“${result.labels[column] ?? ''}”加完 ${after(result, row)}：长 ${two(lengthAt(result, row, column))}`
		}
	},
	skip: {
		title: { en: 'Take the skip away', zh: '把跳连拿掉' },
		around: { en: 'around', zh: '拿掉' },
		options: {
			none: { en: 'none', zh: '不拿' },
			attention: { en: 'attention', zh: '注意力的' },
			ffn: { en: 'FFN', zh: 'FFN 的' },
			all: { en: 'both', zh: '全部' }
		},
		hint: {
			en: 'What a part computes then takes the stream’s place, in every block, and the whole model runs again.',
			zh: '拿掉之后，每一层算出来的东西就顶替了残差流，整个模型照这样再跑一遍。'
		},
		shared: {
			en: 'In this model attention and FFN read the stream side by side and share one skip.',
			zh: '这个模型的注意力和 FFN 并排读同一条流，共用一条跳连。'
		},
		label: { en: 'Next token without the skip, and with it', zh: '下一个 token：没有跳连，与有跳连' },
		other: { en: 'with the skip', zh: '有跳连' },
		says: {
			en: ({ target }: Residual, effect: Effect) =>
				`“${target.token}”: **${three(effect.probability.before)}** → **${three(effect.probability.after)}**.${lossEn(effect)}`,
			zh: ({ target }: Residual, effect: Effect) =>
				`“${target.token}”：**${three(effect.probability.before)}** → **${three(effect.probability.after)}**。${lossZh(effect)}`
		}
	}
} as const;

function after({ lengths }: Residual, row: number): string {
	const source = lengths.sources[row];
	return source ? nameOf(source) : '';
}

function lengthAt({ lengths, labels }: Residual, row: number, column: number): number {
	return lengths.data[row * labels.length + column] ?? 0;
}

/** The capture that a cell's length is the length of. */
function address({ lengths }: Residual, row: number, column: number): string {
	const source = lengths.sources[row];
	if (!source || source.kind === 'embed' || source.kind === 'position') return `blocks.0.resid_pre[${column}]`;
	return `blocks.${source.layer}.${source.kind === 'attention' ? 'resid_mid' : 'resid_post'}[${column}]`;
}

function lossEn({ loss, guessing }: Effect): string {
	if (!loss) return '';
	return ` Loss on the text: **${two(loss.before)}** → **${two(loss.after)}** nats per token; guessing among all tokens alike would cost **${two(guessing)}**. The weights were trained with the skip: this is what they lose without it.`;
}

function lossZh({ loss, guessing }: Effect): string {
	if (!loss) return '';
	return `这段文字上的损失：每个 token **${two(loss.before)}** → **${two(loss.after)}** 奈特；闭着眼睛在整个词表里乱猜是 **${two(guessing)}**。这些权重是带着跳连训练的，这里看到的是突然拿掉它会失去什么。`;
}
