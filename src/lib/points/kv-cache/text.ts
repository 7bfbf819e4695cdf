import { formatCount, formatNumber } from '#num/format.ts';
import type { PointText } from '#points/define.ts';
import { agrees } from './agreement.ts';
import type { KvCache } from './compute.ts';
import { numbers } from './numbers.ts';
import { view } from './view-text.ts';

const times = ({ with: cached, without }: { readonly with: number; readonly without: number }) =>
	formatNumber(cached > 0 ? without / cached : 0, 1);

/** What the page says of the cache. */
export const text = {
	title: { en: 'KV cache', zh: 'KV Cache（键值缓存）' },
	summary: {
		en: 'Old keys and values never change, so they are kept; each step adds one row to both.',
		zh: '旧的键和值不会再变，存下来就好；每一步只给两边各添一行。'
	},
	look: {
		en: (result: KvCache) =>
			result.generated === 0
				? `Nothing is generated yet. The cache was filled with **${result.filled.tokens}** tokens at once, then with “${result.newest.label}”, framed. Press Step: in every layer one {k:row of K} and one {v:row of V} appear, and nothing else moves.`
				: `The newest token, “${result.newest.label}”, added one {k:row to K} and one {v:row to V} in each of **${result.layers.length}** layers: the framed ones. All others stand as they were. That step took **${formatCount(result.step.with)}** multiply-adds; reading all **${result.step.length}** tokens again would have taken **${formatCount(result.step.without)}**, **${times(result.step)}×** as many.`,
		zh: (result: KvCache) =>
			result.generated === 0
				? `还没有生成任何 token。缓存先一次填进 **${result.filled.tokens}** 个 token，再读入框住的“${result.newest.label}”。按一下“单步”：每一层的 {k:K} 和 {v:V} 各多出一行，别的都不动。`
				: `最新的 token“${result.newest.label}”在 **${result.layers.length}** 层里各给 {k:K 添了一行}、给 {v:V 添了一行}，就是框住的那些；其余的原样不动。这一步用了 **${formatCount(result.step.with)}** 次乘加；要是把 **${result.step.length}** 个 token 重读一遍，得 **${formatCount(result.step.without)}** 次，是现在的 **${times(result.step)}** 倍。`
	},
	wrong: {
		en: '“Queries are cached too”, or “the cache trades a little accuracy for speed”.',
		zh: '“Q 也要缓存。”或者：“缓存是拿一点精度换速度。”'
	},
	right: {
		en: (result: KvCache) =>
			`A query is used once: {q:“${result.newest.label}”} asked in this step, met **${result.newest.index + 1}** ${result.newest.index === 0 ? 'key' : 'keys'}, and nobody will need that query again. Its key and value will be needed at every later step. ${
				agrees(result.agreement)
					? `And nothing is approximated: with the cache and without, **${formatCount(result.agreement.count)}** logits ${result.agreement.logits === 0 ? 'are the same to the last bit' : `differ by at most **${formatNumber(result.agreement.logits)}**, which is rounding`}.`
					: `Here, though, the two differ by up to **${formatNumber(result.agreement.logits)}**: an edit lets earlier tokens see later ones, so their keys and values change after they were stored. The cache needs the causal mask.`
			}`,
		zh: (result: KvCache) =>
			`查询只用一次：{q:“${result.newest.label}”}在这一步发问，见了 **${result.newest.index + 1}** 个键，以后再没人用到这个查询；它的键和值，却是往后每一步都要用的。${
				agrees(result.agreement)
					? `缓存也没有丝毫近似：用与不用，**${formatCount(result.agreement.count)}** 个 logit ${result.agreement.logits === 0 ? '每一位都相同' : `最多相差 **${formatNumber(result.agreement.logits)}**，只是浮点舍入`}。`
					: `不过眼下两者最多相差 **${formatNumber(result.agreement.logits)}**：有一处改动让前面的 token 看见了后面的，存下的键和值就过时了。缓存离不开因果掩码。`
			}`
	},
	numbers,
	know: {
		en: ({ layers, kvHeads, heads, total, steps }: KvCache) =>
			`Two phases follow from it: reading the prompt (prefill) is one large product and busies the processor; generating (decode) is one thin product a step, and waits for weights and cache to come from memory. Over ${steps.length} ${steps.length === 1 ? 'step' : 'steps'} and the prompt the cache took **${formatCount(total.with)}** multiply-adds against **${formatCount(total.without)}**. A step still looks at every key, so attention over a whole text stays O(n²): the cache removes the repetition, not the square. Its price is memory, for every one of ${layers.length} layers and every text of a batch; so one shares KV heads (${kvHeads === heads ? 'multi-query and grouped-query attention; here each head has its own' : `grouped-query attention: ${heads} heads share ${kvHeads} here`}), keeps fewer bits or fewer keys (quantization, windows), or hands the memory out in pages.`,
		zh: ({ layers, kvHeads, heads, total, steps }: KvCache) =>
			`于是推理分成两段：读提示（prefill）是一次大矩阵乘法，忙的是算力；逐个生成（decode）每步只是一次细长的乘法，等的是权重和缓存从内存里搬出来。连提示带这 ${steps.length} 步，用缓存共 **${formatCount(total.with)}** 次乘加，不用则是 **${formatCount(total.without)}** 次。每一步仍要看遍所有的键，整段的注意力还是 O(n²)：缓存省掉的是重复，不是平方。代价是内存：${layers.length} 层每层都存，批次里每条文本各存一份；所以才让多个头共用 KV（${kvHeads === heads ? 'MQA、GQA；这个模型每个头各有一份' : `这里就是 GQA：${heads} 个头共用 ${kvHeads} 份`}），或者少存几位、少存几个键（量化、滑动窗口），或者把内存分页来用。`
	},
	view
} satisfies PointText<KvCache> & { view: unknown };
