/** What the page says of what heads do. */
import type { Both } from '#points/define.ts';
import type { HeadKind } from '#state/head-study.svelte.ts';

/** The words for one kind of head. */
export interface KindWords {
	/** Under a thumbnail. */
	readonly short: Both;
	/** In a sentence. */
	readonly title: Both;
	/** One sentence: what such a head looks at. */
	readonly definition: Both;
}

/** The words for every kind, the most telling first. */
export const kinds: Readonly<Record<HeadKind, KindWords>> = {
	'name-mover': {
		short: { en: 'mover', zh: '搬运' },
		title: { en: 'name mover', zh: '名字搬运头' },
		definition: {
			en: 'The last token looks at the word that comes next, and without this head that word’s logit falls by 1 or more.',
			zh: '最后一个 token 看向接下来要说的那个词；关掉这个头，那个词的 logit 至少掉 1。'
		}
	},
	evidence: {
		short: { en: 'fact', zh: '依据' },
		title: { en: 'evidence head', zh: '找依据的头' },
		definition: {
			en: 'The last token looks at where the text already holds what comes next.',
			zh: '最后一个 token 看向前文里已经写着答案的地方。'
		}
	},
	induction: {
		short: { en: 'induct', zh: '归纳' },
		title: { en: 'induction head', zh: '归纳头' },
		definition: {
			en: 'A token that came before looks at what followed it then: what followed once may follow again.',
			zh: '出现过的 token 去看它上一次出现时后面跟着什么：跟过一次，就可能再跟一次。'
		}
	},
	duplicate: {
		short: { en: 'same', zh: '重复' },
		title: { en: 'duplicate token head', zh: '重复 token 头' },
		definition: {
			en: 'A token that came before looks at where it stood then.',
			zh: '出现过的 token 去看它自己上一次出现的位置。'
		}
	},
	previous: {
		short: { en: 'prev', zh: '前一' },
		title: { en: 'previous token head', zh: '前一 token 头' },
		definition: {
			en: 'Every token looks at the one right before it.',
			zh: '每个 token 都看紧挨在它前面的那一个。'
		}
	},
	sink: {
		short: { en: 'sink', zh: '汇点' },
		title: { en: 'attention sink', zh: '注意力汇点' },
		definition: {
			en: 'Tokens rest their attention on the first one, whatever it says: weights must add up to 1, and have to go somewhere.',
			zh: '不管第一个 token 是什么，注意力都落在它身上：权重之和必须是 1，没处可去的就放在这里。'
		}
	},
	local: {
		short: { en: 'near', zh: '就近' },
		title: { en: 'local head', zh: '就近的头' },
		definition: {
			en: 'Tokens look at themselves and the three right before them.',
			zh: '每个 token 只看自己和紧挨着的前三个。'
		}
	},
	broad: {
		short: { en: 'broad', zh: '铺开' },
		title: { en: 'broad head', zh: '铺开的头' },
		definition: {
			en: 'Tokens spread their attention almost evenly over themselves and all before them.',
			zh: '每个 token 把注意力几乎平均地分给自己和前面所有的 token。'
		}
	}
};

/** What the page says of the chosen head on this text. */
export const study = {
	none: {
		en: 'Nothing that has a name stands out on this text.',
		zh: '在这段文本上，看不出它属于哪种叫得出名字的头。'
	},
	off: { en: 'Switching it off:', zh: '关掉这个头：' },
	measuring: { en: 'being measured…', zh: '正在测……' },
	falls: {
		en: (token: string, by: string) => `“${token}” falls by **${by}** logits`,
		zh: (token: string, by: string) => `“${token}”的 logit 降低 **${by}**`
	},
	rises: {
		en: (token: string, by: string) => `“${token}” rises by **${by}** logits`,
		zh: (token: string, by: string) => `“${token}”的 logit 升高 **${by}**`
	},
	instead: {
		en: (token: string) => `, and “${token}” comes next instead.`,
		zh: (token: string) => `，下一个 token 变成“${token}”。`
	},
	same: { en: ', and still comes next.', zh: '，下一个 token 仍然是它。' }
};
