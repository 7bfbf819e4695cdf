/** Examples to begin with: a text, a head and a panel each, a sentence that says what to see there, and what it claims. */
import type { Language, Try } from '#points/define.ts';
import type { Schema } from '#params/param.ts';

/** What an example's sentence says of the model's numbers; a test holds the shipped weights to it. */
export interface Claim {
	/** The last token gives this one more than so much of its attention, in the example's head. */
	readonly looksAt: { readonly key: number; readonly above: number };
	/** The next token, and more than how likely it is. */
	readonly says?: { readonly token: string; readonly above: number };
	/** Less than how likely that token is left when something is taken away from the whole model. */
	readonly left?: { readonly without: 'positions' | 'skips'; readonly below: number };
}

/** An example: what it sets up, and its label is what to see. */
export interface Example {
	/** The language of its text. */
	readonly language: Language;
	/** The panel that it opens. */
	readonly point: string;
	readonly show: Try<Schema> & { readonly text: string };
	readonly claim: Claim;
}

/** The examples, in the order in which they are offered. */
export const examples: readonly Example[] = [
	{
		language: 'en',
		point: 'self-attention',
		show: {
			text: 'When Mary and John went to the park, John gave a ball to',
			focus: { layer: 2, head: 1, query: 13, key: 1 },
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
		claim: { looksAt: { key: 18, above: 0.9 } }
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
	},
	{
		language: 'zh',
		point: 'self-attention',
		show: {
			text: '小明和小红去公园的时候，小红把皮球给了',
			focus: { layer: 2, head: 0, query: 12, key: 0 },
			opens: true,
			label: {
				en: 'The same riddle in Chinese, the same head: 小红 gives, so the head looks at {k:小明}, who receives.',
				zh: '小红是给的人，所以这个头去看 {k:“小明”}，模型说的也是小明。英文里做这件事的是同一个头。'
			}
		},
		claim: { looksAt: { key: 0, above: 0.9 }, says: { token: '小明', above: 0.9 } }
	},
	{
		language: 'zh',
		point: 'multi-head',
		show: {
			text: '小明在学校。小红在公园。后来，小明去了医院。小明在哪里？小明在',
			focus: { layer: 2, head: 3, query: 20, key: 13 },
			opens: true,
			label: {
				en: '小明 was at school (学校), then went to the hospital (医院). The head looks at the later place, {k:医院}.',
				zh: '小明先在学校，后来去了医院。问他在哪里，这个头看的是后来的 {k:“医院”}。'
			}
		},
		claim: { looksAt: { key: 13, above: 0.9 }, says: { token: '医院', above: 0.9 } }
	},
	{
		language: 'zh',
		point: 'residual',
		show: {
			text: '钥匙在小明那里。地图在小红那里。地图在谁那里？在',
			focus: { layer: 2, head: 3, query: 18, key: 8 },
			params: { remove: 'all' },
			opens: true,
			label: {
				en: 'Who has the map? The head finds {k:小红}; but with no residual stream around the layers, the answer is lost.',
				zh: '地图在谁那里？这个头找到了 {k:“小红”}。可要是拿掉残差连接，答案就丢了。'
			}
		},
		claim: {
			looksAt: { key: 8, above: 0.9 },
			says: { token: '小红', above: 0.9 },
			left: { without: 'skips', below: 0.1 }
		}
	},
	{
		language: 'zh',
		point: 'scaling',
		show: {
			text: '苹果皮球公园红地图苹果皮球公园红',
			focus: { layer: 2, head: 3, query: 8, key: 4 },
			opens: true,
			label: {
				en: 'A row of words begins again: the head looks at what came after 红 the first time, {k:地图}, and one row of softmax says how surely.',
				zh: '一串词又来了一遍：这个头去看上一次“红”后面的 {k:“地图”}。除以 √d_{k} 和不除，它的把握差多少？'
			}
		},
		claim: { looksAt: { key: 4, above: 0.7 }, says: { token: '地图', above: 0.6 } }
	},
	{
		language: 'zh',
		point: 'autoregressive',
		show: {
			text: '一月、二月、三月、',
			focus: { layer: 0, head: 2, query: 8, key: 6 },
			sampling: { temperature: 0 },
			generate: 4,
			opens: true,
			label: {
				en: 'The months in order: the comma looks back at {k:三} (three), and the model goes on with 四 (four).',
				zh: '月份接着往下数：顿号回头看 {k:“三”}，模型接的就是“四”。'
			}
		},
		claim: { looksAt: { key: 6, above: 0.7 }, says: { token: '四', above: 0.9 } }
	},
	{
		language: 'zh',
		point: 'kv-cache',
		show: {
			text: '甲、乙、丙、丁、',
			focus: { layer: 0, head: 2, query: 7, key: 6 },
			sampling: { temperature: 0 },
			generate: 5,
			opens: true,
			label: {
				en: 'The ten heavenly stems: each new token asks its own query of keys that were kept, here of {k:丁}.',
				zh: '天干往下数：每个新 token 拿自己的查询，去问存下来的键，这里问到的是 {k:“丁”}。'
			}
		},
		claim: { looksAt: { key: 6, above: 0.7 }, says: { token: '戊', above: 0.9 } }
	},
	{
		language: 'zh',
		point: 'causal-mask',
		show: {
			text: '老师写道：（小明在【公园',
			focus: { layer: 1, head: 3, query: 9, key: 8 },
			opens: true,
			label: {
				en: 'Two brackets are open; the head looks at the inner one, {k:【}, which must be closed first.',
				zh: '两个括号都还没关。先关的该是里面那个，这个头看的正是 {k:“【”}。'
			}
		},
		claim: { looksAt: { key: 8, above: 0.9 }, says: { token: '】', above: 0.4 } }
	},
	{
		language: 'zh',
		point: 'layer-norm',
		show: {
			text: '猫旁边的书一共有三',
			focus: { layer: 2, head: 3, query: 7, key: 4 },
			opens: true,
			label: {
				en: 'Three of what? A measure word follows the noun that is counted, so the head looks at {k:书} (books) and not at 猫 (cat).',
				zh: '三“本”还是三“只”？量词跟着被数的名词走：这个头看的是 {k:“书”}，不是猫。'
			}
		},
		claim: { looksAt: { key: 4, above: 0.9 }, says: { token: '本', above: 0.9 } }
	}
];

/** The example that a text belongs to; undefined for a text of the reader's own. */
export function exampleOf(text: string): Example | undefined {
	return examples.find(({ show }) => show.text === text);
}
