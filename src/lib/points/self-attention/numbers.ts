/** The formula with this run's numbers in it: one query's score, weight and sum, and the shapes around them. */
import { formatNumber } from '#num/format.ts';
import type { SelfAttention } from './compute.ts';

const two = (value: number) => formatNumber(value, 2);
const three = (value: number) => formatNumber(value);
const name = ({ labels }: SelfAttention, index: number) => labels[index] ?? '';

/** The formula's numbers in both languages. */
export const numbers = {
	en: (result: SelfAttention) =>
		[
			scoreOf(result, 'softmax over its row'),
			sumOf(result, 'more'),
			shapesOf(result, 'Shapes'),
			sharedOf(
				result,
				({ heads, kvHeads, kvHead }) =>
					`${heads} query heads share ${kvHeads} heads of keys and values; this one reads number ${kvHead}.`
			),
			result.sizes.isRotated
				? 'q and k stand here after the rotation that carries position (RoPE); v is never rotated.'
				: ''
		]
			.filter(Boolean)
			.join(' '),
	zh: (result: SelfAttention) =>
		[
			scoreOf(result, '对整行做 softmax'),
			sumOf(result, '项'),
			shapesOf(result, '形状'),
			sharedOf(
				result,
				({ heads, kvHeads, kvHead }) => `${heads} 个查询头共用 ${kvHeads} 组键和值，这个头用的是第 ${kvHead} 组。`
			),
			result.sizes.isRotated ? '这里的 q 和 k 已经做过带位置的旋转（RoPE），v 从不旋转。' : ''
		]
			.filter(Boolean)
			.join(' ')
};

function scoreOf(result: SelfAttention, softmax: string): string {
	const { cell, sizes, focus } = result;
	const product = `{q:q_{${name(result, focus.query)}}}·{k:k_{${name(result, focus.key)}}} = **${two(cell.raw)}**`;
	const masked = cell.isClosed ? ', + (−∞) = −∞' : '';
	return `${product}, ÷ √${sizes.d_head} = **${two(cell.scaled)}**${masked}, ${softmax}: **${three(cell.weight)}**.`;
}

function sumOf(result: SelfAttention, more: string): string {
	const single = result.sum.terms.filter(({ keys }) => keys.length === 1).slice(0, 3);
	const parts = single.map(({ keys: [key = 0], weight }) => `**${three(weight)}**·{v:v_{${name(result, key)}}}`);
	const left = result.row.open - single.length;
	const sum = [...parts, ...(left > 0 ? [`… (${left} ${more})`] : [])].join(' + ');
	return `z_{${name(result, result.focus.query)}} = ${sum || '0'}.`;
}

function shapesOf({ sizes }: SelfAttention, heading: string): string {
	const { tokens: n, d_model, d_head } = sizes;
	return `${heading}: x [${n} × ${d_model}] · {q:W_{Q}}, {k:W_{K}}, {v:W_{V}} [${d_model} × ${d_head}] = {q:Q}, {k:K}, {v:V} [${n} × ${d_head}]; {q:Q}{k:K}^{T} [${n} × ${n}]; softmax · {v:V} = z [${n} × ${d_head}].`;
}

function sharedOf({ sizes }: SelfAttention, says: (sizes: SelfAttention['sizes']) => string): string {
	return sizes.kvHeads < sizes.heads ? says(sizes) : '';
}
