/** What the page of two runs says. */
export const words = {
	title: { en: 'Compare', zh: '对比' },
	description: {
		en: 'Two runs side by side: two heads, two models, two texts, with and without your changes, and what differs, cell by cell.',
		zh: '两次运行并排看：两个头、两个模型、两段文本、改动前后，逐格看出差在哪里。'
	},
	lead: {
		en: 'Two runs side by side. Point at a cell and the same place is framed in all three figures.',
		zh: '两次运行并排看。指着任意一格，三幅图里的同一位置都会被框出来。'
	},
	presets: { en: 'Let B differ from A in', zh: '让 B 与 A 只差' },
	head: { en: 'the head', zh: '注意力头' },
	model: { en: 'the model', zh: '模型' },
	edits: { en: 'my edits, taken out', zh: '去掉我的改动' },
	text: { en: 'the text', zh: '文本' },
	same: { en: 'nothing', zh: '什么都不差' },
	copy: { en: 'Copy link to both', zh: '复制对比链接' },
	copied: { en: 'Link copied', zh: '已复制' },
	side: { en: (name: string) => `Run ${name}`, zh: (name: string) => `运行 ${name}` },
	place: {
		en: (layer: number, head: number) => `layer ${layer}, head ${head}`,
		zh: (layer: number, head: number) => `第 ${layer} 层第 ${head} 个头`
	},
	edited: {
		en: (count: number) => (count === 1 ? 'with 1 edit' : `with ${count} edits`),
		zh: (count: number) => `含 ${count} 处改动`
	},
	heads: { en: 'Choose a head', zh: '选一个头' },
	weights: { en: 'The weights, and how they differ', zh: '注意力权重与它们的差' },
	pattern: {
		en: (name: string) => `Weights of run ${name}: queries down, keys across`,
		zh: (name: string) => `运行 ${name} 的权重：行是查询，列是键`
	},
	difference: { en: 'The difference, B less A', zh: '差：B 减 A' },
	cell: {
		en: (query: string, key: string, a: string, b: string, change: string) =>
			`“${query}” gives “${key}” **${a}** in A and **${b}** in B: **${change}**.`,
		zh: (query: string, key: string, a: string, b: string, change: string) =>
			`“${query}”给“${key}”的权重，A 里是 **${a}**，B 里是 **${b}**，差 **${change}**。`
	},
	row: {
		en: (moved: string) => `Of this query’s attention, **${moved}** lies elsewhere in B.`,
		zh: (moved: string) => `这个查询的注意力有 **${moved}** 在 B 里挪了地方。`
	},
	byPlace: {
		en: (count: number) => `The texts differ, but both have ${count} tokens: they are compared place by place.`,
		zh: (count: number) => `两段文本不同，但都是 ${count} 个 token：按位置一一对比。`
	},
	prefix: {
		en: (a: number, b: number, count: number) =>
			`A has ${a} tokens and B has ${b}. Only their first ${count}, which are the same, have a counterpart.`,
		zh: (a: number, b: number, count: number) => `A 有 ${a} 个 token，B 有 ${b} 个。只有开头相同的 ${count} 个能对上。`
	},
	nothing: {
		en: (a: number, b: number) =>
			`A has ${a} tokens and B has ${b}, and they differ from the first on: no cell has a counterpart.`,
		zh: (a: number, b: number) => `A 有 ${a} 个 token，B 有 ${b} 个，从第一个起就不同：没有能对上的格子。`
	},
	next: { en: 'The next token', zh: '下一个 token' },
	token: { en: 'token', zh: 'token' },
	change: { en: 'B − A', zh: 'B − A' },
	missing: { en: 'not a token there', zh: '那边没有这个 token' },
	panel: { en: 'The panel of a point, for both', zh: '同一知识点的面板，各看各的' },
	choose: { en: 'Point', zh: '知识点' },
	waiting: { en: 'Computing…', zh: '计算中……' }
};
