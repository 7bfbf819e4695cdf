/** What the pages of models say of what was measured. */
import type { Both } from '#points/define.ts';
import type { Ability, Switched } from './card.ts';

interface AbilityWords {
	readonly title: Both;
	/** What the questions ask, and what decides the answer. */
	readonly definition: Both;
}

/** Every ability in words. */
export const abilityWords: Readonly<Record<Ability, AbilityWords>> = {
	giving: {
		title: { en: 'Who gets it', zh: '给了谁' },
		definition: {
			en: 'Two to four people are named, and all but one of them give something: the one who is left gets it.',
			zh: '提到两到四个人，除了一个人，其余都是送东西的：东西给了剩下的那个人。'
		}
	},
	facts: {
		title: { en: 'Facts', zh: '事实' },
		definition: {
			en: 'Some facts of one kind, perhaps a sentence that does not matter, and a question about one of them.',
			zh: '几条同类的事实，也许夹着一句无关的话，然后问其中一条。'
		}
	},
	'facts-override': {
		title: { en: 'Facts that changed', zh: '改过的事实' },
		definition: {
			en: 'As above, but a later sentence replaces one of the facts, and the question is about that one.',
			zh: '同上，但后面有一句话改掉了其中一条，问的就是改掉的那条。'
		}
	},
	repeats: {
		title: { en: 'A repeated random list', zh: '重复的随机列表' },
		definition: {
			en: 'Twenty words in no order, then the same again: what is next in the second copy?',
			zh: '二十个毫无规律的词，再重复一遍：第二遍里下一个词是什么？'
		}
	},
	agreement: {
		title: { en: 'Agreement', zh: '搭配一致' },
		definition: {
			en: 'English: singular or plural, decided by a subject several words back. Chinese: the measure word of a noun.',
			zh: '英文：动词的单复数，由隔了好几个词的主语决定。中文：名词该用哪个量词。'
		}
	},
	nesting: {
		title: { en: 'Brackets and quotes', zh: '括号和引号' },
		definition: {
			en: 'Up to four of them inside one another: which one closes next?',
			zh: '最多四层嵌套：接下来该合上哪一个？'
		}
	},
	order: {
		title: { en: 'What is next in order', zh: '顺序' },
		definition: {
			en: 'Numbers, letters, days and the like, in order: which one follows?',
			zh: '数字、字母、天干之类，依次排列：下一个是什么？'
		}
	},
	counting: {
		title: { en: 'Counting', zh: '计数' },
		definition: {
			en: 'A word said several times: how often was it?',
			zh: '一个词说了好几遍：一共几遍？'
		}
	},
	sums: {
		title: { en: 'Sums', zh: '加法' },
		definition: { en: 'Two small numbers and their sum.', zh: '两个不大的数和它们的和。' }
	}
};

/** The texts on which heads are switched off, in words. */
export const switchedWords: Readonly<Record<Switched, Both>> = {
	giving: { en: 'who gets it', zh: '给了谁' },
	facts: { en: 'facts', zh: '事实' },
	repeats: { en: 'repeated lists', zh: '重复列表' }
};

/** What stands around the figures. */
export const measureWords = {
	abilities: { en: 'What it can do', zh: '它会什么' },
	asked: {
		en: (n: number) =>
			`Measured by this page’s own engine on ${n} questions for each ability and language, of templates and combinations that training never showed. “Right”: the answer is likelier than every wrong one that the question names; where it names none, likelier than everything else. “Likeliest”: every token of the answer is the likeliest of the whole vocabulary, though often something else could be said just as well.`,
		zh: (n: number) =>
			`用本页自己的引擎测得，每种能力、每种语言各 ${n} 道题，题里的句式和组合都没有在训练里出现过。“答对”指正确答案比题目列出的每个错误答案都更可能；没有列出的，就要比别的一切都更可能。“排第一”指答案的每个 token 在整个词表里都最可能，不过很多时候换个说法也说得通。`
	},
	ability: { en: 'Ability', zh: '能力' },
	right: { en: 'Right', zh: '答对' },
	likeliest: { en: 'Likeliest', zh: '排第一' },
	target: { en: 'Target', zh: '目标' },
	english: { en: 'English', zh: '英文' },
	chinese: { en: 'Chinese', zh: '中文' },
	short: {
		en: (list: string) => `It falls short of what it was meant to reach in: ${list}. These are marked in the table.`,
		zh: (list: string) => `没有达到目标的有：${list}。表里已经标出。`
	},
	shortItem: {
		en: (ability: string, language: string, share: string, target: string) =>
			`${ability}, ${language}, **${share}** of ${target}`,
		zh: (ability: string, language: string, share: string, target: string) =>
			`${ability}（${language}，**${share}**，目标 ${target}）`
	},
	between: { en: '; ', zh: '；' },
	reached: { en: 'It reaches all that it was meant to reach.', zh: '目标全部达到。' },
	positions: { en: 'Loss by position', zh: '损失随位置的变化' },
	positionsLabel: {
		en: (name: string) => `Loss of ${name} by position`,
		zh: (name: string) => `${name}：损失随位置的变化`
	},
	before: { en: 'tokens before', zh: '前面的 token 数' },
	nats: { en: 'loss, nats per token', zh: '损失（nat / token）' },
	heldOut: { en: 'held-out texts, one after another', zh: '一篇接一篇的留出文本' },
	beyond: {
		en: (n: string, context: number, within: string, last: string, length: number) =>
			`The same ${n} tokens are predicted at every position. The rule marks ${context} tokens, the longest text that training showed: up to there the loss ends at **${within}**, and at ${length} tokens it is **${last}**.`,
		zh: (n: string, context: number, within: string, last: string, length: number) =>
			`每个位置上预测的都是同样的 ${n} 个 token。竖线处是 ${context} 个 token，训练里最长就到这里：此前的损失最后是 **${within}**，到 ${length} 个 token 时是 **${last}**。`
	},
	ends: {
		en: (n: string, context: number, within: string) =>
			`The same ${n} tokens are predicted at every position, and the loss ends at **${within}**. Beyond ${context} tokens there is nothing to measure: its table of learned positions has no row there.`,
		zh: (n: string, context: number, within: string) =>
			`每个位置上预测的都是同样的 ${n} 个 token，损失最后是 **${within}**。${context} 个 token 之后没有东西可测：学来的位置表到这里就没有下一行了。`
	},
	toAtlas: { en: 'What each of its heads does', zh: '每个头各管什么' }
};

/** What the page of a model's heads says. */
export const atlasWords = {
	title: { en: (name: string) => `${name}: every head`, zh: (name: string) => `${name}：所有的头` },
	description: {
		en: (name: string) => `What each attention head of ${name} looks at, and what is lost without it.`,
		zh: (name: string) => `${name}的每个注意力头在看什么，关掉它会失去什么。`
	},
	lead: {
		en: (heads: number) =>
			`All ${heads} heads, each with its pattern on the text below, computed in your browser just now, and with what was measured of it on held-out texts. Open one to see every number inside it.`,
		zh: (heads: number) =>
			`一共 ${heads} 个头。每个头都画出它读下面这段文本时的注意力，就在你的浏览器里现算；旁边是它在留出文本上测得的分数。点开任何一个，都能看到里面的每一个数。`
	},
	unmeasured: {
		en: 'The weights have changed since its heads were last measured: scores will stand here once they are measured again.',
		zh: '权重更新之后还没有重新测过，测好之后分数会列在这里。'
	},
	back: { en: 'How this model was trained, and what it can do', zh: '这个模型的训练经过和本领' },
	text: { en: 'The text', zh: '文本' },
	sort: { en: 'Sort by', zh: '排序' },
	sortByDrop: { en: 'or by what is lost without it', zh: '或按关掉它的损失' },
	layer: { en: 'layer', zh: '层' },
	name: {
		en: (layer: number, head: number) => `Layer ${layer}, head ${head}`,
		zh: (layer: number, head: number) => `第 ${layer} 层第 ${head} 个头`
	},
	pattern: {
		en: (layer: number, head: number) => `Pattern of layer ${layer}, head ${head}: queries down, keys across`,
		zh: (layer: number, head: number) => `第 ${layer} 层第 ${head} 个头的注意力：纵向是查询，横向是键`
	},
	scores: { en: 'Measured scores', zh: '测得的分数' },
	off: { en: 'Switched off, the right answer’s logit falls by', zh: '关掉之后，正确答案的 logit 降低' },
	plain: { en: 'nothing that has a name', zh: '叫不出名字' },
	kinds: { en: 'What the words mean', zh: '这些词的意思' }
};
