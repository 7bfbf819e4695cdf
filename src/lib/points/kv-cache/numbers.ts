/** The formula with this run's numbers in it: what is held, in shapes and bytes, and what the new row costs. */
import { formatCount, formatNumber } from '#num/format.ts';
import type { KvCache } from './compute.ts';

const whole = (value: number) => formatNumber(value, 0);

/** The formula's numbers in both languages. */
export const numbers = {
	en: (result: KvCache) =>
		`${shapes(result)}. Bytes of K and V: ${bytes(result)} = **${whole(result.bytes.formula)}**; counted from the arrays themselves, **${whole(result.bytes.counted)}**. Each further token adds **${whole(result.bytes.perToken)}**. The step took **${formatCount(result.step.with)}** multiply-adds; computing the queries of all tokens again (${result.step.length}) would take **${formatCount(result.step.without)}**.`,
	zh: (result: KvCache) =>
		`${shapes(result)}。K 和 V 的字节数：${bytes(result)} = **${whole(result.bytes.formula)}**；直接去数数组，是 **${whole(result.bytes.counted)}**。每多一个 token 再加 **${whole(result.bytes.perToken)}**。这一步用了 **${formatCount(result.step.with)}** 次乘加；要是把全部 token 的查询（${result.step.length} 个）都重算，就是 **${formatCount(result.step.without)}** 次。`
};

function shapes({ newest, d_head, kvHeads, heads }: KvCache): string {
	const [n, t] = [newest.index + 1, newest.index];
	return `{k:K_{≤${t}}}, {v:V_{≤${t}}} [${kvHeads} × ${n} × ${d_head}] = [${kvHeads} × ${t} × ${d_head}] + {k:k_{${t}}}, {v:v_{${t}}} [${kvHeads} × 1 × ${d_head}]; {q:q_{${t}}} [${heads} × 1 × ${d_head}] · {k:K}^{T} = [${heads} × 1 × ${n}]`;
}

function bytes({ layers, kvHeads, newest, d_head }: KvCache): string {
	return `2 · ${layers.length} · ${kvHeads} · ${newest.index + 1} · ${d_head} · 4`;
}
