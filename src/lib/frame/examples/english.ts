import type { Example } from './example.ts';

/** The examples with English texts, in the order in which they are offered. */
export const english: readonly Example[] = [
	{
		language: 'en',
		point: 'self-attention',
		show: {
			text: 'When Mary and John went to the park, John gave a ball to',
			focus: { layer: 2, head: 0, query: 13, key: 1 },
			opens: true,
			label: {
				en: 'John gives, so someone else receives. From “to”, this head looks at {k:“Mary”}, and Mary is what the model says.',
				zh: 'John 是给的人，收的就是另一个。这个头从“to”看向 {k:“Mary”}，模型接着就说 Mary。'
			}
		},
		claim: { looksAt: { key: 1, above: 0.8 }, says: { token: ' Mary', above: 0.9 } }
	},
	{
		language: 'en',
		point: 'self-attention',
		show: {
			text: 'Emma was in the hall. Sam was in the cave. Then Emma went to the tower. Where is Emma? Emma is in the',
			focus: { layer: 2, head: 3, query: 26, key: 17 },
			opens: true,
			label: {
				en: 'Two places were told of Emma. The head takes the later one, {k:“tower”}, and leaves the hall alone.',
				zh: 'Emma 前后有两个地方。这个头认后说的 {k:“tower”}，不理前面的 hall。'
			}
		},
		claim: { looksAt: { key: 17, above: 0.8 }, says: { token: ' tower', above: 0.9 } }
	},
	{
		language: 'en',
		point: 'multi-head',
		show: {
			text: 'Lily has a red hat. Tom has a blue hat. What is the colour of the hat of Tom? It is',
			focus: { layer: 2, head: 3, query: 23, key: 9 },
			opens: true,
			label: {
				en: 'Four heads of one layer read the same text. This one has found the fact that the answer needs: {k:“blue”}.',
				zh: '同一层的四个头读同一段文本，各看各的。答案所在的 {k:“blue”}，是这个头找到的。'
			}
		},
		claim: { looksAt: { key: 9, above: 0.9 }, says: { token: ' blue', above: 0.9 } }
	},
	{
		language: 'en',
		point: 'positional-encoding',
		show: {
			text: 'fox milk seven tower pink drum king fox milk seven tower pink',
			focus: { layer: 2, head: 3, query: 12, key: 6 },
			opens: true,
			label: {
				en: 'An induction head: “pink” was here before, and the head looks at what came after it, {k:“drum”}. Without positions there is no “after”, and the model no longer knows.',
				zh: '归纳头：“pink”出现过，这个头就去看它上次后面的 {k:“drum”}。拿掉位置就没有“后面”可言，模型也就答不出了。'
			}
		},
		claim: {
			looksAt: { key: 6, above: 0.9 },
			says: { token: ' drum', above: 0.9 },
			left: { without: 'positions', below: 0.5 }
		}
	},
	{
		language: 'en',
		point: 'rope',
		show: {
			text: 'zb kx mo qa ri tu zb kx mo qa ri',
			focus: { layer: 1, head: 2, query: 19, key: 18 },
			opens: true,
			label: {
				en: 'A head of one habit: every token looks one place back. A distance is all it needs, and that is what a rotation keeps.',
				zh: '这个头只有一个习惯：人人都往回看一格。它要的只是距离，而旋转留住的正是距离。'
			}
		},
		claim: { looksAt: { key: 18, above: 0.85 } }
	},
	{
		language: 'en',
		point: 'qkv',
		show: {
			text: 'The keys near the old box',
			focus: { layer: 2, head: 3, query: 5, key: 1 },
			opens: true,
			label: {
				en: '“box” is near, but the verb must agree with {k:“keys”}: that is where this query finds its key.',
				zh: '离动词最近的是“box”，可单复数得跟着 {k:“keys”} 走：这个查询找到的键，就在那里。'
			}
		},
		claim: { looksAt: { key: 1, above: 0.9 } }
	},
	{
		language: 'en',
		point: 'causal-mask',
		show: {
			text: 'Tom wrote: (a map [in the park',
			focus: { layer: 1, head: 3, query: 9, key: 6 },
			opens: true,
			label: {
				en: 'Two brackets are open. What was opened last is closed first: the head looks at {k:“[”} and not at the “(” before it.',
				zh: '两个括号还开着。后开的先关：这个头看的是 {k:“[”}，不是前面的“(”。'
			}
		},
		claim: { looksAt: { key: 6, above: 0.9 }, says: { token: ']', above: 0.4 } }
	},
	{
		language: 'en',
		point: 'autoregressive',
		show: {
			text: '5, 10, 15, 20,',
			focus: { layer: 0, head: 2, query: 7, key: 6 },
			sampling: { temperature: 0 },
			generate: 3,
			opens: true,
			label: {
				en: 'Counting on by fives: the comma looks at the number before it, {k:“20”}, and what the model writes becomes what it reads.',
				zh: '五个五个往下数：逗号看着前面的 {k:“20”}；模型写出来的，马上又成了它要读的。'
			}
		},
		claim: { looksAt: { key: 6, above: 0.8 }, says: { token: ' 25', above: 0.8 } }
	}
];
