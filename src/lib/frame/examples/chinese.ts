import type { Example } from './example.ts';

/** The examples with Chinese texts, in the order in which they are offered. */
export const chinese: readonly Example[] = [
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
