/** The formula with this run's numbers in it: the chosen query's row through the mask, and how many cells that closes. */
import { formatNumber } from '#num/format.ts';
import type { CausalMask } from './compute.ts';

const two = (value: number) => formatNumber(value, 2);
const three = (value: number) => formatNumber(value);

/** The formula's numbers in both languages. */
export const numbers = {
	en: (result: CausalMask) =>
		`${rowOf(result).join('. ')}. Scores ${shapeOf(result)}: **${cells(result) - result.closed}** cells at 0, **${result.closed}** at −∞; one M for all ${result.heads} heads of all ${result.layers} layers. Causal would close ${triangle(result)} of ${cells(result)}.`,
	zh: (result: CausalMask) =>
		`${rowOf(result).join('；')}。分数 ${shapeOf(result)}：**${cells(result) - result.closed}** 格是 0，**${result.closed}** 格是 −∞；${result.layers} 层、每层 ${result.heads} 个头，共用这一张 M。因果掩码遮 ${triangle(result)} 格，共 ${cells(result)} 格。`
};

/** The heaviest open key of the chosen row, and its first closed one. */
function rowOf(result: CausalMask): string[] {
	const { query } = result.focus;
	const row = (data: Float32Array) => data.subarray(query * result.masked.length, (query + 1) * result.masked.length);
	const [scaled, masked, pattern] = [row(result.scaled.data), row(result.masked.data), row(result.pattern.data)];
	const best = pattern.reduce((most, weight, key) => (weight > (pattern[most] ?? 0) ? key : most), 0);
	const keys = [best, masked.indexOf(-Infinity)].filter((key, i, all) => key >= 0 && all.indexOf(key) === i);
	return keys.map(
		(key) => `${subscript(result, key)}: ${step(scaled, masked, key)} → **${weight(pattern[key] ?? 0)}**`
	);
}

/** Closed cells weigh nothing at all. */
function weight(value: number): string {
	return value === 0 ? '0' : three(value);
}

function subscript({ focus, labels }: CausalMask, key: number): string {
	return `{q:q_{${labels[focus.query] ?? ''}}}·{k:k_{${labels[key] ?? ''}}} ÷ √d_{k} + M_{${focus.query},${key}}`;
}

function step(scaled: Float32Array, masked: Float32Array, key: number): string {
	const isClosed = masked[key] === -Infinity;
	return `${two(scaled[key] ?? 0)} ${isClosed ? '− ∞ = −∞' : `+ 0 = ${two(masked[key] ?? 0)}`}`;
}

function shapeOf({ heads, masked: { length } }: CausalMask): string {
	return `[${heads} × ${length} × ${length}] + M [${length} × ${length}]`;
}

function cells({ masked }: CausalMask): number {
	return masked.length ** 2;
}

function triangle({ masked: { length } }: CausalMask): string {
	return `${length} · ${length - 1} ÷ 2 = ${(length * (length - 1)) / 2}`;
}
