import type { Shipped } from './shipped.ts';

const text = { en: '5, 10, 15, 20,', zh: '甲、乙、丙、丁、' };
const kept = { temp: '0', open: 'kv-cache', p: 'kv-cache' };
const unmasked = JSON.stringify([{ at: 'blocks.*.attn.attn_scores', do: 'mask', kind: 'none' }]);

/** What is kept between two steps of generating, what that saves, and what it costs. */
export const kvCache: Shipped = {
	id: 'kv-cache',
	title: { en: 'What the KV cache saves', zh: 'KV Cache 省下了什么' },
	summary: {
		en: 'Token by token: one row more in K and in V, one query that nobody needs again, and the bill.',
		zh: '一个 token 一个 token 地看：K 和 V 各多一行，查询用完就不要了，最后算一笔账。'
	},
	steps: [
		{
			text,
			link: { temp: '0', open: 'autoregressive', p: 'autoregressive' },
			caption: {
				en: 'A text is written one token at a time, and each step reads all that stands before it. How much of that work was done already, one step ago?',
				zh: '文字是一个 token 一个 token 写出来的，每一步都要读前面的全部。这些活，上一步是不是已经干过了？'
			},
			question: {
				ask: {
					en: 'A new token comes at the end. Which keys and values of earlier tokens change?',
					zh: '末尾来了一个新 token，前面那些 token 的键和值，哪些会变？'
				},
				answer: {
					en: 'None. With the causal mask an earlier token cannot see the new one, in any layer. So what was computed for it stays true.',
					zh: '一个都不变。有因果掩码，前面的 token 在哪一层都看不见新来的，所以为它们算过的仍然成立。'
				}
			}
		},
		{
			text,
			link: { ...kept },
			caption: {
				en: 'So they are kept: {k:K} and {v:V} of every token in every layer. That is the cache, filled here with the text as it stands.',
				zh: '那就存下来：每一层里每个 token 的 {k:K} 和 {v:V}。这就是缓存，这里装的是现有的文字。'
			}
		},
		{
			text,
			link: { ...kept, n: '1' },
			caption: {
				en: 'One step: in every layer one row appears in {k:K} and one in {v:V}, the framed ones. Nothing else has moved.',
				zh: '走一步：每一层的 {k:K} 和 {v:V} 各多出一行，就是框住的那些。别的一点没动。'
			},
			question: {
				ask: { en: 'Why is there no Q cache?', zh: '为什么没有 Q 缓存？' },
				answer: {
					en: 'The {q:query} of a token asks once, in its own step. Later tokens ask with their own queries; nobody comes back for this one.',
					zh: '一个 token 的 {q:查询} 只在轮到它的那一步问一次。后来的 token 用自己的查询去问，没人再回来要这一个。'
				}
			}
		},
		{
			text,
			link: { ...kept, n: '6' },
			caption: {
				en: 'The bill: with the cache a step costs about the same each time, apart from one more key to look at; without it each step costs as much as reading everything anew. The logits are the same, up to rounding.',
				zh: '算账：有缓存，每一步的花费差不多，只是多看一个键；没有缓存，每一步都等于把全文重读一遍。两边的 logit 一样，只差浮点舍入。'
			},
			notes: {
				en: 'Go back a step and forward again: the gap between the two curves is the work that was done twice.',
				zh: '退一步再进一步：两条曲线之间的差，就是重复干的活。'
			},
			question: {
				ask: { en: 'Is attention over a whole text now linear?', zh: '这样一来，整段文字的注意力就是线性的了吗？' },
				answer: {
					en: 'No. Every new query still meets every key before it. The cache removes the repetition, not the square.',
					zh: '不是。每个新查询还是要见前面所有的键。缓存去掉的是重复，不是平方。'
				}
			}
		},
		{
			text,
			link: { ...kept, n: '2', e: unmasked },
			caption: {
				en: 'It rests on one condition. Here the causal mask is taken away: earlier tokens see the new one, their keys and values should change, and what was kept is out of date. The two ways no longer agree.',
				zh: '它靠一个条件撑着。这里拿掉了因果掩码：前面的 token 看得见新来的，它们的键和值本该跟着变，存着的就过时了。两种算法不再一致。'
			}
		},
		{
			text,
			link: { ...kept, n: '6', 'kv-cache.tokens': '8192' },
			caption: {
				en: 'The price is memory: two rows for every token, in every layer, for every text that is served at once. Below, the same arithmetic for models that you know.',
				zh: '代价是内存：每个 token、每一层都要两行，同时服务多少段文字就要多少份。最下面用同样的算法，算几个你听说过的模型。'
			},
			question: {
				ask: { en: 'What would you do to halve it?', zh: '要省下一半，你会怎么做？' },
				answer: {
					en: 'Let two heads share one pair of K and V (grouped-query attention), keep each number in half the bits, or keep only a window of tokens.',
					zh: '让两个头共用一份 K 和 V（GQA），或者每个数少存一半的位，或者只留一段窗口里的 token。'
				}
			}
		}
	]
};
