/** The formula with this run's numbers in it: one query's score, weight and sum, and the shapes around them. */
import { formatNumber } from '#num/format.ts';
import type { SelfAttention } from './compute.ts';

const two = (value: number) => formatNumber(value, 2);
const three = (value: number) => formatNumber(value);

/** Words and marks that the two languages put between the same numbers. */
interface Joints {
	readonly comma: string;
	readonly stop: string;
	readonly softmax: string;
	readonly more: (count: number) => string;
	readonly shapes: string;
	readonly shared: (sizes: SelfAttention['sizes']) => string;
	readonly rotated: string;
}

const EN: Joints = {
	comma: ', ',
	stop: '. ',
	softmax: 'softmax over its row',
	more: (count) => `… (${count} more)`,
	shapes: 'Shapes: ',
	shared: ({ heads, kvHeads, kvHead }) =>
		`${heads} query heads share ${kvHeads} heads of keys and values; this one reads number ${kvHead}. `,
	rotated: 'q and k stand here after the rotation that carries position (RoPE); v is never rotated.'
};

const ZH: Joints = {
	comma: '，',
	stop: '。',
	softmax: '对整行做 softmax',
	more: (count) => `…（另 ${count} 项）`,
	shapes: '形状：',
	shared: ({ heads, kvHeads, kvHead }) => `${heads} 个查询头共用 ${kvHeads} 组键和值，这个头用的是第 ${kvHead} 组。`,
	rotated: '这里的 q 和 k 已经做过带位置的旋转（RoPE），v 从不旋转。'
};

/** The formula's numbers in both languages. */
export const numbers = {
	en: (result: SelfAttention) => numbersOf(result, EN),
	zh: (result: SelfAttention) => numbersOf(result, ZH)
};

function numbersOf(result: SelfAttention, joints: Joints): string {
	const { sizes } = result;
	const sentences = [scoreOf(result, joints), sumOf(result, joints), joints.shapes + shapesOf(result)];
	const shared = sizes.kvHeads < sizes.heads ? joints.shared(sizes) : '';
	const rotated = sizes.isRotated ? joints.rotated : '';
	return (sentences.join(joints.stop) + joints.stop + shared + rotated).trimEnd();
}

function scoreOf({ cell, sizes, focus, labels }: SelfAttention, { comma, softmax }: Joints): string {
	const [query, key] = [labels[focus.query] ?? '', labels[focus.key] ?? ''];
	const product = `{q:q_{${query}}}·{k:k_{${key}}} = **${two(cell.raw)}**`;
	const masked = cell.isClosed ? `${comma}+ (−∞) = −∞` : '';
	const weight = cell.isClosed ? '0' : three(cell.weight);
	return `${product}${comma}÷ √${sizes.d_head} = **${two(cell.scaled)}**${masked}${comma}${softmax}: **${weight}**`;
}

function sumOf({ sum, row, labels, focus }: SelfAttention, { more }: Joints): string {
	const single = sum.terms.filter(({ keys }) => keys.length === 1).slice(0, 3);
	const parts = single.map(({ keys: [key = 0], weight }) => `**${three(weight)}**·{v:v_{${labels[key] ?? ''}}}`);
	const left = row.open - single.length;
	return `z_{${labels[focus.query] ?? ''}} = ${[...parts, ...(left > 0 ? [more(left)] : [])].join(' + ') || '0'}`;
}

function shapesOf({ sizes }: SelfAttention): string {
	const { tokens: n, d_model, d_head } = sizes;
	return `x [${n} × ${d_model}] · {q:W_{Q}}, {k:W_{K}}, {v:W_{V}} [${d_model} × ${d_head}] = {q:Q}, {k:K}, {v:V} [${n} × ${d_head}]; {q:Q}{k:K}^{T} [${n} × ${n}]; softmax · {v:V} = z [${n} × ${d_head}]`;
}
